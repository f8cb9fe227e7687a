import { expect, test } from '@jest/globals';
import { createMockFetch } from '../index.ts';
import { call, COLLECTION } from '../testing/call.ts';
import { HEAD, isResponse, useMocks } from '../testing/mocks.ts';
import { rawClient } from '../testing/raw-client.ts';

const start = useMocks();
const origin = 'https://app.test';

/** Sends a request as it is, as a browser does whose address bar has another name for this machine. */
async function raw(port: number, text: string): Promise<string> {
  const client = await rawClient(port);
  client.send(text);
  const response = await client.receive((received) => isResponse(received) || received.includes('<html'));
  client.socket.destroy();
  return response;
}

const update = HEAD.replace('localhost', '$HOST').concat('Content-Length: 2\r\n\r\n{}');
const targets = [
  ['an update', update],
  ['the state', 'GET /__mock/state HTTP/1.1\r\nHost: $HOST\r\n\r\n'],
  ['the page', 'GET /__mock/ HTTP/1.1\r\nHost: $HOST\r\n\r\n'],
  ['events', 'GET /__mock/events HTTP/1.1\r\nHost: $HOST\r\n\r\n'],
  ['an unknown path', 'GET /x HTTP/1.1\r\nHost: $HOST\r\n\r\n'],
] as const;

test.each(targets)('%s under a foreign host name is refused (DNS rebinding)', async (_, request) => {
  const { port, state } = await start();
  for (const host of [
    'evil.test',
    `evil.test:${port}`,
    'localhost.evil.test',
    'evillocalhost',
    '127.0.0.1.evil.test',
    'mock',
    '',
  ]) {
    const response = await raw(port, request.replace('$HOST', host));
    expect(response).toMatch(/^HTTP\/1\.1 403 /);
    expect(response).toContain('host_not_allowed');
    expect(response).not.toContain('Access-Control-Allow-Origin');
  }
  expect(state().requests).toEqual([]);
});

test('a target with a host of its own does not hide a foreign one', async () => {
  const { port } = await start();
  const request = update.replace('$HOST', 'localhost').replace(COLLECTION, `http://evil.test${COLLECTION}`);
  expect(await raw(port, request)).toContain('host_not_allowed');
});

test.each(['localhost', 'LOCALHOST:80', 'api.localhost', '127.0.0.1', '127.0.0.1:4010', '[::1]:4010', '192.168.1.5'])(
  'the host %s is allowed',
  async (host) => {
    const { port } = await start();
    expect(await raw(port, update.replace('$HOST', host))).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test('allowedHosts adds names', async () => {
  const { port } = await start({ allowedHosts: ['Mock', 'dev.test'] });
  for (const host of ['mock:4010', 'dev.test']) {
    expect(await raw(port, update.replace('$HOST', host))).toMatch(/^HTTP\/1\.1 200 /);
  }
  await expect(start({ allowedHosts: ['http://mock'] })).rejects.toThrow(/^allowedHosts must be a list of host names/);
});

const control = (headers: Readonly<Record<string, string>>) => ({
  method: 'POST',
  path: '/__mock/latency',
  json: 5,
  headers,
});

test.each(['https://evil.test', 'null', 'http://localhost:5173', 'https://localhost.evil.test', 'file://'])(
  'a page of the origin %s can neither drive nor read the mock by control calls',
  async (foreign) => {
    const mock = await start();
    for (const request of [
      control({ origin: foreign }),
      { method: 'GET', path: '/__mock/state', headers: { origin: foreign } },
      { method: 'GET', path: '/__mock/events', headers: { origin: foreign } },
      { method: 'OPTIONS', path: '/__mock/latency', headers: { origin: foreign }, body: null },
    ]) {
      const response = await call(fetch, request, mock.url);
      expect([response.status, response.error.code]).toEqual([403, 'origin_not_allowed']);
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
    }
    expect(mock.state().switches.latencyMs).toBe(0);
  },
);

test('the mock’s own page may make control calls, and so may an origin that is allowed', async () => {
  const mock = await start({ allowedOrigins: ['http://localhost:5173'] });
  expect((await call(fetch, control({ origin: mock.url }), mock.url)).status).toBe(200);
  const allowed = await call(fetch, control({ origin: 'http://localhost:5173' }), mock.url);
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, 'http://localhost:5173']);
  expect([allowed.headers.get('vary'), allowed.headers.get('access-control-allow-credentials')]).toEqual([
    'Origin',
    null,
  ]);
  expect(() => createMockFetch({ allowedOrigins: ['localhost'] })).toThrow(/^allowedOrigins must be a list of origins/);
});

test('without a network, a page’s own requests make control calls', async () => {
  const { fetch } = createMockFetch();
  expect((await call(fetch, control({}))).status).toBe(200);
  expect((await call(fetch, control({ origin: 'https://evil.test' }))).status).toBe(403);
});

test('a page of any origin may call the API: preflights list method and headers, responses expose theirs', async () => {
  const { fetch } = createMockFetch();
  const asked = { 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' };
  const preflight = await call(fetch, { method: 'OPTIONS', body: null, headers: { origin, ...asked } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toBe('PATCH, OPTIONS');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
  for (const response of [
    preflight,
    await call(fetch, { headers: { origin } }),
    await call(fetch, { headers: { origin, authorization: undefined } }),
    await call(fetch, { headers: { origin }, path: '/nothing' }),
  ]) {
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  }
  const exposed = (await call(fetch, { headers: { origin } })).headers.get('access-control-expose-headers') ?? '';
  expect(exposed.split(', ')).toEqual(expect.arrayContaining(['X-RateLimit-Remaining', 'Retry-After', 'Allow']));
});

test('a preflight for an unknown path passes, so that a page can read the 404', async () => {
  const preflight = await call(createMockFetch().fetch, { method: 'OPTIONS', path: '/nothing', body: null });
  const methods = preflight.headers.get('access-control-allow-methods');
  expect([preflight.status, methods]).toEqual([204, 'PATCH, GET, POST, OPTIONS']);
});

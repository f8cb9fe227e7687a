/** Whatever is sent, the mock responds or closes the connection, and goes on. */
import { expect, test } from '@jest/globals';
import { call, COLLECTION } from '../testing/call.ts';
import { HEAD, isResponse, serves, useMocks } from '../testing/mocks.ts';
import { rawClient } from '../testing/raw-client.ts';

const start = useMocks();

test.each([
  ['2 MB', 2_000_000],
  ['11 MB', 11_000_000],
])('a body of %s gets 413, and the mock goes on', async (_, size) => {
  const started = await start();
  const response = await call(fetch, { body: `"${'x'.repeat(size)}"` }, started.url);
  expect([response.status, response.error.code]).toEqual([413, 'body_too_large']);
  expect(await serves(started)).toBe(true);
});

test('a body that never ends is refused at the bound, and its connection closed at the timeout', async () => {
  const started = await start({ requestTimeoutMs: 200, maxBodyBytes: 1000 });
  const client = await rawClient(started.port);
  client.send(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
  const sending = setInterval(() => {
    if (client.socket.writable) client.send(`400\r\n${'x'.repeat(1024)}\r\n`);
  }, 5);
  expect(await client.receive()).toContain('HTTP/1.1 413 ');
  clearInterval(sending);
  expect(await serves(started)).toBe(true);
});

test('a body that is announced as too large is refused before it is sent', async () => {
  const { port } = await start();
  const client = await rawClient(port);
  client.send(`${HEAD}Expect: 100-continue\r\nContent-Length: 5000000\r\n\r\n`);
  const text = await client.receive();
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toContain('Connection: close');
});

test.each([
  ['lists', '['.repeat(100_000), 'invalid_json'],
  ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000), 'invalid_type'],
  ['lists in a field', `{"validTo":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'invalid_type'],
])('JSON of 100,000 nested %s is refused', async (_, body, code) => {
  const started = await start();
  const response = await call(fetch, { body }, started.url);
  expect([response.error.code, response.text.length < 500]).toEqual([code, true]);
});

test('JSON nested 100,000 deep in a field that the document does not know changes nothing', async () => {
  const started = await start();
  const body = `{"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
  expect(await call(fetch, { body }, started.url)).toMatchObject({ status: 200, json: { id: 42 } });
  expect((await call(fetch, { method: 'GET', path: '/__mock/state' }, started.url)).status).toBe(200);
});

test('keys named __proto__ and constructor harm nothing', async () => {
  const started = await start();
  const body = '{"__proto__":{"temporaryStatus":"BROKEN"},"constructor":{"prototype":{"x":1}}}';
  expect((await call(fetch, { body }, started.url)).status).toBe(200);
  expect('x' in {}).toBe(false);
  expect(started.state().records[0]).toEqual({ ...started.state().records[0] });
});

test.each([
  [`${COLLECTION}/0`, 404],
  [`${COLLECTION}/-1`, 404],
  [`${COLLECTION}/1e3`, 404],
  [`${COLLECTION}/42abc`, 422],
  [`${COLLECTION}/%2e%2e`, 422],
  [`${COLLECTION}/..`, 422],
  [`${COLLECTION}/%zz`, 400],
  [`${COLLECTION}/%`, 400],
  [`${COLLECTION}/%2F42`, 422],
  ['/%zz', 404],
  ['//v2//temporary-evse-statuses//42', 404],
  [`${COLLECTION}//42`, 404],
  ['/', 404],
  ['*', 404],
  [`http://localhost${COLLECTION}/42`, 200],
  [`${COLLECTION}/42#x`, 422],
  [`${COLLECTION}/42?a=%zz&a=%`, 200],
])('the target %s, sent as it is, gets %i', async (target, status) => {
  const started = await start();
  const client = await rawClient(started.port);
  client.send(`${HEAD.replace(`${COLLECTION}/42`, target)}Content-Length: 2\r\n\r\n{}`);
  expect(await client.receive(isResponse)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  client.socket.destroy();
});

test.each([
  ['two keys', 'Authorization: Bearer other\r\n', /^HTTP\/1\.1 200 /],
  ['two media types', 'Content-Type: text/plain\r\n', /^HTTP\/1\.1 200 /],
  ['two preferences', 'Prefer: code=503\r\nPrefer: wait=1\r\n', /^HTTP\/1\.1 503 /],
  ['two lengths', 'Content-Length: 3\r\n', /^HTTP\/1\.1 400 /],
  ['a length and chunks', 'Transfer-Encoding: chunked\r\n', /^HTTP\/1\.1 400 /],
  ['a header of 100 kB', `X-Long: ${'x'.repeat(100_000)}\r\n`, /^HTTP\/1\.1 431 /],
  [
    'a thousand headers',
    Array.from({ length: 1000 }, (_, index) => `X-${index}: 1\r\n`).join(''),
    /^HTTP\/1\.1 (200|431) /,
  ],
  ['a header without a colon', 'nothing\r\n', /^HTTP\/1\.1 400 /],
  ['a header with bytes above ASCII', 'X-A: \u00ff\u00fe\r\n', /^HTTP\/1\.1 200 /],
])('%s: an response', async (_, lines, status) => {
  const started = await start();
  const client = await rawClient(started.port);
  client.send(Buffer.from(`${HEAD}Content-Length: 2\r\n${lines}\r\n{}`, 'latin1'));
  expect(await client.receive((text) => text.includes('\r\n\r\n'))).toMatch(status);
  client.socket.destroy();
  expect(await serves(started)).toBe(true);
});

test.each([
  ['no HTTP at all', '\u0000\u0001hello\r\n\r\n'],
  ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['CONNECT', 'CONNECT x:443 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
])('%s: a closed connection, and the mock goes on', async (_, bytes) => {
  const started = await start({ requestTimeoutMs: 300 });
  const client = await rawClient(started.port);
  client.send(Buffer.from(bytes, 'latin1'));
  await client.receive();
  expect(await serves(started)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['half a head', HEAD.slice(0, 60)],
  ['half a body', `${HEAD}Content-Length: 50\r\n\r\n{"tem`],
])('%s and then silence ends in a closed connection', async (_, bytes) => {
  const started = await start({ requestTimeoutMs: 200 });
  const client = await rawClient(started.port);
  client.send(bytes);
  await client.receive();
  expect(await serves(started)).toBe(true);
  expect(started.state().requests).toHaveLength(1);
});

test('a client that goes away during the latency leaves nothing behind', async () => {
  const started = await start({ latencyMs: 600_000 });
  const client = await rawClient(started.port);
  const heard = new Promise<void>((resolve) => started.onChange(resolve));
  client.send(`${HEAD}Content-Length: 2\r\n\r\n{}`);
  await heard;
  client.socket.destroy();
  started.set({ latencyMs: 0 });
  expect(await serves(started)).toBe(true);
});

test('1,000 connections at once are all served', async () => {
  const { port } = await start();
  const clients = await Promise.all(Array.from({ length: 1000 }, () => rawClient(port)));
  for (const client of clients) client.send(`${HEAD}Content-Length: 2\r\n\r\n{}`);
  const texts = await Promise.all(clients.map((client) => client.receive(isResponse)));
  for (const client of clients) client.socket.destroy();
  expect(texts.filter((text) => text.startsWith('HTTP/1.1 200 '))).toHaveLength(1000);
});

import { expect, test } from '@jest/globals';
import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { createMockFetch, type MockState } from './index.ts';
import { SWITCHES, SWITCH_NAMES, type Switches } from './switches.ts';
import { call } from './testing/call.ts';

const values: Switches = {
  latencyMs: [1, 2],
  rateLimit: 'off',
  errorRate: { rate: 0, status: 500 },
  keys: 'off',
  clock: '2026-01-01T00:00:00Z',
  validFromWhenOmitted: 'now',
  randomSeed: 7,
};

function post(mock: { fetch: typeof fetch }, name: string, body: unknown) {
  return call(mock.fetch, {
    method: 'POST',
    path: `/__mock/${name}`,
    headers: { authorization: undefined, 'content-type': undefined },
    json: body,
  });
}

test.each(SWITCH_NAMES)('POST /__mock/… turns %s and answers with the state', async (name) => {
  const mock = createMockFetch();
  const answer = await post(mock, SWITCHES[name].path, values[name]);
  expect(answer.status).toBe(200);
  expect((answer.json as MockState).switches).toEqual({ ...createMockFetch().state().switches, [name]: values[name] });
  expect(answer.json).toEqual({ ...mock.state(), clock: expect.anything() });
});

test('health, state, seed, respond-next and reset', async () => {
  const mock = createMockFetch();
  const get = (path: string, etag?: string) =>
    call(mock.fetch, { method: 'GET', path, headers: { 'if-none-match': etag } });
  expect((await get('/__mock/health')).json).toEqual({ status: 'ok', documentVersion: DOCUMENT_VERSION });
  const record = { id: 5, temporaryStatus: 'BLOCKED', evseId: 'x' };
  expect((await post(mock, 'seed', [record])).json).toMatchObject({ records: [record] });
  expect((await post(mock, 'respond-next', 503)).json).toMatchObject({ nextAnswers: [503] });
  expect((await post(mock, 'respond-next', [429, { status: 400 }])).json).toMatchObject({
    nextAnswers: [503, 429, { status: 400 }],
  });
  expect((await call(mock.fetch)).status).toBe(503);
  const state = await get('/__mock/state');
  const etag = state.headers.get('etag') ?? '';
  expect(etag).toBe(`"${(state.json as MockState).revision}"`);
  expect((await get('/__mock/state', etag)).status).toBe(304);
  expect((await post(mock, 'reset', null)).json).toMatchObject({
    nextAnswers: [],
    requests: [],
    records: [{ id: 42 }, { id: 43 }, { id: 44 }],
  });
  expect((await get('/__mock/state', etag)).status).toBe(200);
});

test.each([
  ['latency', '-1', 422, 'latencyMs must be'],
  ['seed', '[{"id":1}]', 422, 'seed[0].temporaryStatus is missing.'],
  ['respond-next', '[418]', 422, 'no answer 418'],
  ['respond-next', 'null', 422, 'it was null'],
  ['latency', '', 400, 'has to be JSON'],
  ['latency', '{', 400, 'has to be JSON'],
  ['seed', `[${' '.repeat(1_048_576)}]`, 400, 'larger than the mock reads'],
  ['nothing', '1', 404, 'there are health, state, reset, seed, respond-next, latency'],
  ['state', '1', 405, '/__mock/state takes GET.'],
])('POST /__mock/%s with %j is refused in the API’s envelope', async (name, body, status, message) => {
  const mock = createMockFetch();
  const answer = await call(mock.fetch, { method: 'POST', path: `/__mock/${name}`, body });
  expect([answer.status, answer.error.message]).toEqual([status, expect.stringContaining(message)]);
  expect(mock.state().revision).toBe(0);
});

test('a key that is given over HTTP comes back nowhere', async () => {
  const mock = createMockFetch();
  const answer = await post(mock, 'keys', { one: 'the-given-key' });
  expect(answer.json).toMatchObject({ switches: { keys: { one: '[redacted]' } } });
  expect(answer.text + (await post(mock, 'keys', { two: 'the-given-key' })).text).not.toContain('the-given-key');
});

test('switches under /__mock/ work without key, delay or errors, whatever is set', async () => {
  const mock = createMockFetch({
    keys: { one: 'k' },
    latencyMs: 600_000,
    errorRate: 1,
    rateLimit: { requests: 0, windowSeconds: 1 },
  });
  expect((await post(mock, 'reset', null)).status).toBe(200);
});

test('a listener hears of each change and request until it is ended', async () => {
  const mock = createMockFetch();
  let heard = 0;
  const end = mock.onChange(() => {
    heard += 1;
  });
  mock.set({ randomSeed: 2 });
  await call(mock.fetch);
  await call(mock.fetch, { method: 'GET', path: '/__mock/state' });
  expect(heard).toBe(2);
  end();
  mock.reset();
  expect(heard).toBe(2);
});

const origin = 'https://app.test';

test('a page of any origin may call: preflights name method and headers, answers and errors expose theirs', async () => {
  const { fetch } = createMockFetch();
  const preflight = await call(fetch, {
    method: 'OPTIONS',
    body: null,
    headers: {
      origin,
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toBe('PATCH, OPTIONS');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  for (const answer of [
    preflight,
    await call(fetch, { headers: { origin } }),
    await call(fetch, { headers: { origin, authorization: undefined } }),
    await call(fetch, { headers: { origin }, path: '/nothing' }),
    await call(fetch, { headers: { origin }, method: 'GET', path: '/__mock/state' }),
  ]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
  }
  const exposed = (await call(fetch, { headers: { origin } })).headers.get('access-control-expose-headers') ?? '';
  expect(exposed.split(', ')).toEqual(expect.arrayContaining(['X-RateLimit-Remaining', 'Retry-After', 'Allow']));
  expect((await call(fetch)).headers.get('access-control-allow-origin')).toBe('*');
});

test('a preflight for an unknown path is let through, so that a page can read the 404', async () => {
  const preflight = await call(createMockFetch().fetch, { method: 'OPTIONS', path: '/nothing', body: null });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
    204,
    'PATCH, GET, POST, OPTIONS',
  ]);
});

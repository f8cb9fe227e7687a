import { expect, test } from '@jest/globals';
import { DOCUMENT_VERSION } from '../../../generated/facts.ts';
import { createMockFetch, type MockState } from '../index.ts';
import { SWITCHES, SWITCH_NAMES, type Switches } from '../state/switches.ts';
import { call } from '../testing/call.ts';

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
    headers: { authorization: undefined },
    json: body,
  });
}

test.each(SWITCH_NAMES)('POST /__mock/… sets %s and returns the state', async (name) => {
  const mock = createMockFetch({ seed: [] });
  const before = mock.state().switches;
  const response = await post(mock, SWITCHES[name].path, values[name]);
  expect(response).toMatchObject({ status: 200 });
  expect((response.json as MockState).switches).toEqual({ ...before, [name]: values[name] });
  expect(response.json).toEqual({ ...mock.state(), clock: expect.anything() });
});

test('health, state, seed, respond-next, clear-stubbed-responses and reset', async () => {
  const mock = createMockFetch();
  const get = (path: string) => call(mock.fetch, { method: 'GET', path });
  expect((await get('/__mock/health')).json).toEqual({ status: 'ok', documentVersion: DOCUMENT_VERSION });
  const record = { id: 5, temporaryStatus: 'BLOCKED', evseId: 'x' };
  expect((await post(mock, 'seed', [record])).json).toMatchObject({ records: [record] });
  expect((await post(mock, 'respond-next', 503)).json).toMatchObject({ stubbedResponses: [503] });
  expect((await post(mock, 'respond-next', [429, { status: 400 }])).json).toMatchObject({
    stubbedResponses: [503, 429, { status: 400 }],
  });
  expect((await call(mock.fetch)).status).toBe(503);
  expect((await post(mock, 'clear-stubbed-responses', null)).json).toMatchObject({ stubbedResponses: [] });
  expect((await get('/__mock/state')).json).toMatchObject({ requests: [{ status: 503 }] });
  expect((await post(mock, 'reset', null)).json).toMatchObject({
    requests: [],
    records: [{ id: 42 }, { id: 43 }, { id: 44 }],
  });
});

test.each([
  ['latency', '-1', 422, 'latencyMs must be'],
  ['seed', '[{"id":1}]', 422, 'seed[0].temporaryStatus is missing.'],
  ['respond-next', '[418]', 422, 'no response 418'],
  ['respond-next', 'null', 422, 'it was null'],
  ['latency', '', 400, 'not JSON'],
  ['latency', '{', 400, 'not JSON'],
  ['seed', `[${' '.repeat(1_048_576)}]`, 413, 'more than 1048576 bytes'],
  ['nothing', '1', 404, 'there are health, state, reset, seed, respond-next, clear-stubbed-responses, latency'],
  ['state', '1', 405, '/__mock/state takes GET.'],
  ['seed', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 422, 'at most 32 levels deep'],
  ['respond-next', '{"status":429,"example":{},"headers":{"a":{}}}', 422, 'example must be a string'],
])('POST /__mock/%s with %j is refused in the API’s envelope', async (name, body, status, message) => {
  const mock = createMockFetch();
  const response = await call(mock.fetch, { method: 'POST', path: `/__mock/${name}`, body });
  expect([response.status, response.error.message]).toEqual([status, expect.stringContaining(message)]);
  expect(mock.state().revision).toBe(0);
});

test('a key that is set over HTTP is never shown', async () => {
  const mock = createMockFetch();
  const response = await post(mock, 'keys', { one: 'the-given-key' });
  expect(response.json).toMatchObject({ switches: { keys: { one: '[redacted]' } } });
  expect(response.text + (await post(mock, 'keys', { two: 'the-given-key' })).text).not.toContain('the-given-key');
});

test('control calls need no key, and have no latency, errors or rate limit', async () => {
  const mock = createMockFetch({
    keys: { one: 'k' },
    latencyMs: 600_000,
    errorRate: 1,
    rateLimit: { requests: 0, windowSeconds: 1 },
  });
  expect((await post(mock, 'reset', null)).status).toBe(200);
});

test('a listener is called for each change and request until it is removed', async () => {
  const mock = createMockFetch();
  let calls = 0;
  const end = mock.onChange(() => {
    calls += 1;
  });
  mock.set({ randomSeed: 2 });
  await call(mock.fetch);
  await call(mock.fetch, { method: 'GET', path: '/__mock/state' });
  expect(calls).toBe(2);
  end();
  mock.reset();
  expect(calls).toBe(2);
});

test.each([
  ['GET', 'reset', 'POST, OPTIONS'],
  ['HEAD', 'reset', 'POST, OPTIONS'],
  ['PUT', 'latency', 'POST, OPTIONS'],
  ['DELETE', 'seed', 'POST, OPTIONS'],
  ['PUT', 'state', 'GET, OPTIONS'],
])('%s /__mock/%s is refused and changes nothing', async (method, name, allowed) => {
  const mock = createMockFetch();
  const response = await call(mock.fetch, { method, path: `/__mock/${name}`, json: 1 });
  expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
  expect(mock.state().revision).toBe(0);
});

test('HEAD reads what GET reads, without its body', async () => {
  const response = await call(createMockFetch().fetch, { method: 'HEAD', path: '/__mock/health' });
  expect([response.status, response.text]).toEqual([200, '']);
});

test.each([
  undefined,
  'text/plain',
  'application/x-www-form-urlencoded',
  'text/plain; application/json',
  'text/json',
  'application/json; charset=iso-8859-1',
])('a change in the media type %s is refused: no website can send JSON in UTF-8 unasked', async (type) => {
  const mock = createMockFetch();
  const request = { method: 'POST', path: '/__mock/reset', headers: { 'content-type': type } };
  const response = await call(mock.fetch, request);
  expect([response.status, response.error.code]).toEqual([415, 'unsupported_media_type']);
  expect(mock.state().revision).toBe(0);
});

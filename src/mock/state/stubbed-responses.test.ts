import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../../../generated/operations.ts';
import { createMockFetch } from '../index.ts';
import { call, COLLECTION, KEY } from '../testing/call.ts';

test('stubbed responses are the document’s examples, in order, whatever is asked, and change no record', async () => {
  const mock = createMockFetch();
  const before = mock.state().records;
  mock.respondNext([429, { status: 429, headers: { 'retry-AFTER': '7', 'X-More': 'yes' } }]);
  mock.respondNext([
    { status: 200, example: 'openEnded' },
    { status: 502, body: '<h1>Bad Gateway</h1>' },
    { status: 500, body: '' },
  ]);
  expect(mock.state().stubbedResponses).toHaveLength(5);
  const json = { temporaryStatus: 'RESERVED' };
  const responses = [];
  for (let sent = 0; sent < 5; sent += 1)
    responses.push(await call(mock.fetch, { json, headers: { authorization: undefined } }));
  expect(responses.map(({ status }) => status)).toEqual([429, 429, 200, 502, 500]);
  expect(responses[0]?.error).toMatchObject({
    code: 'rate_limit_exceeded',
    request_id: expect.stringMatching(/^req_01/),
  });
  expect(responses[0]?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(mock.state().requests[0]).toMatchObject({
    source: 'stubbedResponse',
    requestId: responses[0]?.error.request_id,
  });
  expect([responses[1]?.headers.get('retry-after'), responses[1]?.headers.get('x-more')]).toEqual(['7', 'yes']);
  expect(responses[2]?.json).toMatchObject({ id: 43 });
  expect([responses[3]?.text, responses[3]?.headers.get('content-type')]).toEqual([
    '<h1>Bad Gateway</h1>',
    'text/plain; charset=utf-8',
  ]);
  expect(responses[4]?.text).toBe('');
  expect(mock.state()).toMatchObject({ records: before, stubbedResponses: [] });
  expect((await call(mock.fetch, { json })).status).toBe(200);
});

test('a stubbed status is left for a request of an operation that has it', async () => {
  const mock = createMockFetch({ errorRate: { rate: 1, status: 404 } });
  mock.respondNext([404, 503]);
  const url = `https://api.test${COLLECTION}`;
  const list = async () => (await mock.fetch(url, { headers: { authorization: `Bearer ${KEY}` } })).status;
  // The list has no 404, neither by a stub nor by chance.
  expect([await list(), await list()]).toEqual([503, 200]);
  expect(mock.state().stubbedResponses).toEqual([404]);
  expect((await call(mock.fetch, { json: {} })).status).toBe(404);
  expect(mock.state().stubbedResponses).toEqual([]);
});

test('a status that no operation has is refused in one sentence', () => {
  expect(() => {
    createMockFetch().respondNext([418]);
  }).toThrow(/^respondNext: The document has no response 418; it has 200, 400(?:, \w{3}){1,12}\.$/);
});

test('a stubbed 429 lets a client that obeys Retry-After go on at once', async () => {
  const mock = createMockFetch({ clock: '2026-01-01T00:00:00Z' });
  const retryAfter = async (prefer?: string) => {
    const { status, headers } = await call(mock.fetch, { headers: { prefer } });
    return [status, headers.get('retry-after'), headers.get('x-ratelimit-reset')];
  };
  mock.respondNext([429]);
  expect(await retryAfter()).toEqual([429, '0', String(Date.UTC(2026) / 1000)]);
  expect(await retryAfter('code=429')).toEqual([429, '0', String(Date.UTC(2026) / 1000)]);
  mock.set({ rateLimit: 'off' });
  mock.respondNext([429]);
  expect(await retryAfter()).toEqual([429, '0', null]);
});

test('a dropped connection rejects as a lost network does; without a response, a call waits for its signal', async () => {
  const mock = createMockFetch();
  const { records } = mock.state();
  mock.respondNext(['drop-connection', 'no-response', 503]);
  const url = `https://api.test${COLLECTION}`;
  await expect(mock.fetch(url)).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  const reason = new Error('enough');
  const controller = new AbortController();
  const waiting = mock.fetch(url, { signal: controller.signal });
  await call(mock.fetch);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(mock.state().requests.map(({ status }) => status)).toEqual([0, 0, 503]);
  expect(mock.state().records).toEqual(records);
});

test('stubbed responses together have a bound that the refusal names, and the state stays readable', () => {
  const mock = createMockFetch();
  const large = { status: 200, body: 'x'.repeat(1_048_576) };
  mock.respondNext(Array(10).fill(large));
  expect(() => {
    mock.respondNext(Array(990).fill(large));
  }).toThrow('Stubbed responses can have at most 16777216 characters of JSON together.');
  expect(mock.state().stubbedResponses).toHaveLength(10);
  mock.clearStubbedResponses();
  mock.respondNext(Array(10).fill(large));
  expect(mock.state().stubbedResponses).toHaveLength(10);
});

test('stubbed responses can be cleared', async () => {
  const mock = createMockFetch();
  mock.respondNext([503, 'no-response']);
  mock.clearStubbedResponses();
  expect(mock.state().stubbedResponses).toEqual([]);
  expect((await call(mock.fetch)).status).toBe(200);
});

test.each([
  [[418], /no response 418; it has 200, 400/],
  [[{ status: 503, example: 'nope' }], /no such example; it has unavailable/],
  [[99], /status from 200 to 599, "drop-connection" or "no-response"; it was 99/],
  [['drop'], /it was "drop"/],
  [[{ status: 429, haeders: {} }], /there is no haeders; did you mean headers\?/],
  [
    [{ status: 200, headers: { Trailer: 'X' } }],
    /^respondNext\.headers must be an object of at most 50 headers that can be set/,
  ],
  [
    [{ status: 200, headers: { 'X-A': 'x'.repeat(4097) } }],
    /^respondNext\.headers must be an object of at most 50 headers that can be set/,
  ],
  [
    [{ status: 200, headers: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`X-${index}`, ''])) }],
    /^respondNext\.headers must be an object of at most 50 headers that can be set/,
  ],
  [[{ status: 200, body: 'x'.repeat(1_048_577) }], /at most 1048576 characters/],
  [Array<number>(1001).fill(503), /At most 1000 stubbed responses/],
  [[null], /it was null/],
  [[{ status: 204, body: 'x' }], /empty with 204/],
  [
    [{ status: 200, headers: { 'Content-Length': '5' } }],
    /^respondNext\.headers must be an object of at most 50 headers that can be set/,
  ],
  [
    [{ status: 200, headers: { 'X-A': 'a\r\nb' } }],
    /^respondNext\.headers must be an object of at most 50 headers that can be set/,
  ],
  [[{ status: 200, headers: null }], /^respondNext\.headers must be an object/],
  [429, /a list; it was 429/],
])('respondNext(%j) is refused', (responses, message) => {
  const mock = createMockFetch();
  expect(() => {
    mock.respondNext(responses as never);
  }).toThrow(message);
  expect(mock.state().stubbedResponses).toEqual([]);
});

test('Prefer chooses an example of the document, for a request that is valid', async () => {
  const mock = createMockFetch();
  const before = mock.state().records;
  const prefer = async (wish: string, id = '42') =>
    call(mock.fetch, { id, headers: { prefer: wish }, json: { temporaryStatus: 'RESERVED' } });
  for (const { status, content } of OPERATIONS[0]?.responses ?? []) {
    for (const { name, value } of content[0]?.examples ?? []) {
      const code = status.replace('XX', '02');
      const response = await prefer(`code=${code}, example="${name}"`);
      expect([response.status, response.json]).toEqual([Number(code), value]);
    }
  }
  expect((await prefer('example=openEnded')).json).toMatchObject({ id: 43 });
  expect((await prefer('code=200')).json).toMatchObject({ id: 42, temporaryStatus: 'MAINTENANCE' });
  expect((await prefer('CODE=409;wait=3', '999')).status).toBe(409);
  expect(mock.state().records).toEqual(before);
});

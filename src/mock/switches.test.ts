import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../../generated/operations.ts';
import { createMockFetch, MockOptionError, type MockOptions } from './index.ts';
import { SWITCHES, type Switches } from './switches.ts';
import { call } from './testing/call.ts';

const clock = '2026-01-01T00:00:00Z';
const documented = OPERATIONS[0]?.rateLimit ?? { requests: 0, windowSeconds: 0 };

function rateHeaders({ headers }: { headers: Headers }) {
  return ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'].map((name) =>
    headers.get(name),
  );
}

test('the rate limit is the document’s, counts down, ends in 429 with Retry-After and begins anew with the next window', async () => {
  const mock = createMockFetch({ clock });
  const reset = String(Date.parse(clock) / 1000 + documented.windowSeconds);
  const limit = String(documented.requests);
  expect(rateHeaders(await call(mock.fetch))).toEqual([limit, String(documented.requests - 1), reset, null]);
  mock.set({ clock: '2026-01-01T00:00:40.5Z' });
  for (let sent = 1; sent < documented.requests - 1; sent += 1) await call(mock.fetch);
  expect(rateHeaders(await call(mock.fetch, { id: 'x' }))).toEqual([limit, '0', reset, null]);
  const refused = await call(mock.fetch);
  expect([refused.status, refused.error.code]).toEqual([429, 'rate_limit_exceeded']);
  // Not the 12 of the document's example, which a mock that does not count would show.
  expect(rateHeaders(refused)).toEqual([limit, '0', reset, '20']);
  expect(mock.state().requests.at(-1)).toMatchObject({ status: 429, answeredBy: 'rateLimit' });
  mock.set({ clock: '2026-01-01T00:01:00Z' });
  expect(rateHeaders(await call(mock.fetch))[1]).toBe(String(documented.requests - 1));
  mock.set({ clock });
  expect(rateHeaders(await call(mock.fetch))[1]).toBe(String(documented.requests - 1));
});

test('a limit of our own, and none', async () => {
  const mock = createMockFetch({ rateLimit: { requests: 1, windowSeconds: 10 }, clock });
  expect(rateHeaders(await call(mock.fetch)).slice(0, 2)).toEqual(['1', '0']);
  expect((await call(mock.fetch)).status).toBe(429);
  mock.set({ rateLimit: 'off' });
  const free = await call(mock.fetch);
  expect([free.status, rateHeaders(free)]).toEqual([200, [null, null, null, null]]);
});

test('preflights and calls under /__mock/ are not counted', async () => {
  const mock = createMockFetch({ rateLimit: { requests: 1, windowSeconds: 10 } });
  await call(mock.fetch, { method: 'OPTIONS', body: null });
  await call(mock.fetch, { method: 'GET', path: '/__mock/state' });
  expect((await call(mock.fetch)).status).toBe(200);
  expect(mock.state().requests).toHaveLength(1);
});

test('respondNext answers with the document’s examples, in order, whatever is asked, and leaves the memory alone', async () => {
  const mock = createMockFetch();
  const before = mock.state().records;
  mock.respondNext([429, { status: 429, headers: { 'retry-AFTER': '0', 'X-More': 'yes' } }]);
  mock.respondNext([
    { status: 200, example: 'openEnded' },
    { status: 502, body: '<h1>Bad Gateway</h1>' },
    { status: 500, body: '' },
  ]);
  expect(mock.state().nextAnswers).toHaveLength(5);
  const json = { temporaryStatus: 'RESERVED' };
  const answers = [];
  for (let sent = 0; sent < 5; sent += 1)
    answers.push(await call(mock.fetch, { json, headers: { authorization: undefined } }));
  expect(answers.map(({ status }) => status)).toEqual([429, 429, 200, 502, 500]);
  expect(answers[0]?.error).toMatchObject({
    code: 'rate_limit_exceeded',
    request_id: expect.stringMatching(/^req_01/),
  });
  expect(answers[0]?.headers.get('retry-after')).toBe('0');
  expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect([answers[1]?.headers.get('retry-after'), answers[1]?.headers.get('x-more')]).toEqual(['0', 'yes']);
  expect(answers[2]?.json).toMatchObject({ id: 43 });
  expect([answers[3]?.text, answers[3]?.headers.get('content-type')]).toEqual([
    '<h1>Bad Gateway</h1>',
    'text/plain; charset=utf-8',
  ]);
  expect(answers[4]?.text).toBe('');
  expect(mock.state()).toMatchObject({ records: before, nextAnswers: [] });
  expect((await call(mock.fetch, { json })).status).toBe(200);
});

test('a 429 that was ordered lets a client try again at once, with or without a rate limit', async () => {
  const mock = createMockFetch({ rateLimit: 'off' });
  mock.respondNext([429]);
  expect(rateHeaders(await call(mock.fetch))).toEqual([null, null, null, '0']);
});

test.each([
  [[418], /no answer 418; it has 200, 400/],
  [[{ status: 503, example: 'nope' }], /no such example; it has unavailable/],
  [[99], /status from 200 to 599; it was 99/],
  [[null], /it was null/],
  [[{ status: 204, body: 'x' }], /empty with 204/],
  [[{ status: 200, headers: { 'Content-Length': '5' } }], /not a header that can be set/],
  [[{ status: 200, headers: { 'X-A': 'a\r\nb' } }], /not a header that can be set/],
  [[{ status: 200, headers: null }], /headers an object/],
  [429, /a list of answers; it was 429/],
])('respondNext(%j) is refused', (answers, message) => {
  const mock = createMockFetch();
  expect(() => {
    mock.respondNext(answers as never);
  }).toThrow(message);
  expect(mock.state().nextAnswers).toEqual([]);
});

test('an error rate fails the same requests each time, and chance alone decides which', async () => {
  const run = async (options: Partial<Switches>) => {
    const { fetch } = createMockFetch({ rateLimit: 'off', ...options });
    const statuses = [];
    for (let sent = 0; sent < 200; sent += 1) statuses.push((await call(fetch)).status);
    return statuses;
  };
  const first = await run({ errorRate: 0.25 });
  expect(await run({ errorRate: 0.25 })).toEqual(first);
  expect(await run({ errorRate: 0.25, latencyMs: [0, 0] })).toEqual(first);
  expect(await run({ errorRate: 0.25, randomSeed: 2 })).not.toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 503]));
  const failed = first.filter((status) => status === 503).length;
  expect(failed).toBeGreaterThan(30);
  expect(failed).toBeLessThan(70);
  expect(new Set(await run({ errorRate: { rate: 1, status: 500 } }))).toEqual(new Set([500]));
});

test('one given key is taken and others are not; off asks for none', async () => {
  const mock = createMockFetch({ keys: { one: 'the-given-key' } });
  expect((await call(mock.fetch)).error.code).toBe('invalid_api_key');
  expect((await call(mock.fetch, { headers: { authorization: 'Bearer the-given-key' } })).status).toBe(200);
  expect(JSON.stringify(mock.state())).not.toContain('the-given-key');
  mock.set({ keys: 'off' });
  expect((await call(mock.fetch, { headers: { authorization: undefined } })).status).toBe(200);
});

test('latency delays the answer, not what the mock does, and an aborted call ends at once with the signal’s reason', async () => {
  const mock = createMockFetch({ latencyMs: 60_000 });
  const controller = new AbortController();
  const pending = mock.fetch('https://api.test/v2/temporary-evse-statuses/42', {
    method: 'PATCH',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    body: '{"temporaryStatus":"RESERVED"}',
    signal: controller.signal,
  });
  await new Promise<void>((resolve) => {
    const end = mock.onChange(() => {
      end();
      resolve();
    });
  });
  expect(mock.state().records[0]).toMatchObject({ temporaryStatus: 'RESERVED' });
  const reason = new Error('enough');
  controller.abort(reason);
  await expect(pending).rejects.toBe(reason);
});

test('a random latency stays within its bounds and repeats with its seed', async () => {
  const { createCore } = await import('./core.ts');
  const { DOCUMENT } = await import('./document.ts');
  const run = (randomSeed: number) => {
    const core = createCore(DOCUMENT, { latencyMs: [100, 300], randomSeed });
    return Array.from(
      { length: 50 },
      () => core.answer({ method: 'PATCH', target: '/', headers: {}, body: new Uint8Array() }).delayMs,
    );
  };
  expect(Math.min(...run(1))).toBeGreaterThanOrEqual(100);
  expect(Math.max(...run(1))).toBeLessThanOrEqual(300);
  expect(new Set(run(1)).size).toBeGreaterThan(20);
  expect(run(1)).toEqual(run(1));
  expect(run(2)).not.toEqual(run(1));
});

test('same calls, same answers, byte for byte, while the clock stands still', async () => {
  const run = async () => {
    const { fetch } = createMockFetch({
      clock,
      errorRate: 0.2,
      validFromWhenOmitted: 'now',
      rateLimit: { requests: 15, windowSeconds: 60 },
    });
    const seen = [];
    for (let sent = 0; sent < 20; sent += 1) {
      const { status, text, headers } = await call(fetch, {
        id: String(40 + (sent % 5)),
        json: { temporaryStatus: 'RESERVED' },
      });
      seen.push([status, text, ...headers]);
    }
    return JSON.stringify(seen);
  };
  expect(await run()).toBe(await run());
});

test('Prefer chooses an answer of the document as it stands, for a request that is valid', async () => {
  const mock = createMockFetch();
  const before = mock.state().records;
  const prefer = async (wish: string, id = '42') =>
    call(mock.fetch, { id, headers: { prefer: wish }, json: { temporaryStatus: 'RESERVED' } });
  for (const { status, content } of OPERATIONS[0]?.responses ?? []) {
    for (const { name, value } of content[0]?.examples ?? []) {
      const code = status.replace('XX', '02');
      const answer = await prefer(`code=${code}, example="${name}"`);
      expect([answer.status, answer.json]).toEqual([Number(code), value]);
    }
  }
  expect((await prefer('example=openEnded')).json).toMatchObject({ id: 43 });
  expect((await prefer('code=200')).json).toMatchObject({ id: 42, temporaryStatus: 'MAINTENANCE' });
  expect((await prefer('CODE=409;wait=3', '999')).status).toBe(409);
  expect(mock.state().records).toEqual(before);
});

test.each<[keyof Switches, unknown]>([
  ['latencyMs', -1],
  ['latencyMs', 1e9],
  ['latencyMs', [5, 1]],
  ['latencyMs', '5'],
  ['rateLimit', 'none'],
  ['rateLimit', { requests: -1, windowSeconds: 1 }],
  ['rateLimit', { requests: 1, windowSeconds: 0 }],
  ['errorRate', 1.1],
  ['errorRate', NaN],
  ['errorRate', { rate: 0.5, status: 418 }],
  ['keys', 'one'],
  ['keys', { one: '' }],
  ['clock', 'now'],
  ['clock', '2026-01-01'],
  ['validFromWhenOmitted', true],
  ['randomSeed', 0.5],
])('%s: %j is refused as an option and as a switch, naming it, and changes nothing', (name, value) => {
  const mock = createMockFetch();
  const before = mock.state();
  const set = () => {
    mock.set({ randomSeed: 5, [name]: value });
  };
  expect(set).toThrow(MockOptionError);
  expect(set).toThrow(new RegExp(`^${name}\\b`));
  expect(() => createMockFetch({ [name]: value })).toThrow(new RegExp(`^${name}\\b`));
  expect(mock.state().switches).toEqual(before.switches);
});

test('a wrong key is not shown in the error', () => {
  const secret = 'a key with spaces';
  expect(() => createMockFetch({ keys: { one: secret } })).toThrow(/^keys must be (?!.*a key with)/);
});

test.each([
  [{ latency: 5 }, 'The mock has no option "latency"; it has latencyMs, '],
  [{ maxBodyBytes: -1 }, 'maxBodyBytes must be a whole number from 0; it was -1.'],
  [{ maxRecordedRequests: 0.5 }, 'maxRecordedRequests must be a whole number from 0; it was 0.5.'],
  [{ basePath: '/api/' }, 'basePath must be empty or a path such as "/api"'],
])('the option %j is refused', (options, message) => {
  expect(() => createMockFetch(options as MockOptions)).toThrow(message);
});

test.each<[keyof Switches, string, unknown]>([
  ['latencyMs', '200', 200],
  ['latencyMs', '100..500', [100, 500]],
  ['rateLimit', 'off', 'off'],
  ['rateLimit', '5/60', { requests: 5, windowSeconds: 60 }],
  ['errorRate', '0.1', 0.1],
  ['errorRate', '0.1:500', { rate: 0.1, status: 500 }],
  ['keys', 'off', 'off'],
  ['clock', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['validFromWhenOmitted', 'now', 'now'],
  ['randomSeed', '7', 7],
])('the flag of %s takes %s', (name, text, value) => {
  expect(SWITCHES[name].read(SWITCHES[name].parse(text))).toEqual(value);
});

test.each<[keyof Switches, string]>([
  ['latencyMs', ''],
  ['latencyMs', '1..'],
  ['latencyMs', 'slow'],
  ['rateLimit', '5/'],
  ['rateLimit', '1/2/3'],
  ['errorRate', ':500'],
  ['keys', 'one'],
  ['randomSeed', ' '],
])('the flag of %s does not take "%s"', (name, text) => {
  expect(() => SWITCHES[name].read(SWITCHES[name].parse(text))).toThrow(MockOptionError);
});

test('only the last requests are kept, and none where none are wanted', async () => {
  const mock = createMockFetch({ maxRecordedRequests: 3 });
  for (const id of ['1', '2', '3', '4', '5']) await call(mock.fetch, { id });
  expect(mock.state().requests.map(({ id }) => id)).toEqual(['req_mock_000003', 'req_mock_000004', 'req_mock_000005']);
  const silent = createMockFetch({ maxRecordedRequests: 0 });
  await call(silent.fetch);
  expect(silent.state().requests).toEqual([]);
});

test('a base path stands in front of the documented paths', async () => {
  const { fetch } = createMockFetch({ basePath: '/api/spirii' });
  expect((await call(fetch, { path: '/api/spirii/v2/temporary-evse-statuses/42' })).status).toBe(200);
  expect((await call(fetch)).error.message).toContain('/api/spirii/v2/');
});

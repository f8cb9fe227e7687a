import process from 'node:process';
import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../../../generated/operations.ts';
import { createMockFetch, type Switches } from '../index.ts';
import { call, COLLECTION, KEY } from '../testing/call.ts';
import { createCore } from '../core.ts';
import { createRateLimiter } from './settings.ts';

const clock = '2026-01-01T00:00:00Z';
const documented = OPERATIONS[0]?.rateLimit ?? { requests: 0, windowSeconds: 0 };

function rateHeaders({ headers }: { headers: Headers }) {
  return ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'].map((name) =>
    headers.get(name),
  );
}

test('the rate limit is the document’s, counts down, ends in 429 with Retry-After, and starts again with the next window', async () => {
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
  expect(mock.state().requests.at(-1)).toMatchObject({ status: 429, source: 'rateLimit' });
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

test('reads and writes have limits of their own, and so has each key', async () => {
  const mock = createMockFetch({ rateLimit: { requests: 1, windowSeconds: 60 } });
  const update = { id: '42' };
  const create = { method: 'POST', path: COLLECTION, json: { evseId: 'X', temporaryStatus: 'BLOCKED' } };
  const list = { method: 'GET', path: COLLECTION };
  const other = { headers: { authorization: 'Bearer another-key' } };
  const sameKey = { headers: { authorization: 'bearer another-key' } };
  const statuses = [];
  for (const one of [update, create, list, list, { ...create, ...other }, { ...update, ...sameKey }]) {
    statuses.push((await call(mock.fetch, one)).status);
  }
  expect(statuses).toEqual([200, 429, 200, 429, 201, 429]);
  mock.set({ rateLimit: { requests: 1, windowSeconds: 60 } });
  expect((await call(mock.fetch, update)).status).toBe(200);
});

test('a key has one limit, however its scheme is written', async () => {
  const mock = createMockFetch({ rateLimit: { requests: 1, windowSeconds: 60 } });
  expect((await call(mock.fetch)).status).toBe(200);
  for (const scheme of ['bearer', 'BEARER', 'Bearer ']) {
    expect((await call(mock.fetch, { headers: { authorization: `${scheme} ${KEY}` } })).status).toBe(429);
  }
});

test('a new key with each request does not fill the memory', () => {
  const limiter = createRateLimiter();
  const limit = { requests: 1, windowSeconds: 60 };
  expect(limiter.acquire('first', limit, 0).exceeded).toBe(false);
  expect(limiter.acquire('first', limit, 0).exceeded).toBe(true);
  for (let count = 0; count < 1000; count += 1) limiter.acquire(`key ${count}`, limit, 0);
  expect(limiter.acquire('first', limit, 0).exceeded).toBe(false);
});

test('preflights and calls under /__mock/ are not counted', async () => {
  const mock = createMockFetch({ rateLimit: { requests: 1, windowSeconds: 10 } });
  await call(mock.fetch, { method: 'OPTIONS', body: null });
  await call(mock.fetch, { method: 'GET', path: '/__mock/state' });
  expect((await call(mock.fetch)).status).toBe(200);
  expect(mock.state().requests).toHaveLength(1);
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

test('one given key is accepted and others are not; off needs none', async () => {
  const mock = createMockFetch({ keys: { one: 'the-given-key' } });
  expect((await call(mock.fetch)).error.code).toBe('invalid_api_key');
  expect((await call(mock.fetch, { headers: { authorization: 'Bearer the-given-key' } })).status).toBe(200);
  expect(JSON.stringify(mock.state())).not.toContain('the-given-key');
  mock.set({ keys: 'off' });
  expect((await call(mock.fetch, { headers: { authorization: undefined } })).status).toBe(200);
});

test('latency delays the response, not the operation, and an aborted call rejects at once with the signal’s reason', async () => {
  const mock = createMockFetch({ latencyMs: 60_000 });
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
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
  expect(timers()).toBe(before);
});

test('a random latency stays within its bounds and repeats with its seed', () => {
  const run = (randomSeed: number) => {
    const core = createCore({ latencyMs: [100, 300], randomSeed });
    return Array.from(
      { length: 50 },
      () => core.respond({ method: 'PATCH', target: '/', headers: {}, body: new Uint8Array() }).delayMs,
    );
  };
  expect(Math.min(...run(1))).toBeGreaterThanOrEqual(100);
  expect(Math.max(...run(1))).toBeLessThanOrEqual(300);
  expect(new Set(run(1)).size).toBeGreaterThan(20);
  expect(run(1)).toEqual(run(1));
  expect(run(2)).not.toEqual(run(1));
});

test('same calls, same responses, byte for byte, while the clock stands still', async () => {
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

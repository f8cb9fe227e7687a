import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { RATE_LIMITS } from '../../../generated/facts.ts';
import { createClientIn } from '../create-client.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createRateLimitedService, fixedWindow, slidingWindow, tokenBucket } from '../testing/rate-limited-service.ts';
import type { RateLimitedServiceOptions } from '../testing/rate-limited-service.ts';
import { listenersOn } from '../testing/support.ts';
import { updateManyIn } from '../testing/bulk-runs.ts';
import { createVirtualTime } from '../testing/virtual-time.ts';

const { requests: documentedLimit, windowSeconds } = RATE_LIMITS.write;
const windowMs = windowSeconds * 1000;
/** Not at the beginning of a window, nor of a second. */
const start = Date.UTC(2026, 0, 1) + 12_345;

// Minutes of their time, thousands of requests: on a busy machine a few seconds of ours.
jest.setTimeout(60_000);

interface Setting extends Omit<RateLimitedServiceOptions, 'time'> {
  readonly items?: number;
  readonly concurrency?: number;
  /** How many run at the same time, each with as many items, without knowing of the others. */
  readonly processes?: number;
  /** How much later each of them begins than the one before, milliseconds. */
  readonly apartMs?: number;
  /** Called after that many outcomes. */
  readonly after?: {
    readonly outcomes: number;
    readonly set: (setWallClock: (now: number) => void, now: number) => void;
  };
}

/** Latencies that come back the same in each run of the test. */
function uneven(request: number): number {
  return 30 + ((request * 7919) % 90);
}

async function run({ items = 600, concurrency = 8, processes = 1, apartMs = 0, after, ...options }: Setting) {
  const time = createVirtualTime(start);
  const service = createRateLimitedService({ latencyMs: uneven, ...options, time });
  let unsuccessful = 0;
  let outcomes = 0;
  const process = async (_: unknown, place: number) => {
    await time.pass(place * apartMs);
    const client = createClientIn(time.runtime, { apiKey: 'key', fetch: service.fetch });
    const changes = Array.from({ length: items }, (_, id) => ({ id, change: {} }));
    for await (const { status } of updateManyIn(time.runtime, client, changes, { concurrency })) {
      if (status !== 'succeeded') unsuccessful++;
      if (++outcomes === after?.outcomes) after.set(time.setWallClock, time.runtime.now());
    }
  };
  await time.run(Promise.all(Array.from({ length: processes }, process)));
  const refused = service.arrivals.filter(({ status }) => status === 429).length;
  const { arrivals } = service;
  return { arrivals, ms: service.arrivals.at(-1)?.at ?? 0, refused, unsuccessful };
}

describe('of each fixed window at least 98% is used, and no request is refused', () => {
  test.each<[string, { limit?: number; phase?: number } & Setting]>([
    ['where it ends on a second', {}],
    ['where its end is rounded up', { phase: 100 }],
    ['where its end is rounded down', { phase: 700, round: Math.floor }],
    ['where the limit is ten times the documented one', { limit: 1200, phase: 400, items: 6000 }],
    ["where the service's clock is ahead", { phase: 400, clockAheadMs: 300_000 }],
    ["where the service's clock is behind", { phase: 400, clockAheadMs: -300_000 }],
    ['where the service tells no date', { phase: 400, sendsDate: false }],
    ['where only one may be under way', { concurrency: 1 }],
    ['where responses take two seconds', { latencyMs: () => 2000 }],
    ['where responses overtake each other', { latencyMs: (request) => (request % 3 === 0 ? 4000 : 100) }],
    [
      'where the wall clock is set back by an hour on the way',
      {
        after: {
          outcomes: 150,
          set: (setWallClock, now) => {
            setWallClock(now - 3_600_000);
          },
        },
      },
    ],
  ])('%s', async (_name, { limit = documentedLimit, phase = 0, ...setting }) => {
    const { limiter, used } = fixedWindow(limit, windowMs, phase);
    const { ms, refused, unsuccessful } = await run({ ...setting, limiter });
    const whole = used.slice(1, -1);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(limit * 0.98);
    // No window was left out.
    expect(ms / windowMs).toBeLessThan(used.length + 1);
    expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
  });
});

describe('a limiter of another kind refuses nothing either, and at least 97% of what it allows is used', () => {
  test.each([
    ['sliding window', slidingWindow],
    ['token bucket', tokenBucket],
  ])('%s', async (_name, limiter) => {
    const items = 6000;
    const { ms, refused, unsuccessful } = await run({ limiter: limiter(1200, windowMs), items });
    expect(items).toBeGreaterThanOrEqual(0.97 * 1200 * (ms / windowMs));
    expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
  });
});

describe('the documented limit holds from the first request on', () => {
  const inSeconds = (ms: number) => String(Math.floor(ms / 1000));
  test.each<[string, (now: number) => Record<string, string>]>([
    ['without headers', () => ({})],
    ['where X-RateLimit-Remaining is missing', (now) => ({ 'X-RateLimit-Reset': inSeconds(now + 30_000) })],
    ['where X-RateLimit-Reset is missing', () => ({ 'X-RateLimit-Remaining': '60' })],
    ['where the reset counts the seconds that are left', () => reset('30')],
    ['where the reset counts milliseconds', (now) => reset(String(now + 30_000))],
    ['where the reset counts nanoseconds', (now) => reset(`${now + 30_000}000000`)],
    ['where the reset is over', (now) => reset(inSeconds(now - 30_000))],
    ['where the reset is far away', (now) => reset(inSeconds(now + 86_400_000))],
  ])('%s', async (_name, headers) => {
    const { arrivals, unsuccessful } = await run({
      latencyMs: () => 0,
      respond: (_id, _request, now) => Response.json({}, { headers: headers(now) }),
    });
    const times = arrivals.map(({ at }) => at);
    const inOneWindow = times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length);
    expect(Math.max(...inOneWindow)).toBeLessThanOrEqual(documentedLimit);
    expect(600).toBeGreaterThanOrEqual(0.97 * documentedLimit * ((times.at(-1) ?? NaN) / windowMs));
    expect(unsuccessful).toBe(0);
  });

  function reset(value: string) {
    return { 'X-RateLimit-Limit': String(documentedLimit), 'X-RateLimit-Remaining': '60', 'X-RateLimit-Reset': value };
  }
});

test('whatever the headers say, no request waits for more than an hour', async () => {
  const count = fc.oneof(fc.constantFrom('', '0', '-1', '1e9', 'many', '9'.repeat(400)), fc.nat().map(String));
  const unit = fc.constantFrom(1e-3, 1, 1e3, 1e6);
  const reset = fc.oneof(count, fc.tuple(fc.integer({ min: -5000, max: 5000 }), unit));
  const property = fc.asyncProperty(fc.array(fc.tuple(count, count, reset), { minLength: 1 }), async (headers) => {
    const { arrivals, unsuccessful } = await run({
      items: 10,
      respond(_id, request, now) {
        const [limit, remaining, at] = headers[request % headers.length] ?? ['', '', ''];
        const time = typeof at === 'string' ? at : String(Math.floor((now + at[0] * 1000) * at[1]));
        const named = { 'X-RateLimit-Limit': limit, 'X-RateLimit-Remaining': remaining, 'X-RateLimit-Reset': time };
        return Response.json({}, { headers: named });
      },
    });
    const gaps = arrivals.map(({ at }, place) => at - (arrivals[place - 1]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(3_602_000);
    expect([arrivals.length, unsuccessful]).toEqual([10, 0]);
  });
  await fc.assert(property, { numRuns: 40 });
});

test('waiting leaves no listener on the signal', async () => {
  const time = createVirtualTime(start);
  const limiter = createRateLimiter(time.runtime);
  const { signal } = new AbortController();
  await time.run(Promise.all([limiter.acquire(signal), limiter.acquire(signal), limiter.acquire(signal)]));
  expect(time.now()).toBeGreaterThan(start);
  expect(listenersOn(signal)).toBe(0);
});

test('of a small limit nothing is kept back', async () => {
  const { limiter, used } = fixedWindow(20, windowMs);
  const { refused, unsuccessful } = await run({ limiter, items: 100 });
  expect(used.slice(1, -1)).toEqual([20, 20, 20]);
  expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
});

test('a list that fits into half of a window does not wait', async () => {
  const { ms } = await run({ limiter: fixedWindow(documentedLimit, windowMs).limiter, items: 50, latencyMs: () => 80 });
  expect(ms).toBeLessThan(1000);
});

test('a wall clock that is set forward costs no more than the window in which that happens', async () => {
  const { limiter, used } = fixedWindow(documentedLimit, windowMs);
  const setForward = (setWallClock: (now: number) => void, now: number) => {
    setWallClock(now + 3_600_000);
  };
  const { ms, refused, unsuccessful } = await run({ limiter, after: { outcomes: 150, set: setForward } });
  const [, second] = used.slice(1, -1).sort((a, b) => a - b);
  expect(second).toBeGreaterThanOrEqual(documentedLimit * 0.98);
  expect(ms / windowMs).toBeLessThan(used.length + 1);
  expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
});

test('a late response of the window before changes nothing', async () => {
  const time = createVirtualTime(start);
  const limiter = createRateLimiter(time.runtime);
  const response = (remaining: number, secondsLeft: number) => ({
    status: 200,
    headers: new Headers({
      'X-RateLimit-Limit': '120',
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(Math.floor(start / 1000) + secondsLeft),
    }),
  });
  await time.run(Promise.all([limiter.acquire(undefined), limiter.acquire(undefined)]));
  const before = time.now();
  limiter.release(response(119, 61));
  limiter.release(response(0, 1));
  await time.run(limiter.acquire(undefined));
  expect(time.now()).toBe(before);
});

test('half of a window is spent at once, the rest evenly', async () => {
  const { limiter } = fixedWindow(1200, windowMs);
  const { arrivals } = await run({ limiter, items: 1100 });
  const left = windowMs - (start % windowMs);
  const before = (ms: number) => arrivals.filter(({ at }) => at < ms).length;
  expect(before(left * 0.2)).toBeGreaterThanOrEqual(600);
  expect(before(left * 0.6) / 1200).toBeCloseTo(0.5 + 0.6 / 2, 1);
});

test.each([
  ['that begin together', 0],
  ['that begin a window apart', windowMs],
])('processes %s and share a limit use at least 95%% of it, and are not refused', async (_when, apartMs) => {
  const { limiter, used } = fixedWindow(documentedLimit, windowMs);
  const { refused, unsuccessful } = await run({ limiter, processes: 5, apartMs, items: 500 });
  expect(Math.min(...used.slice(1, -1))).toBeGreaterThanOrEqual(documentedLimit * 0.95);
  expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
});

test('a limit that changes in the middle of a window is followed from the next response on', async () => {
  const changesAt = start - (start % windowMs) + 3.5 * windowMs;
  const { limiter, used } = fixedWindow((now) => (now < changesAt ? 120 : 1200), windowMs);
  const { refused, unsuccessful } = await run({ limiter, items: 4000 });
  expect(used[2]).toBeGreaterThanOrEqual(120 * 0.97);
  expect(used[3]).toBeGreaterThanOrEqual(1200 * 0.97);
  expect(used[4]).toBeGreaterThanOrEqual(1200 * 0.97);
  expect({ refused, unsuccessful }).toEqual({ refused: 0, unsuccessful: 0 });
});

test('a limit that drops below what was sent costs one refusal at most for each request under way', async () => {
  const changesAt = start + windowMs;
  const { limiter } = fixedWindow((now) => (now < changesAt ? 240 : 20), windowMs);
  const { refused, unsuccessful } = await run({ limiter, items: 400, concurrency: 4 });
  expect(refused).toBeLessThanOrEqual(4);
  expect(unsuccessful).toBe(0);
});

test('after a 429 nothing is sent before Retry-After has passed', async () => {
  const refusal = () => new Response('', { status: 429, headers: { 'Retry-After': '20' } });
  const { arrivals, unsuccessful } = await run({
    items: 40,
    latencyMs: () => 80,
    respond: (_id, request) => (request === 10 ? refusal() : undefined),
  });
  const refused = arrivals.findIndex(({ status }) => status === 429);
  const [at = NaN, next = NaN] = arrivals.slice(refused).map((arrival) => arrival.at);
  expect(next - at).toBeGreaterThanOrEqual(20_000);
  expect(next - at).toBeLessThan(21_000);
  expect(unsuccessful).toBe(0);
});

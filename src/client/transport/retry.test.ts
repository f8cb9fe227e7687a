import { describe, expect, test } from '@jest/globals';
import { retryWaitMs } from './retry.ts';
import { fakeTime } from './test-support.ts';

const limits = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };
const { runtime } = fakeTime();

function answer(status: number, retryAfter?: string) {
  return { status, headers: new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }) };
}

describe('sending again', () => {
  test.each([429, 500, 501, 502, 503, 504, 599])('%d is sent again', (status) => {
    expect(retryWaitMs(1, answer(status), limits, runtime)).toBe(500);
  });

  test.each([0, 200, 204, 301, 307, 400, 401, 403, 404, 408, 409, 410, 422, 428, 430, 499])('%d is not', (status) => {
    expect(retryWaitMs(1, answer(status), limits, runtime)).toBeUndefined();
  });

  test('no answer is sent again', () => {
    expect(retryWaitMs(1, undefined, limits, runtime)).toBe(500);
  });

  test('it ends after as many retries as are allowed', () => {
    expect(retryWaitMs(2, undefined, limits, runtime)).toBe(1000);
    expect(retryWaitMs(3, undefined, limits, runtime)).toBeUndefined();
    expect(retryWaitMs(1, undefined, { ...limits, maxRetries: 0 }, runtime)).toBeUndefined();
  });
});

describe('the wait', () => {
  test('without Retry-After it is random, up to a bound that doubles', () => {
    const many = { ...limits, maxRetries: 99 };
    const half = fakeTime({ random: 0.5 }).runtime;
    expect([1, 2, 3, 4].map((attempts) => retryWaitMs(attempts, undefined, many, half))).toEqual([
      250, 500, 1000, 2000,
    ]);
    expect(retryWaitMs(1, undefined, many, fakeTime({ random: 0 }).runtime)).toBe(0);
  });

  test('without Retry-After it is never longer than maxRetryWaitMs', () => {
    expect(retryWaitMs(90, undefined, { ...limits, maxRetries: 99 }, runtime)).toBe(60_000);
  });

  test.each([429, 503])('with %d, Retry-After wins over the backoff', (status) => {
    expect(retryWaitMs(1, answer(status, '7'), limits, runtime)).toBe(7000);
    expect(retryWaitMs(1, answer(status, '60'), limits, runtime)).toBe(60_000);
  });

  test('a Retry-After of more than maxRetryWaitMs means not at all', () => {
    expect(retryWaitMs(1, answer(429, '61'), limits, runtime)).toBeUndefined();
  });

  test('a Retry-After date is measured from now where the answer has no Date', () => {
    const { runtime: later } = fakeTime({ now: Date.parse('Wed, 23 Apr 2025 10:00:00 GMT') });
    expect(retryWaitMs(1, answer(429, 'Wed, 23 Apr 2025 10:00:05 GMT'), limits, later)).toBe(5000);
  });
});

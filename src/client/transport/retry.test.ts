import { describe, expect, test } from '@jest/globals';
import { fakeTime } from '../testing/support.ts';
import { isRepeatable, retryWaitMs } from './retry.ts';

const limits = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };
const { runtime } = fakeTime();

function responded(status: number, retryAfter?: string) {
  return { status, headers: new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }) };
}

function wait(attempts: number, response?: ReturnType<typeof responded>, bounds = limits, time = runtime) {
  return retryWaitMs({ method: 'PATCH', attempts, response }, bounds, time);
}

describe('sending again', () => {
  test.each([429, 500, 501, 502, 503, 504, 599])('%d is sent again', (status) => {
    expect(wait(1, responded(status))).toBe(500);
  });

  test.each([0, 200, 204, 301, 307, 400, 401, 403, 404, 408, 409, 410, 422, 428, 430, 499])('%d is not', (status) => {
    expect(wait(1, responded(status))).toBeUndefined();
  });

  test('a request without a response is sent again', () => {
    expect(wait(1, undefined)).toBe(500);
  });

  test('a POST is sent again after a response, but not without one: it may have been carried out', () => {
    expect(retryWaitMs({ method: 'POST', attempts: 1, response: undefined }, limits, runtime)).toBeUndefined();
    expect(retryWaitMs({ method: 'POST', attempts: 1, response: responded(503) }, limits, runtime)).toBe(500);
    expect(['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE', 'POST'].filter((method) => !isRepeatable(method))).toEqual([
      'POST',
    ]);
  });

  test('ends after as many retries as are allowed', () => {
    expect(wait(2, undefined)).toBe(1000);
    expect(wait(3, undefined)).toBeUndefined();
    expect(wait(1, undefined, { ...limits, maxRetries: 0 }, runtime)).toBeUndefined();
  });
});

describe('the wait', () => {
  test('without Retry-After it is random, up to a bound that doubles', () => {
    const many = { ...limits, maxRetries: 99 };
    const half = fakeTime({ random: 0.5 }).runtime;
    expect([1, 2, 3, 4].map((attempts) => wait(attempts, undefined, many, half))).toEqual([250, 500, 1000, 2000]);
    expect(wait(1, undefined, many, fakeTime({ random: 0 }).runtime)).toBe(0);
  });

  test('without Retry-After it is never longer than maxRetryWaitMs', () => {
    expect(wait(90, undefined, { ...limits, maxRetries: 99 }, runtime)).toBe(60_000);
  });

  test.each([429, 503])('with %d, Retry-After takes precedence over the backoff', (status) => {
    expect(wait(1, responded(status, '7'))).toBe(7000);
    expect(wait(1, responded(status, '60'))).toBe(60_000);
  });

  test('for a Retry-After of more than maxRetryWaitMs there is none: it is not sent again', () => {
    expect(wait(1, responded(429, '61'))).toBeUndefined();
  });

  test('a Retry-After date is measured from now where the response has no Date', () => {
    const { runtime: later } = fakeTime({ now: Date.parse('Wed, 23 Apr 2025 10:00:00 GMT') });
    expect(wait(1, responded(429, 'Wed, 23 Apr 2025 10:00:05 GMT'), limits, later)).toBe(5000);
  });
});

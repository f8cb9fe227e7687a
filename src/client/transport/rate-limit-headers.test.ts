import { describe, expect, test } from '@jest/globals';
import { readRateLimit, readRetryAfter } from './rate-limit-headers.ts';

const date = 'Wed, 23 Apr 2025 10:00:00 GMT';
const now = Date.parse(date);

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    ['999999999999', 999_999_999_999],
    ['Wed, 23 Apr 2025 10:00:12 GMT', 12],
    ['Wed, 23 Apr 2025 09:00:00 GMT', 0],
  ])('%s asks for %d seconds', (text, seconds) => {
    expect(readRetryAfter(new Headers({ 'Retry-After': text }), now)).toBe(seconds);
  });

  test.each(['', 'soon', '-5', '1.5', '12 s', '0x10', '12, 13', '2025-04-23T10:00:12Z', 'never GMT'])(
    '%p asks for nothing',
    (text) => {
      expect(readRetryAfter(new Headers({ 'Retry-After': text }), now)).toBeUndefined();
    },
  );

  test('a missing one asks for nothing', () => {
    expect(readRetryAfter(new Headers(), now)).toBeUndefined();
  });

  test('its date is measured by the clock of the service, not by a local one that is wrong', () => {
    const headers = new Headers({ 'Retry-After': 'Wed, 23 Apr 2025 10:00:12 GMT', Date: date });
    expect(readRetryAfter(headers, 0)).toBe(12);
    headers.set('Date', 'yesterday');
    expect(readRetryAfter(headers, now + 2000)).toBe(10);
  });
});

describe('X-RateLimit', () => {
  test('all three are read, the reset as epoch seconds', () => {
    const headers = new Headers({
      'X-RateLimit-Limit': '120',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(now / 1000),
    });
    expect(readRateLimit(headers)).toEqual({ limit: 120, remaining: 0, resetsAt: new Date(now) });
  });

  test('what is missing or is not a whole number is left out', () => {
    expect(readRateLimit(new Headers())).toEqual({});
    const headers = new Headers({
      'X-RateLimit-Limit': 'x1',
      'X-RateLimit-Remaining': '-1',
      'X-RateLimit-Reset': '1.5',
    });
    expect(readRateLimit(headers)).toEqual({});
  });

  test.each(['1779198300000', '1779198300000000', '1779198300000000000', '9'.repeat(400)])(
    'the reset %s is left out: it is not in seconds',
    (reset) => {
      expect(readRateLimit(new Headers({ 'X-RateLimit-Reset': reset }))).toEqual({});
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { isDateTime, parseDateTime } from './rfc3339.ts';

describe('a timestamp is read as the instant it names', () => {
  test.each([
    ['2025-04-23T10:00:00Z', Date.UTC(2025, 3, 23, 10)],
    ['2025-04-23t10:00:00z', Date.UTC(2025, 3, 23, 10)],
    ['2025-04-23T12:00:00+02:00', Date.UTC(2025, 3, 23, 10)],
    ['2025-04-23T06:30:00-03:30', Date.UTC(2025, 3, 23, 10)],
    ['2025-04-23T10:00:00.5Z', Date.UTC(2025, 3, 23, 10, 0, 0, 500)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['1970-01-01T00:00:00-00:00', 0],
    ['1990-12-31T15:59:60-08:00', Date.UTC(1991, 0, 1)],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
  ])('%s', (text, instant) => {
    expect(parseDateTime(text)).toBe(instant);
  });
});

test('each day of eight years, with and without an offset, is read alike in its usual form and with one more digit', () => {
  for (const first of ['0000-01-01', '1896-01-01', '2024-01-01', '9992-01-01'].map((day) => Date.parse(day))) {
    for (let day = 0; day < 8 * 365; day++) {
      const instant = first + day * 86_400_000 + ((day * 7_654_321) % 86_400_000);
      const text = new Date(instant).toISOString();
      expect(parseDateTime(text)).toBe(instant);
      expect(parseDateTime(text.replace('Z', '0Z'))).toBe(instant);
      expect(parseDateTime(text.replace('Z', '+01:30'))).toBe(instant - 5_400_000);
    }
  }
});

describe('what RFC 3339 does not allow is not a timestamp', () => {
  test.each([
    '',
    '2025-04-23',
    '2025-04-23T10:00:00',
    '2025-04-23 10:00:00Z',
    '2025-04-23T10:00:00+0200',
    '2025-04-23T10:00:00+02',
    '2025-04-23T10:00Z',
    '2025-04-23T10:00:00.Z',
    '2025-04-23T24:00:00Z',
    '2025-04-23T10:60:00Z',
    '2025-04-23T10:00:60Z',
    '2025-04-23T10:00:00+24:00',
    '2025-04-23T10:00:00+02:60',
    '2025-00-23T10:00:00Z',
    '2025-13-23T10:00:00Z',
    '2025-04-00T10:00:00Z',
    '2025-04-31T10:00:00Z',
    '2025-02-29T10:00:00Z',
    '1900-02-29T10:00:00Z',
    '+002025-04-23T10:00:00Z',
    ' 2025-04-23T10:00:00Z',
    '2025-04-23T10:00:00Z\n',
    '２025-04-23T10:00:00Z',
  ])('%j', (text) => {
    expect(isDateTime(text)).toBe(false);
  });
});

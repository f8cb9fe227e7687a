import { describe, expect, test } from '@jest/globals';
import { phaseOf } from '../state/validity.ts';
import { barOf, placeOf, spanAround, spanOfAll, ticksOf } from './timeline.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = (text: string) => Date.parse(text);
const now = at('2025-04-23T12:00:00Z');

test('a record is upcoming before its start, active from its start on, ended at its end', () => {
  const validity = { from: now, to: now + hour };
  expect([now - 1, now, now + hour - 1, now + hour].map((instant) => phaseOf(validity, instant))).toEqual([
    'upcoming',
    'active',
    'active',
    'ended',
  ]);
  expect(phaseOf({}, now)).toBe('active');
});

describe('the span of all records', () => {
  test('holds every end and now, with room at both sides', () => {
    const span = spanOfAll([{ from: now - 3 * day, to: now - 2 * day }, { from: now + day }, {}], now);
    expect(span.from).toBeLessThan(now - 3 * day);
    expect(span.to).toBeGreaterThan(now + day);
  });

  test('is two hours around now where nothing has an end', () => {
    expect(spanOfAll([{}], now)).toEqual({ from: now - hour, to: now + hour });
  });
});

describe('the bar of a record', () => {
  const span = spanAround(now, 2 * day);

  test('stands where its ends are', () => {
    expect(barOf({ from: now - day / 2, to: now }, span)).toEqual({ left: 0.25, right: 0.5 });
  });

  test('ends with the line where the record goes on beyond it, or has no end', () => {
    expect(barOf({ from: now - 9 * day, to: now + 9 * day }, span)).toEqual({ left: 0, right: 1 });
    expect(barOf({}, span)).toEqual({ left: 0, right: 1 });
  });

  test('is only a side where the line does not reach it', () => {
    expect(barOf({ from: now - 9 * day, to: now - 8 * day }, span)).toBe('before');
    expect(barOf({ from: now + 8 * day }, span)).toBe('after');
  });

  test('has no negative width where the end is before the start', () => {
    expect(barOf({ from: now, to: now - hour }, span)).toEqual({ left: 0.5, right: 0.5 });
  });
});

describe('the marks of the time line', () => {
  test.each([
    ['two hours', spanAround(now, 2 * hour), ['11:00', '12:00', '13:00']],
    ['a day', spanAround(now, day), ['00:00', '06:00', '12:00', '18:00', '00:00']],
    [
      'three years',
      { from: at('2022-10-01T00:00:00Z'), to: at('2026-02-01T00:00:00Z') },
      ['2023', '2024', '2025', '2026'],
    ],
    ['five months', spanAround(now, 150 * day), ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07']],
  ])('are round over %s', (_, span, labels) => {
    const ticks = ticksOf(span).map(({ label }) => (label === '04-23' || label === '04-24' ? '00:00' : label));
    expect(ticks).toEqual(labels);
  });

  test('are at most five and within the line, from a minute to ten thousand years', () => {
    for (let length = 60_000; length < 10_000 * 365 * day; length *= 1.7) {
      const span = spanAround(now, length);
      const places = ticksOf(span).map(({ instant }) => placeOf(instant, span));
      expect(places.length).toBeLessThanOrEqual(5);
      expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    }
  });
});

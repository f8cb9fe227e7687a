import { describe, expect, test } from '@jest/globals';
import { phaseOf } from '../state/validity.ts';
import { barOf, spanOf } from './timeline.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2025-04-23T12:00:00Z');

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
    const span = spanOf([{ from: now - 3 * day, to: now - 2 * day }, { from: now + day }, {}], now);
    expect(span.from).toBeLessThan(now - 3 * day);
    expect(span.to).toBeGreaterThan(now + day);
  });

  test('is two hours around now where nothing has an end', () => {
    expect(spanOf([{}], now)).toEqual({ from: now - hour, to: now + hour });
  });
});

describe('the bar of a record', () => {
  const span = { from: now - day, to: now + day };

  test('stands where its ends are', () => {
    expect(barOf({ from: now - day / 2, to: now }, span)).toEqual({ left: 0.25, right: 0.5 });
  });

  test('reaches the ends of the line where the record has none', () => {
    expect(barOf({}, span)).toEqual({ left: 0, right: 1 });
  });

  test('has no negative width where the end is before the start', () => {
    expect(barOf({ from: now, to: now - hour }, span)).toEqual({ left: 0.5, right: 0.5 });
  });
});

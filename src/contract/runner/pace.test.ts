import { expect, test } from '@jest/globals';
import type { Case } from '../cases/case.ts';
import { samplesOf } from '../cases/samples.ts';
import type { ServiceResponse } from '../exchange.ts';
import { Pace } from './pace.ts';

const [update, create, list] = (['update', 'create', 'list'] as const).map((name) => {
  const { valid, bodySchema } = samplesOf(name);
  return valid('any', 'Any.', bodySchema);
}) as [Case, Case, Case];
const now = Date.UTC(2026, 0, 5, 12);
const response = (limit: number, remaining: number, reset: number): ServiceResponse => ({
  status: 200,
  headers: new Map(
    Object.entries({
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': remaining,
      'x-ratelimit-reset': now / 1000 + reset,
    }).map(([name, value]) => [name, String(value)]),
  ),
  body: new Uint8Array(),
});

test('without headers, the documented limit is kept, less a reserve for restoring', () => {
  const pace = new Pace(true);
  for (let count = 0; count < 117; count += 1) {
    expect(pace.waitFor(update, now + count, false)).toBe(0);
    pace.count(update, now + count);
  }
  expect(pace.waitFor(update, now + 117, false)).toBe(60_000 - 117);
  expect(pace.waitFor(update, now + 117, true)).toBe(0);
  expect(pace.waitFor(update, now + 60_000, false)).toBe(0);
});

test('reads have a limit of their own, and a create shares that of the update', () => {
  const pace = new Pace(true);
  for (let count = 0; count < 120; count += 1) pace.count(create, now);
  expect(pace.waitFor(update, now, false)).toBe(60_000);
  expect(pace.waitFor(list, now, false)).toBe(0);
});

test('the headers decide where they are there, also while responses are lost', () => {
  const pace = new Pace(true);
  pace.learn(update, response(120, 5, 20), now);
  expect(pace.waitFor(update, now, false)).toBe(0);
  pace.count(update, now);
  pace.count(update, now);
  expect(pace.waitFor(update, now, false)).toBe(20_000);
  expect(pace.waitFor(update, now, true)).toBe(0);
  pace.count(update, now);
  pace.count(update, now);
  expect(pace.waitFor(update, now, true)).toBe(20_000);
});

test('a reset that is further away than a window is not waited for', () => {
  const pace = new Pace(true);
  pace.learn(update, response(120, 0, 86_400), now);
  expect(pace.waitFor(update, now, false)).toBe(60_000);
});

test('a local server that states no limit has none', () => {
  const pace = new Pace(false);
  for (let count = 0; count < 1000; count += 1) pace.count(update, now);
  expect(pace.waitFor(update, now, false)).toBe(0);
});

test('a request without a valid key, or with another one, is not counted', () => {
  const pace = new Pace(true);
  const others: readonly Case[] = [
    { ...update, expect: 'no-valid-key' },
    { ...update, expect: 'forbidden-key' },
    { ...update, request: { ...update.request, headers: { Authorization: 'Bearer {throttledKey}' } } },
  ];
  for (let count = 0; count < 200; count += 1) for (const one of others) pace.count(one, now);
  for (const one of others) expect([...pace.learn(one, response(120, 0, 20), now)]).toEqual([]);
  expect(pace.waitFor(update, now, false)).toBe(0);
});

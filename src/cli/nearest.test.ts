import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

const words = ['port', 'host', 'latency', 'rate-limit'];

test.each([
  ['prot', 'port'],
  ['Port', 'port'],
  ['ports', 'port'],
  ['latncy', 'latency'],
  ['ratelimit', 'rate-limit'],
])('%s most likely means %s', (typed, meant) => {
  expect(nearest(typed, words)).toBe(meant);
});

test('nothing is suggested for what is far from every word', () => {
  expect(nearest('verbose', words)).toBeUndefined();
  expect(nearest('', words)).toBeUndefined();
  expect(nearest('port', [])).toBeUndefined();
});

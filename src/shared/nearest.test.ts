import { expect, test } from '@jest/globals';
import { nearest, unknownName } from './nearest.ts';

const known = ['apiKey', 'baseUrl', 'timeoutMs', 'retry', 'port', 'rate-limit'];

test.each([
  ['baseURL', 'baseUrl'],
  ['base_url', 'baseUrl'],
  ['timeout', 'timeoutMs'],
  ['retries', 'retry'],
  ['prot', 'port'],
  ['ports', 'port'],
  ['ratelimit', 'rate-limit'],
  ['apikey', 'apiKey'],
  ['Port', 'port'],
])('%s most likely means %s', (name, meant) => {
  expect(nearest(name, known)).toBe(meant);
});

test.each(['headers', 'verbose', 'troper', ''])('nothing is suggested for %p, which is far from every name', (name) => {
  expect(nearest(name, known)).toBeUndefined();
});

test('an unknown name is reported with the nearest known one, or with all of them', () => {
  expect(unknownName('baseURL', known)).toBe('there is no baseURL; did you mean baseUrl?');
  expect(unknownName('headers', ['port', 'retry'])).toBe('there is no headers; there are port, retry');
});

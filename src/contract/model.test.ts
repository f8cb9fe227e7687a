import { expect, test } from '@jest/globals';
import { isSame } from './model.ts';

test.each<[string, string, unknown, unknown, boolean]>([
  ['the same instant with another offset', 'validTo', '2030-01-01T10:00:00Z', '2030-01-01T12:00:00+02:00', true],
  ['another instant', 'validTo', '2030-01-01T10:00:00Z', '2030-01-01T10:00:01Z', false],
  ['an equal list', 'note', ['a'], ['a'], true],
  ['a number for its text', 'id', 42, '42', false],
  ['a text that differs only at its end', 'evseId', 'x'.repeat(1000), `${'x'.repeat(999)}y`, false],
])('%s', (_, name, one, other, expected) => {
  expect(isSame(name, one, other)).toBe(expected);
});

import { expect, test } from '@jest/globals';
import { readJson } from './read-json.ts';

const read = (text: string) => readJson(new TextEncoder().encode(text));

test.each([
  ['a name twice', '{"a":1,"a":2}', 'a'],
  ['a name twice, once with an escape', '{"a":1,"\\u0061":2}', 'a'],
  ['a name twice, blanks before the colons', `{"a"${' '.repeat(100)}:1,"a" :2}`, 'a'],
  ['a name twice, far behind', `{"z":"${'x'.repeat(200_000)}","a":1,"a":2}`, 'a'],
  ['a name twice in an inner object', '[{"a":{"b":1,"b":2}}]', 'b'],
  ['a name in two objects', '[{"a": 1},{"a": 2}]', undefined],
  ['a name and the same text as a value', '{"a": "a", "b": ["a", "a"]}', undefined],
  ['quotation marks and backslashes in strings', '{"a": "\\\\", "b": "\\"a\\":", "c": 1}', undefined],
])('%s', (_, text, duplicate) => {
  expect(read(text)).toEqual({
    text,
    value: JSON.parse(text) as unknown,
    ...(duplicate !== undefined && { duplicate }),
  });
});

test('8 MB of escapes are JSON like any other', () => {
  expect(read(` [{"note":"${'\\"'.repeat(4 << 20)}"}]`)).not.toHaveProperty('problem');
});

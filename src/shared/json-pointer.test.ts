import { describe, expect, test } from '@jest/globals';
import { joinPointer, splitPointer, valueAt } from './json-pointer.ts';

describe('a JSON pointer', () => {
  test('escapes ~ and / in its segments, and reads them back', () => {
    const pointer = joinPointer('#', 'a/b', '~1', 0, '');
    expect(pointer).toBe('#/a~1b/~01/0/');
    expect(splitPointer(pointer)).toEqual(['a/b', '~1', '0', '']);
  });

  test('that is empty stands for the whole value', () => {
    expect(splitPointer('')).toEqual([]);
    expect(valueAt(5, '')).toBe(5);
    expect(valueAt(5, '#')).toBe(5);
  });

  test('finds members of objects and arrays', () => {
    expect(valueAt({ 'a/b': [{ c: null }] }, '/a~1b/0/c')).toBeNull();
  });

  test('finds nothing where nothing is, inherited members included', () => {
    for (const pointer of ['/b', '/a/b/c', '/toString', '/a/length']) {
      expect(valueAt({ a: 'text' }, pointer)).toBeUndefined();
    }
  });
});

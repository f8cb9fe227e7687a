import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import process from 'node:process';
import { endProgress, showProgress } from './output.ts';

const { isTTY, columns } = process.stderr;
let written: string;

beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  Object.assign(process.stderr, { isTTY, columns });
});

const progress = { case: 3, of: 120, id: 'update/key/wrong' };

test('a terminal shows case, number of cases and what the run waits for, each in place of the last', () => {
  Object.assign(process.stderr, { isTTY: true, columns: 80 });
  showProgress(progress);
  showProgress({ ...progress, waiting: { why: 'the rate limit', milliseconds: 46_200 } });
  expect(written.split('\r\u001b[K')).toEqual([
    '',
    '3/120 update/key/wrong',
    '3/120 update/key/wrong, waits 47 s: the rate limit',
  ]);
});

test('a line never wraps, and holds nothing that steers the terminal', () => {
  Object.assign(process.stderr, { isTTY: true, columns: 30 });
  showProgress({ ...progress, waiting: { why: '\u001b[2J\n'.repeat(9), milliseconds: 1 } });
  const line = written.replace('\r\u001b[K', '');
  expect(line).toHaveLength(29);
  expect(line).not.toMatch(/\p{Cc}/u);
});

test('without a terminal nothing is written', () => {
  Object.assign(process.stderr, { isTTY: false });
  showProgress(progress);
  endProgress();
  expect(written).toBe('');
});

import { beforeEach, expect, jest, test } from '@jest/globals';
import process from 'node:process';
import { runCommand, type Command } from './command.ts';
import { CommandError, UsageError } from './flags.ts';

let written: string;

beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

function failingWith(error: Error): Command {
  return { usage: '', about: '', flags: {}, notes: '', run: () => Promise.reject(error) };
}

test('a wrong command line is reported in one line that names the help', async () => {
  expect(await runCommand('check', failingWith(new UsageError('--id is missing.')), [])).toBe(2);
  expect(written).toBe('temporary-evse-statuses check: --id is missing. See temporary-evse-statuses check --help.\n');
});

test('what a command cannot do is reported in one line, with nothing that steers the terminal', async () => {
  expect(await runCommand('check', failingWith(new CommandError('a\u001b[31m\nb')), [])).toBe(2);
  expect(written).toBe('temporary-evse-statuses check: a\\u001b[31m\\u000ab\n');
});

test('an internal error ends with 2, never with 1, and shows where it came from', async () => {
  expect(await runCommand('check', failingWith(new TypeError('boom\u001b[31m')), [])).toBe(2);
  expect(written).toMatch(/^temporary-evse-statuses check: internal error, please report it\.\nTypeError: boom\\u001b/);
  expect(written).toContain('command.test.ts');
});

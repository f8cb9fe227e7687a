import { expect, test } from '@jest/globals';
import { flagsHelp, readFlags, toUsageError, UsageError, type FlagGroups } from './flags.ts';

const flags: FlagGroups = {
  Server: {
    port: { value: 'PORT', short: 'p', help: 'The port. Default: 1.' },
    header: { value: 'TEXT', help: 'A header.', multiple: true },
  },
  Output: { quiet: { short: 'q', help: 'Say little.' } },
};

test('flags and their values are read in every spelling', () => {
  for (const args of [['--port', '4', '--quiet'], ['--port=4', '-q'], ['-p', '4', '-q'], ['-qp4']]) {
    expect(readFlags(args, flags)).toEqual({ port: '4', quiet: true });
  }
});

test('what is not given is not there', () => {
  expect(readFlags([], flags)).toEqual({});
});

test('a flag that may come more than once keeps every value in order', () => {
  expect(readFlags(['--header', 'a', '--header=b'], flags)).toEqual({ header: ['a', 'b'] });
});

test('a negative number and an empty text are values', () => {
  expect(readFlags(['--port', '-1'], flags)).toEqual({ port: '-1' });
  expect(readFlags(['--port='], flags)).toEqual({ port: '' });
});

test.each([
  [['--prot', '4'], 'Unknown flag --prot. Did you mean --port?'],
  [['--p', '4'], 'Unknown flag --p. Did you mean --port?'],
  [['--colour'], 'Unknown flag --colour.'],
  [['--__proto__'], 'Unknown flag --__proto__.'],
  [['-x'], 'Unknown flag -x.'],
  [['--port'], '--port needs a value: --port PORT.'],
  [['--port', '--quiet'], '--port needs a value: --port PORT.'],
  [['--quiet=yes'], '--quiet takes no value.'],
  [['--port', '1', '--port', '2'], '--port is given twice.'],
  [['--port=1', '-p2'], '--port is given twice.'],
  [['sk_live_12345'], 'Only flags are taken, and one argument is not a flag.'],
])('%j is refused in one sentence', (args, message) => {
  expect(() => readFlags(args, flags)).toThrow(new UsageError(message));
});

test('one argument is taken where it has a name, and no second one', () => {
  expect(readFlags(['-q', 'here'], flags, 'TARGET')).toEqual({ quiet: true, target: 'here' });
  expect(readFlags(['-q', '--', '--here'], flags, 'TARGET')).toEqual({ quiet: true, target: '--here' });
  expect(() => readFlags(['here', 'sk_live_12345'], flags, 'TARGET')).toThrow(
    new UsageError('More than one TARGET is given.'),
  );
});

test('the help names every flag under its heading and keeps to its width', () => {
  const long = { ...flags, More: { latency: { value: 'MS', help: 'word '.repeat(60).trim() } } };
  const lines = flagsHelp(long, 80).split('\n');
  expect(lines.filter((line) => line.includes('--')).map((line) => line.trim())).toEqual([
    '-p, --port PORT',
    '--header TEXT',
    '-q, --quiet',
    '--latency MS',
  ]);
  expect(lines.filter((line) => /^\S/.test(line))).toEqual(['Server', 'Output', 'More']);
  expect(lines.join(' ').match(/word/g)).toHaveLength(60);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a flag sets the option that it stands for, with what is read of its text', () => {
  const read = (text: string, flag: string) => text.split(',').map((part) => `${flag} ${part}`);
  const own: FlagGroups = {
    Own: { pair: { option: 'two', value: 'A,B', help: '', read }, all: { value: 'A', help: '', read, multiple: true } },
  };
  expect(readFlags(['--pair', '1,2', '--all', '3,4', '--all=5'], own)).toEqual({
    two: ['--pair 1', '--pair 2'],
    all: ['--all 3', '--all 4', '--all 5'],
  });
});

test.each([
  ['waitMs', 'waitMs: has to be a number.', '--wait has to be a number.'],
  ['port', 'port must be a number, as waitMs; any port is.', '--port must be a number, as --wait; any port is.'],
  ['target', 'target: is no URL.', 'TARGET is no URL.'],
  ['port', 'The number 7 is taken.', '--port: The number 7 is taken.'],
])('an error of the option %s is told in words of the command line', (option, message, told) => {
  const wait: FlagGroups = { ...flags, More: { wait: { option: 'waitMs', value: 'MS', help: '' } } };
  const error = Object.assign(new Error(message), { option });
  expect(toUsageError(error, wait, 'TARGET')).toEqual(new UsageError(told));
});

test('an error of anything else stays as it is', () => {
  for (const error of [new Error('boom'), Object.assign(new Error('boom'), { option: 'other' }), 'boom']) {
    expect(toUsageError(error, flags)).toBe(error);
  }
});

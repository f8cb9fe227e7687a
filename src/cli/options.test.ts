import { expect, test } from '@jest/globals';
import { optionsHelp, readOptions, UsageError, type OptionGroups } from './options.ts';

const options: OptionGroups = {
  Server: {
    port: { value: 'PORT', short: 'p', help: 'The port. Default: 1.' },
    header: { value: 'TEXT', help: 'A header.', multiple: true },
  },
  Output: { quiet: { short: 'q', help: 'Say little.' } },
};

test('flags and their values are read in every spelling', () => {
  for (const args of [['--port', '4', '--quiet'], ['--port=4', '-q'], ['-p', '4', '-q'], ['-qp4']]) {
    const given = readOptions(args, options);
    expect(given.value('port')).toBe('4');
    expect(given.flag('quiet')).toBe(true);
  }
});

test('a flag that is not given is absent', () => {
  const given = readOptions([], options);
  expect([given.flag('quiet'), given.value('port'), given.values('header')]).toEqual([false, undefined, []]);
});

test('a flag that may come more than once keeps every value in order', () => {
  expect(readOptions(['--header', 'a', '--header=b'], options).values('header')).toEqual(['a', 'b']);
});

test('a negative number and an empty text are values', () => {
  expect(readOptions(['--port', '-1'], options).value('port')).toBe('-1');
  expect(readOptions(['--port='], options).value('port')).toBe('');
});

test.each([
  [['--prot', '4'], 'Unknown flag --prot. Did you mean --port?'],
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
  expect(() => readOptions(args, options)).toThrow(new UsageError(message));
});

test('one argument is taken where it has a name, and no second one', () => {
  expect(readOptions(['-q', 'here'], options, 'TARGET').argument).toBe('here');
  expect(readOptions(['-q', '--', '--here'], options, 'TARGET').argument).toBe('--here');
  expect(() => readOptions(['here', 'sk_live_12345'], options, 'TARGET')).toThrow(
    new UsageError('More than one TARGET is given.'),
  );
});

test('the help names every flag under its heading and keeps to its width', () => {
  const long = { ...options, More: { latency: { value: 'MS', help: 'word '.repeat(60).trim() } } };
  const lines = optionsHelp(long, 80).split('\n');
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

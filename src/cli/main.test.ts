import { describe, expect, test } from '@jest/globals';
import process from 'node:process';
import { version } from '../../package.json';
import { Run, useCommand } from './test-process.ts';

const command = useCommand();

test('the command says which commands there are, and its version', async () => {
  expect(await new Run([command.main, '--help']).exit()).toMatchObject({
    code: 0,
    out: expect.stringContaining('  mock '),
  });
  expect(await new Run([command.main, '--version']).exit()).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(await new Run([command.main]).exit()).toMatchObject({ code: 2, out: '' });
});

describe('a wrong command line ends with 2 and one sentence', () => {
  test.each([
    [['mcok'], 'temporary-evse-statuses: Unknown command mcok. Did you mean mock? See temporary-evse-statuses --help.'],
    [['__proto__'], 'temporary-evse-statuses: Unknown command __proto__. See temporary-evse-statuses --help.'],
    [['--verison'], 'temporary-evse-statuses: Unknown flag --verison. Did you mean --version? See temporary-evse-st'],
    [['--halp'], 'temporary-evse-statuses: Unknown flag --halp. Did you mean --help?'],
    [['-x'], 'temporary-evse-statuses: Unknown flag -x. See temporary-evse-statuses --help.'],
    [['--version=1'], 'temporary-evse-statuses: --version takes no value.'],
    [['sk_live_hush_51H'], 'temporary-evse-statuses: Unknown command [redacted]. See temporary-evse-statuses --help.'],
    [['mock', '--sk_live_hush_51H'], 'temporary-evse-statuses mock: Unknown flag --[redacted].'],
    [['verify', '--explain', 'sk_live_hush_51H'], 'verify: Unknown rule [redacted]. The rules are '],
    [['mock', '--prot', '1'], 'temporary-evse-statuses mock: Unknown flag --prot. Did you mean --port?'],
    [['mock', '--port', '65536'], 'mock: --port must be a whole number from 0 to 65535; it was 65536.'],
    [['mock', '--port', '1\u001b[31m'], 'it was "1\\u001b[31m".'],
    [['mock', '--latency', 'soon'], 'it was "soon".'],
    [['mock', '--seed', 'nowhere.json'], 'temporary-evse-statuses mock: --seed nowhere.json does not exist.'],
    [['mock', '--keys', 'one'], 'mock: --keys one needs the key in the environment variable MOCK_API_KEY.'],
    [['mock', '--keys', 'sk_live_hush'], 'mock: --keys must be any, one or off.'],
    [['mock', '--rate-limit', '5'], 'mock: --rate-limit must be document, off or REQUESTS/SECONDS, such as 5/60'],
    [['mock', '--rate-limit', '{'], '; it was "{".'],
    [['mock', '--error-rate', '2'], 'mock: --error-rate must be a share from 0 to 1, or SHARE:STATUS'],
    [['mock', '--port', '{'], 'mock: --port must be a whole number from 0 to 65535; it was "{".'],
    [['mock', 'sk_live_hush'], 'mock: Only flags are taken'],
    [['verify', '--id', '42', '--id', '43'], 'verify: --id is given twice.'],
    [['verify', 'http://127.0.0.1:9', '--raport', 'json'], 'verify: Unknown flag --raport. Did you mean --report?'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await new Run([command.main, ...args]).exit();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(/^.+\n$/);
    expect(err).not.toContain('hush');
  });
});

// A shell makes the pipe; its exit code is that of the command, which is written to standard error.
const inShell = (pipeline: string) =>
  new Run(['-c', pipeline, 'sh', process.execPath, command.main], { program: 'sh' });

test('a reader that ends early is no error', async () => {
  // More than a pipe holds.
  const run = inShell('{ "$1" "$2" verify http://127.0.0.1:9 --id 42 --dry-run; echo "code $?" >&2; } | head -n 1');
  const { out, err } = await run.exit();
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(err).toBe('code 0\n');
});

// Only Linux has a disk that is always full.
const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('output that the disk has no room for is an error', async () => {
  const { code, err } = await inShell('"$1" "$2" verify --list > /dev/full').exit();
  expect(code).toBe(2);
  expect(err).toMatch(/^temporary-evse-statuses: standard output cannot be written: .*ENOSPC.*\n$/);
});

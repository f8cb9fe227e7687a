/** What `temporary-evse-statuses verify` prints, writes and exits with. Runs in this process. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runCommand } from '../src/cli/command.ts';
import { flags } from '../src/cli/verify-flags.ts';
import { verify } from '../src/cli/verify.ts';
import { listCases, RULES, type VerifyOptions } from '../src/contract/index.ts';
import { startMock, type StartMockOptions } from '../src/mock/index.ts';
import { showing, without } from './providers/changes.ts';
import { serveProvider } from './providers/over-sockets.ts';
import { KEYS } from './providers/steps.ts';
import { forThisTest } from './support/for-this-test.ts';
import { closedUrl } from './support/serve.ts';

const key = KEYS.good;
const environment = { ...process.env };
let folder = '';
let output = '';
let errors = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  output = '';
  errors = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += String(text);
    return true;
  });
  process.env = { ...environment, API_KEY: key, EMPTY: '' };
  delete process.env['GITHUB_STEP_SUMMARY'];
});

afterEach(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

/** The check stays within the documented limit unless a server states a higher one. */
const manyRequests = { requests: 100_000, windowSeconds: 60 };

const mock = async (options: StartMockOptions = {}) =>
  (await forThisTest(startMock({ keys: { one: key }, rateLimit: manyRequests, ...options }))).url;

const run = (...args: readonly string[]) => runCommand('verify', verify, args);
const file = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const listOnly = ['--id', '42', '--key-env', 'API_KEY', '--only', 'list'];
const usual = ['--id', '42', '--other-id', '43', '--key-env', 'API_KEY'];

/** A server whose list leaves out the EVSE ID of each record. */
async function startBroken(): Promise<string> {
  const change = showing((record) => without(record, 'evseId'));
  return (await forThisTest(serveProvider(Date.now, change))).url;
}

describe('a run', () => {
  test('whose contract holds ends with 0, and without a terminal prints nothing before its report', async () => {
    expect(await run(await mock(), ...usual)).toBe(0);
    expect(errors).toBe('');
    expect(output).toContain('The contract holds');
    expect(output).toContain('Record 42 is as it was before the run.');
    expect(output).not.toContain('\u001B');
  });

  test('names flags, not options, under what was not checked', async () => {
    const url = await mock();
    expect(await run(url, ...usual)).toBe(0);
    expect(output).toMatch(/Not checked: .*only with --allow-visible/);
    expect(output).toMatch(/Not checked: .*the EVSE that --create-on names/);
    expect(await run(url, '--id', '43', '--key-env', 'API_KEY')).toBe(2);
    expect(output).toContain('with --accept-loss.');
    expect(output).not.toMatch(/createOn|allowVisible|acceptLoss/);
  });

  test('whose contract is broken ends with 1, and every report says so without the key', async () => {
    const target = await startBroken();
    const summary = file('summary.md');
    writeFileSync(summary, 'before\n');
    process.env['GITHUB_STEP_SUMMARY'] = summary;
    const reports = [`json=${file('r.json')}`, `junit=${file('r.xml')}`, `text=${file('r.txt')}`, 'github'];
    expect(await run(target, ...listOnly, ...reports.flatMap((report) => ['--report', report]))).toBe(1);
    const written = ['r.json', 'r.xml', 'r.txt', 'summary.md'].map(read);
    for (const text of [...written, output]) expect(text).toContain('body-schema');
    expect([...written, output, errors].filter((text) => text.includes(key))).toEqual([]);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ outcome: 'broken', target });
    expect(written[3]).toMatch(/^before\n### Contract check/);
    expect(output).toMatch(/^::error title=/);
  });

  test('that finds no server ends with 2 and says so', async () => {
    expect(await run(await closedUrl(), ...usual)).toBe(2);
    expect(output).toContain('did not respond');
  });

  test('with --write-baseline accepts what it found, and the next run with that file holds', async () => {
    const target = await startBroken();
    const known = ['--baseline', file('known.json')];
    expect(await run(target, ...listOnly, ...known, '--write-baseline')).toBe(0);
    expect(errors).toContain('known.json');
    expect(JSON.parse(read('known.json'))).toMatchObject({ format: 1, known: [{ rule: 'body-schema' }] });
    expect(await run(target, ...listOnly, ...known)).toBe(0);
    expect(await run(target, ...listOnly)).toBe(1);
  });

  test('that could not be done does not write a baseline', async () => {
    expect(await run(await closedUrl(), ...usual, '--baseline', file('known.json'), '--write-baseline')).toBe(2);
    expect(existsSync(file('known.json'))).toBe(false);
  });
});

describe('without a run', () => {
  test('--list prints every case', async () => {
    expect(await run('--list')).toBe(0);
    expect(output.match(/^\S.*$/gm)).toEqual(listCases().map(({ id }) => id));
  });

  test('--explain prints what a rule means', async () => {
    for (const { id, title } of RULES) {
      expect(await run('--explain', id)).toBe(0);
      expect(output).toContain(title);
    }
  });

  test('--dry-run prints the requests, sends nothing and needs no key', async () => {
    const requests: string[] = [];
    const url = await mock({ onRequest: ({ path: asked }) => void requests.push(asked) });
    expect(await run(url, '--id', '42', '--key-env', 'NOT_SET', '--dry-run')).toBe(0);
    const lines = output.match(/^curl .*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => !line.includes(url))).toEqual([]);
    expect(output).toContain('${NOT_SET}');
    expect(requests).toEqual([]);
  });

  test('--help names every flag and exit code', async () => {
    expect(await run('--help')).toBe(0);
    for (const flag of Object.values(flags).flatMap((group) => Object.keys(group))) {
      expect(output).toMatch(new RegExp(`^ {2}--${flag}( |$)`, 'm'));
    }
    expect(output.match(/^ {2}[012] {2}/gm)).toHaveLength(3);
  });
});

test('every option of the check has a flag, except those for programs only', () => {
  const all: Record<keyof VerifyOptions, 'flag' | 'program'> = {
    ...{ id: 'flag', key: 'flag', otherId: 'flag', missingId: 'flag', forbiddenKey: 'flag', throttledKey: 'flag' },
    ...{ only: 'flag', createOn: 'flag', allowVisible: 'flag', acceptLoss: 'flag', probeRateLimit: 'flag' },
    ...{ allowProduction: 'flag', timeoutMs: 'flag', timeLimitMs: 'flag', waitForMs: 'flag' },
    // The flag --baseline names a file.
    ...{ baseline: 'program', keyNames: 'program', patienceMs: 'program', staleMs: 'program', fetch: 'program' },
    ...{ clock: 'program', signal: 'program', onProgress: 'program' },
  };
  const expected = Object.entries(all).filter(([, whose]) => whose === 'flag');
  const options = Object.values(flags).flatMap((group) => Object.values(group).flatMap(({ option }) => option ?? []));
  expect(options.sort()).toEqual(expected.map(([name]) => name).sort());
});

describe('a wrong command line ends with 2, and one line names what is wrong before anything is sent', () => {
  const target = 'http://127.0.0.1:9';
  const missing = path.join('no-such-folder', 'r.json');
  test.each<[string, string[]]>([
    ['TARGET is missing', usual],
    ['TARGET has to be an http or https URL', ['localhost', ...usual]],
    ['--allow-production lets the check run there', ['https://api.spirii.com', ...usual]],
    ['--id is missing', [target, '--key-env', 'API_KEY']],
    ['--id has to be a whole number, not abc', [target, '--id', 'abc', '--key-env', 'API_KEY']],
    ['--id has to be a whole number, not 4.2', [target, '--id', '4.2', '--key-env', 'API_KEY']],
    ['--other-id has to be another record', [target, '--id', '42', '--other-id', '42', '--key-env', 'API_KEY']],
    ['--key-env is missing', [target, '--id', '42']],
    ['variable NOT_SET, which --key-env names, is not set', [target, '--id', '42', '--key-env', 'NOT_SET']],
    ['variable EMPTY, which', [target, '--id', '42', '--key-env', 'EMPTY']],
    ['takes its name, not the key itself', [target, ...usual, '--throttled-key-env', 'sk_live_secret']],
    ['--only has to name operations', [target, ...usual, '--only', 'list,delete']],
    ['--report xml is not FORMAT', [target, ...usual, '--report', 'xml']],
    ['--report json= is not FORMAT', [target, ...usual, '--report', 'json=']],
    ['json needs standard output for itself', [target, ...usual, '--report', 'json', '--report', 'text']],
    ['Two reports would be written to r', [target, ...usual, '--report=json=r', '--report=junit=r']],
    [`json=${missing} cannot be written: there is no folder no-such`, [target, ...usual, `--report=json=${missing}`]],
    ['json=. cannot be written: it is a folder', [target, ...usual, '--report=json=.']],
    ['cannot be written: there is no folder package.json', [target, ...usual, '--report=json=package.json/x']],
    ['json=/proc/x cannot be written', [target, ...usual, '--report=json=/proc/x']],
    ['--wait-for has to be', [target, ...usual, '--wait-for=-1']],
    ['--timeout has to be a number of seconds from 0.001, not "soon"', [target, ...usual, '--timeout', 'soon']],
    ['--probe-rate-limit sends updates', [target, ...usual, '--probe-rate-limit', '--only', 'list']],
    ['--write-baseline needs --baseline', [target, ...usual, '--write-baseline']],
    ['--baseline none.json does not exist', [target, ...usual, '--baseline', 'none.json']],
    ['--baseline package.json: A baseline is', [target, ...usual, '--baseline', 'package.json']],
    ['did you mean echo-id?', ['--explain', 'echo-idd']],
  ])('%s', async (message, args) => {
    expect(await run(...args)).toBe(2);
    expect(errors).toMatch(/^.+\n$/);
    expect(errors.toLowerCase()).toContain(message.toLowerCase());
    expect(errors + output).not.toContain('secret');
  });
});

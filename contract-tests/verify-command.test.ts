/** The command line of the contract check, called as the command does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { verifyCommand } from '../src/cli/verify.ts';
import { listCases } from '../src/contract/index.ts';
import { startMock, type StartedMock, type StartMockOptions } from '../src/mock/index.ts';

const key = 'key-of-the-mock';
const environment = { ...process.env };
let folder = '';
const mocks: StartedMock[] = [];
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
  jest.spyOn(console, 'error').mockImplementation((text) => {
    errors += `${String(text)}\n`;
  });
  process.env = { ...environment, API_KEY: key, EMPTY: '' };
  delete process.env['GITHUB_STEP_SUMMARY'];
});

afterEach(async () => {
  process.env = environment;
  rmSync(folder, { recursive: true });
  await Promise.all(mocks.splice(0).map((mock) => mock.close()));
});

async function mock(options: StartMockOptions = {}): Promise<string> {
  const started = await startMock({ keys: { one: key }, ...options });
  mocks.push(started);
  return started.url;
}

const file = (name: string) => path.join(folder, name);
const usual = ['--id', '42', '--other-id', '43', '--key-env', 'API_KEY'];

test('a contract that holds ends with 0 and says what was sent, found and left', async () => {
  const url = await mock();
  expect(await verifyCommand([url, ...usual])).toBe(0);
  expect(errors).toMatch(/^Sending \d+ requests to .*: record 42 is changed and brought back, record 43 is read/);
  expect(output).toContain('The contract holds');
  expect(output).toContain('Record 42 is as it was before the run.');
  expect(output).not.toContain('\u001B');
});

test('a broken contract ends with 1, and every report tells of it without the key', async () => {
  const url = await mock({ keys: 'any' });
  const summary = file('summary.md');
  writeFileSync(summary, 'before\n');
  process.env['GITHUB_STEP_SUMMARY'] = summary;
  const reports = [`json=${file('r.json')}`, `junit=${file('r.xml')}`, `text=${file('r.txt')}`, 'github'];
  expect(await verifyCommand([url, ...usual, ...reports.flatMap((report) => ['--report', report])])).toBe(1);
  const written = ['r.json', 'r.xml', 'r.txt', 'summary.md'].map((name) => readFileSync(file(name), 'utf8'));
  for (const text of [...written, output]) expect(text).toContain('auth-required');
  expect([...written, output, errors].filter((text) => text.includes(key))).toEqual([]);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ outcome: 'broken', target: url });
  expect(written[3]).toMatch(/^before\n### Contract check/);
  expect(output).toMatch(/^::error title=/);
  expect(written[0]).toContain('Bearer ${API_KEY}x');
});

test('a target that is not there ends with 2 and says so', async () => {
  const url = await mock();
  await mocks.pop()?.close();
  expect(await verifyCommand([url, ...usual])).toBe(2);
  expect(output).toContain('gave no answer: the connection was refused');
});

test('--list prints every case and sends nothing', async () => {
  expect(await verifyCommand(['--list'])).toBe(0);
  expect(output.match(/^\S.*$/gm)).toEqual(listCases().map(({ id }) => id));
});

test('--dry-run prints the requests of the run, sends nothing and needs no key', async () => {
  const requests: string[] = [];
  const url = await mock({ onRequest: ({ path: asked }) => void requests.push(asked) });
  expect(await verifyCommand([url, '--id', '42', '--dry-run'])).toBe(0);
  const lines = output.match(/^curl .*$/gm) ?? [];
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => !line.includes(url))).toEqual([]);
  expect(output).not.toContain('{otherId}');
  expect(requests).toEqual([]);
});

test('--help names every flag and exit code', async () => {
  expect(await verifyCommand(['--help'])).toBe(0);
  const flags =
    'id key-env other-id missing-id forbidden-key-env throttled-key-env probe-rate-limit read-only list dry-run';
  for (const flag of [...flags.split(' '), 'allow-production', 'wait-for', 'timeout', 'report', 'help']) {
    expect(output).toContain(`--${flag}`);
  }
  expect(output.match(/^ {2}[012] {2}/gm)).toHaveLength(3);
});

describe('a wrong command line ends with 2 and a sentence that names what is wrong', () => {
  const target = 'http://127.0.0.1:9';
  test.each<[string, string[]]>([
    ['TARGET is missing', usual],
    ['one TARGET, please; 2 were given', [target, target, ...usual]],
    ['TARGET has to be an http or https URL', ['localhost', ...usual]],
    ['TARGET is production', ['https://api.spirii.com', ...usual]],
    ['--id is missing', [target, '--key-env', 'API_KEY']],
    ['--id "abc" is not a number', [target, '--id', 'abc', '--key-env', 'API_KEY']],
    ['--id has to be a whole number, not 4.2', [target, '--id', '4.2', '--key-env', 'API_KEY']],
    ['--other-id has to be another record', [target, '--id', '42', '--other-id', '42', '--key-env', 'API_KEY']],
    ['--key-env is missing', [target, '--id', '42']],
    ['variable that --key-env names is not set', [target, '--id', '42', '--key-env', 'NOT_SET']],
    ['variable that --key-env names is not set', [target, '--id', '42', '--key-env', 'EMPTY']],
    ['--throttled-key-env takes the name', [target, ...usual, '--throttled-key-env', 'sk-live-secret']],
    ['--report "xml" is not FORMAT', [target, ...usual, '--report', 'xml']],
    ['--report "json=" is not FORMAT', [target, ...usual, '--report', 'json=']],
    ["Unknown option '--reprot'", [target, ...usual, '--reprot']],
    ['--wait-for has to be', [target, ...usual, '--wait-for=-1']],
    ['--timeout "soon" is not a number', [target, ...usual, '--timeout', 'soon']],
    ['--probe-rate-limit sends updates', [target, ...usual, '--probe-rate-limit', '--read-only']],
  ])('%s', async (message, args) => {
    expect(await verifyCommand(args)).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain('--help');
    expect(errors + output).not.toContain('secret');
  });

  test('a report that cannot be written', async () => {
    const url = await mock();
    expect(await verifyCommand([url, ...usual, '--report', `json=${file('no/such/folder/r.json')}`])).toBe(2);
    expect(errors).toContain('r.json');
  });
});

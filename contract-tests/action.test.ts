/** Whether the GitHub Action calls the command as its inputs say. bash runs its script, with the inputs as GitHub passes them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { runCommand } from '../src/cli/command.ts';
import { verify } from '../src/cli/verify.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly runs: {
    readonly steps: readonly [{ readonly env: Readonly<Record<string, string>>; readonly run: string }];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [{ env, run }] = action.runs.steps;
const folder = mkdtempSync(path.join(tmpdir(), 'action-'));
writeFileSync(path.join(folder, 'npx'), `#!/bin/sh\nprintf '%s\\0' "$@"\n`, { mode: 0o755 });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The arguments with which the action calls npx. */
function called(inputs: Readonly<Record<string, string>>): string[] {
  const values = Object.entries(env).map(([name, text]) => {
    const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
  });
  const out = execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    env: { ...Object.fromEntries(values), PATH: `${folder}:${process.env['PATH'] ?? ''}` } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return out.toString().split('\0').slice(0, -1);
}

const required = { target: 'http://127.0.0.1:4010', id: '42', key: 'secret-key' };

test('with only the required inputs it checks, and writes every report', () => {
  expect(called(required)).toEqual([
    ...['--yes', `temporary-evse-statuses@${version}`, 'verify', '--id=42', '--key-env=API_KEY'],
    ...['--report=text', '--report=github', '--report=junit=contract-check.xml', '--', 'http://127.0.0.1:4010'],
  ]);
});

const all = {
  ...required,
  ...{ 'other-id': '43', 'missing-id': '7', 'forbidden-key': 'secret-2', 'throttled-key': 'secret-3' },
  ...{ only: 'list,update', 'accept-loss': 'validTo', 'create-on': 'DK*SPI*E1 23*1', 'allow-visible': 'true' },
  ...{ 'probe-rate-limit': 'true', 'allow-production': 'true', 'wait-for': '30', timeout: '5', 'time-limit': '900' },
  ...{ baseline: 'package.json', junit: 'out.xml', version: '1.2.3' },
};

test('every input reaches the command, and no key does', () => {
  expect(Object.keys(all).sort()).toEqual(Object.keys(action.inputs).sort());
  expect(called(all).sort()).toEqual(
    [
      ...[
        '--',
        '--yes',
        'verify',
        'temporary-evse-statuses@1.2.3',
        'http://127.0.0.1:4010',
        '--id=42',
        '--key-env=API_KEY',
      ],
      ...['--forbidden-key-env=FORBIDDEN_KEY', '--throttled-key-env=THROTTLED_KEY', '--other-id=43', '--missing-id=7'],
      ...['--only=list,update', '--accept-loss=validTo', '--create-on=DK*SPI*E1 23*1', '--allow-visible'],
      ...['--probe-rate-limit', '--allow-production', '--wait-for=30', '--timeout=5', '--time-limit=900'],
      ...['--baseline=package.json', '--report=text', '--report=github', '--report=junit=out.xml'],
    ].sort(),
  );
});

test('the command accepts these arguments', async () => {
  let printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  expect(await runCommand('verify', verify, ['--dry-run', ...called(all).slice(3)])).toBe(0);
  expect(printed.match(/^curl /gm)?.length).toBeGreaterThan(100);
});

describe('an input cannot become a command or another argument', () => {
  test.each(['$(touch pwned)', '`id`', '"; id; "', "'", '--allow-production', '* ~'])('%s', (text) => {
    const args = called({ ...required, target: text, id: text, 'other-id': text });
    expect(args.slice(-2)).toEqual(['--', text]);
    expect(args).toContain(`--id=${text}`);
    expect(args).toContain(`--other-id=${text}`);
  });

  test('since the script names no input itself', () => {
    expect(run).not.toContain('${{');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { build } from 'esbuild';
import { version } from '../../package.json';
import { SWITCHES } from '../mock/switches.ts';
import type { MockState } from '../mock/types.ts';

/** The command as it is shipped: its own process, ES modules, nothing of Jest. */
let folder: string;
let main: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mock-command-'));
  await bundleInto(path.join(folder, 'dist'));
  main = path.join(folder, 'dist/main.mjs');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map(end));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function bundleInto(outdir: string): Promise<void> {
  await build({
    entryPoints: [path.join(__dirname, 'main.ts')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

class Run {
  readonly child;
  out = '';
  err = '';

  constructor(args: readonly string[], options: { program?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
    const { program = process.execPath } = options;
    this.child = spawn(program, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(this.child);
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.err += text));
  }

  /** Resolves to what `found` finds in the output, as soon as it is there. */
  async until<Found>(found: (out: string) => Found | null | undefined | false): Promise<Found> {
    for (;;) {
      const result = found(this.out);
      if (result !== null && result !== undefined && result !== false) return result;
      if (this.child.exitCode !== null) throw new Error(`The command ended: ${this.err}`);
      await Promise.race([once(this.child.stdout, 'data'), once(this.child, 'exit')]);
    }
  }

  async url(): Promise<string> {
    return this.until((out) => /http:\/\/[^\s"]+:\d+/.exec(out)?.[0]);
  }

  async exit(): Promise<{ code: number | null; out: string; err: string }> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return { code: this.child.exitCode, out: this.out, err: this.err };
  }
}

async function start(...args: readonly string[]): Promise<{ run: Run; url: string }> {
  const run = new Run([main, 'mock', '--port', '0', ...args]);
  return { run, url: await run.url() };
}

async function update(url: string, body: unknown, id = '42'): Promise<Response> {
  return fetch(`${url}/v2/temporary-evse-statuses/${id}`, {
    method: 'PATCH',
    headers: { Authorization: 'Bearer sk_live_hush', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function stateOf(url: string): Promise<MockState> {
  return (await (await fetch(`${url}/__mock/state`)).json()) as MockState;
}

describe('the command', () => {
  test('says which commands there are, and its version', async () => {
    expect(await new Run([main, '--help']).exit()).toMatchObject({ code: 0, out: expect.stringContaining('  mock ') });
    expect(await new Run([main, '--version']).exit()).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(await new Run([main]).exit()).toMatchObject({ code: 2, out: '' });
  });

  test.each([
    [['mcok'], "temporary-evse-statuses: unknown command 'mcok'. Did you mean mock?\n"],
    [['__proto__'], "temporary-evse-statuses: unknown command '__proto__'. See --help.\n"],
    [['mock', '--prot', '1'], 'temporary-evse-statuses mock: Unknown flag --prot. Did you mean --port? See --help.\n'],
    [
      ['mock', '--port', '65536'],
      "temporary-evse-statuses mock: --port must be a whole number from 0 to 65535; it was '65536'. See --help.\n",
    ],
    [
      ['mock', '--seed', 'nowhere.json'],
      'temporary-evse-statuses mock: --seed nowhere.json does not exist. See --help.\n',
    ],
    [
      ['mock', '--keys', 'one'],
      'temporary-evse-statuses mock: --keys one needs the key in the environment variable MOCK_API_KEY. See --help.\n',
    ],
  ])('refuses %j in one sentence', async (args, sentence) => {
    expect(await new Run([main, ...args]).exit()).toEqual({ code: 2, out: '', err: sentence });
  });
});

describe('the mock as a command', () => {
  test('names every switch in its help', async () => {
    const { code, out } = await new Run([main, 'mock', '--help']).exit();
    expect(code).toBe(0);
    for (const { flag, help } of Object.values(SWITCHES)) {
      expect(out).toContain(`${flag} `);
      expect(out.replaceAll(/\s+/g, ' ')).toContain(help);
    }
  });

  test('tells its base URL and its page, and serves both', async () => {
    const { run, url } = await start();
    expect(run.out).toContain(`Base URL  ${url}\n`);
    expect(run.out).toContain(`Page      ${url}/__mock/\n`);
    expect((await update(url, {})).status).toBe(200);
    expect(await (await fetch(`${url}/__mock/`)).text()).toContain('<!doctype html>');
  });

  test('writes one line for each request, with the reason of a refusal and without the key', async () => {
    const { run, url } = await start();
    await update(url, { temporaryStatus: 'BLOCKED' });
    await update(url, { validTo: 'tomorrow' });
    const lines = await run.until((out) => {
      const found = out.split('\n').filter((line) => line.startsWith('PATCH'));
      return found.length === 2 && out.endsWith('\n') && found;
    });
    expect(lines[0]).toMatch(/^PATCH \/v2\/temporary-evse-statuses\/42 200 \d+\.\d ms$/);
    expect(lines[1]).toMatch(
      /^PATCH \/v2\/temporary-evse-statuses\/42 422 \d+\.\d ms {2}validTo .*\[invalid_format\]$/,
    );
    expect(run.out + run.err).not.toContain('hush');
  });

  test('shows control characters of a request instead of sending them to the terminal', async () => {
    const { run, url } = await start();
    await update(url, { temporaryStatus: '\u001b[31m\u202e' });
    const line = await run.until((out) => /^PATCH.*\n/m.exec(out)?.[0]);
    expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test('writes nothing for a request where it is to be quiet', async () => {
    const { run, url } = await start('--quiet');
    const { out } = run;
    await update(url, {});
    run.child.kill('SIGTERM');
    expect(await run.exit()).toEqual({ code: 0, out, err: '' });
  });

  test('writes one JSON object a line where it is asked to', async () => {
    const { run, url } = await start('--json');
    await update(url, { temporaryStatus: 'gone' });
    const [ready, request] = await run.until((out) => {
      const lines = out.split('\n').filter(Boolean);
      return (
        lines.length === 2 && out.endsWith('\n') && lines.map((line) => JSON.parse(line) as Record<string, unknown>)
      );
    });
    expect(ready).toEqual({ event: 'ready', url, page: `${url}/__mock/` });
    expect(request).toMatchObject({
      event: 'request',
      id: 'req_mock_000001',
      method: 'PATCH',
      status: 422,
      durationMs: expect.any(Number),
      violations: [{ param: 'temporaryStatus' }],
    });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with code 0 on %s, whoever is connected', async (signal) => {
    const { run, url } = await start();
    const events = await fetch(`${url}/__mock/events`);
    const idle = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    await once(idle, 'connect');
    run.child.kill(signal);
    expect(await run.exit()).toMatchObject({ code: 0, err: '' });
    await events.body?.cancel().catch(() => undefined);
    idle.destroy();
  });

  test('says in one sentence that the port is taken', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const { code, out, err } = await new Run([main, 'mock', '--port', port]).exit();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^temporary-evse-statuses mock: Port ${port} .*taken.*\\n$`));
  });

  test('starts with the records of a seed file', async () => {
    const seed = path.join(folder, 'seed.json');
    await writeFile(seed, JSON.stringify([{ id: 7, temporaryStatus: 'RESERVED', evseId: 'DK*SPI*E7*1' }]));
    const { url } = await start('--seed', seed);
    expect((await stateOf(url)).records).toEqual([{ id: 7, temporaryStatus: 'RESERVED', evseId: 'DK*SPI*E7*1' }]);
  });

  test.each([
    ['is not JSON', '[', 'is not JSON'],
    ['breaks the document', '[{"id": 7}]', 'temporaryStatus'],
  ])('says in one sentence that a seed %s', async (_, text, reason) => {
    const seed = path.join(folder, 'wrong.json');
    await writeFile(seed, text);
    const { code, out, err } = await new Run([main, 'mock', '--port', '0', '--seed', seed]).exit();
    expect(code).not.toBe(0);
    expect(out).toBe('');
    expect(err).toContain(reason);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  test('turns every switch by its flag', async () => {
    const given = {
      latencyMs: ['1..2', [1, 2]],
      rateLimit: ['5/60', { requests: 5, windowSeconds: 60 }],
      errorRate: ['0.25:500', { rate: 0.25, status: 500 }],
      keys: ['off', 'off'],
      clock: ['2025-04-23T10:00:00Z', '2025-04-23T10:00:00Z'],
      validFromWhenOmitted: ['now', 'now'],
      randomSeed: ['7', 7],
    } satisfies Record<keyof typeof SWITCHES, [string, unknown]>;
    const flags = Object.entries(given).flatMap(([name, [text]]) => [SWITCHES[name as keyof typeof given].flag, text]);
    const { url } = await start(...flags);
    expect((await stateOf(url)).switches).toEqual(
      Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value])),
    );
  });

  test('takes one key from the environment and never shows it', async () => {
    const run = new Run([main, 'mock', '--port', '0', '--keys', 'one'], {
      env: { ...process.env, MOCK_API_KEY: 'sk_live_hush' },
    });
    const url = await run.url();
    expect((await update(url, {})).status).toBe(200);
    const other = await fetch(`${url}/v2/temporary-evse-statuses/42`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer other' },
    });
    expect(other.status).toBe(401);
    run.child.kill('SIGINT');
    const { out, err } = await run.exit();
    expect(out + err).not.toMatch(/hush|other/);
  });

  test('warns where other machines can reach it', async () => {
    const run = new Run([main, 'mock', '--port', '0', '--host', '0.0.0.0']);
    await run.url();
    run.child.kill('SIGTERM');
    expect((await run.exit()).err).toContain('Warning: at --host 0.0.0.0');
  });

  test('goes on when its terminal hangs up and nobody reads its output any more', async () => {
    const { run, url } = await start();
    run.child.stdout.destroy();
    run.child.stderr.destroy();
    run.child.kill('SIGHUP');
    for (let index = 0; index < 3; index += 1) expect((await update(url, {})).status).toBe(200);
    expect(run.child.exitCode).toBeNull();
    run.child.kill('SIGTERM');
    await once(run.child, 'exit');
    expect(run.child.exitCode).toBe(0);
  });

  // `script` of util-linux makes a terminal; with it, the terminal is gone.
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('goes on when its terminal is closed, and still ends with code 0', async () => {
    const files = { pid: path.join(folder, 'pid'), code: path.join(folder, 'code') };
    const command = `trap '' HUP; ${process.execPath} ${main} mock --port 0 & echo $! > ${files.pid}; wait $!; echo $? > ${files.code}`;
    const terminal = new Run(['-qfec', command, '/dev/null'], { program: 'script' });
    const url = await terminal.url();
    const pid = Number(await readFile(files.pid, 'utf8'));
    await end(terminal.child);
    let code = '';
    try {
      for (let index = 0; index < 3; index += 1) expect((await update(url, {})).status).toBe(200);
    } finally {
      process.kill(pid, 'SIGTERM');
    }
    while (!code.endsWith('\n')) {
      await setImmediate();
      code = await readFile(files.code, 'utf8').catch(() => '');
    }
    expect(code).toBe('0\n');
  });

  test('goes on when its folders are gone, page included', async () => {
    const dist = path.join(folder, 'gone/dist');
    const cwd = path.join(folder, 'gone/cwd');
    await mkdir(cwd, { recursive: true });
    await bundleInto(dist);
    const run = new Run([path.join(dist, 'main.mjs'), 'mock', '--port', '0'], { cwd });
    const url = await run.url();
    await fetch(`${url}/__mock/health`);
    await rm(path.join(folder, 'gone'), { recursive: true });
    expect((await update(url, {})).status).toBe(200);
    expect((await fetch(`${url}/__mock/`)).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.exit()).toMatchObject({ code: 0, err: '' });
  });
});

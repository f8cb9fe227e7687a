/** The command as it is shipped: its own process, ES modules, nothing of Jest. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { pageModule } from '../../scripts/build-page.mjs';

/** Builds the command into a folder and returns its file. */
export async function bundleInto(outdir: string): Promise<string> {
  await build({
    entryPoints: [path.join(__dirname, 'main.ts')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    plugins: [
      {
        name: 'mock-page',
        setup({ onLoad }) {
          onLoad({ filter: /\/src\/mock\/page\/built\.ts$/ }, async () => ({ contents: await pageModule() }));
        },
      },
    ],
  });
  return path.join(outdir, 'main.mjs');
}

const running: ChildProcess[] = [];

/** Builds the command for the tests of a file, and ends what each of them leaves running. */
export function useCommand(): { folder: string; main: string } {
  const command = { folder: '', main: '' };
  beforeAll(async () => {
    command.folder = await mkdtemp(path.join(tmpdir(), 'command-'));
    command.main = await bundleInto(path.join(command.folder, 'dist'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(end));
  });
  afterAll(async () => {
    await rm(command.folder, { recursive: true });
  });
  return command;
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export class Run {
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

/** An update as an app would send it to a mock, with a key. */
export async function update(url: string, body: unknown, id = '42'): Promise<Response> {
  return fetch(`${url}/v2/temporary-evse-statuses/${id}`, {
    method: 'PATCH',
    headers: { Authorization: 'Bearer sk_live_hush', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

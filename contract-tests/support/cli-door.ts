/** Our mock as people start it: the built command, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { MockState } from '../../src/mock/index.ts';
import type { OpenDoor } from './doors.ts';
import { lastReasons } from './mock-reasons.ts';

const command = path.resolve('dist/cli.mjs');

export async function openCli(): Promise<OpenDoor> {
  if (!existsSync(command)) throw new Error('dist/cli.mjs is not there: run `npm run build` first.');
  const child = spawn(process.execPath, [command, 'mock', '--port', '0', '--rate-limit', '100000/60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const baseUrl = await new Promise<string>((resolve, reject) => {
    // Read to the end, or the mock's log would fill the pipe.
    createInterface(child.stdout).on('line', (line) => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => {
      reject(new Error(`The mock ended with code ${String(code)} before it said where it is.`));
    });
  });
  return {
    baseUrl,
    id: 42,
    fetch: (request) => fetch(request),
    reasons: async () => lastReasons((await (await fetch(`${baseUrl}/__mock/state`)).json()) as MockState),
    close: async () => {
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      if (code !== 0) throw new Error(`The mock ended with code ${String(code)}, not 0.`);
    },
  };
}

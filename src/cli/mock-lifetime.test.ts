import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { bundleInto, end, Run, update, useCommand } from './test-process.ts';

const command = useCommand();

async function start(): Promise<{ run: Run; url: string }> {
  const run = new Run([command.main, 'mock', '--port', '0']);
  return { run, url: await run.url() };
}

describe('the mock as a process', () => {
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
    const files = { pid: path.join(command.folder, 'pid'), code: path.join(command.folder, 'code') };
    const line = `trap '' HUP; ${process.execPath} ${command.main} mock --port 0 & echo $! > ${files.pid}; wait $!; echo $? > ${files.code}`;
    const terminal = new Run(['-qfec', line, '/dev/null'], { program: 'script' });
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
    const dist = path.join(command.folder, 'gone/dist');
    const cwd = path.join(command.folder, 'gone/cwd');
    await mkdir(cwd, { recursive: true });
    const run = new Run([await bundleInto(dist), 'mock', '--port', '0'], { cwd });
    const url = await run.url();
    await fetch(`${url}/__mock/health`);
    await rm(path.join(command.folder, 'gone'), { recursive: true });
    expect((await update(url, {})).status).toBe(200);
    expect((await fetch(`${url}/__mock/`)).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.exit()).toMatchObject({ code: 0, err: '' });
  });
});

import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { SWITCHES } from '../mock/state/switches.ts';
import type { MockState } from '../mock/types.ts';
import { Run, update, useCommand } from './test-process.ts';

const command = useCommand();

async function start(...args: readonly string[]): Promise<{ run: Run; url: string }> {
  const run = new Run([command.main, 'mock', '--port', '0', ...args]);
  return { run, url: await run.url() };
}

/** `fetch` sends no Host of one's own. */
async function statusFor(url: string, host: string): Promise<number | undefined> {
  const request = get(`${url}/__mock/state`, { headers: { Host: host } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

async function stateOf(url: string): Promise<MockState> {
  return (await (await fetch(`${url}/__mock/state`)).json()) as MockState;
}

describe('the mock as a command', () => {
  test('names every switch in its help', async () => {
    const { code, out } = await new Run([command.main, 'mock', '--help']).exit();
    expect(code).toBe(0);
    for (const { path, help } of Object.values(SWITCHES)) {
      expect(out).toContain(`--${path} `);
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

  test('writes one line for each request, without the key', async () => {
    const { run, url } = await start();
    await update(url, { temporaryStatus: 'BLOCKED' });
    const line = await run.until((out) => /^PATCH.*(?=\n)/m.exec(out)?.[0]);
    expect(line).toMatch(/^PATCH \/v2\/temporary-evse-statuses\/42 200 \d+\.\d ms req_mock_000001$/);
    expect(run.out + run.err).not.toContain('hush');
  });

  test('writes nothing for a request where it is to be quiet', async () => {
    const { run, url } = await start('--quiet');
    await update(url, {});
    run.child.kill('SIGTERM');
    expect(await run.exit()).toEqual({ code: 0, out: expect.not.stringContaining('PATCH'), err: '' });
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
    expect(request).toMatchObject({ event: 'request', id: 'req_mock_000001', status: 422 });
  });

  test('says in one sentence that the port is taken', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const { code, out, err } = await new Run([command.main, 'mock', '--port', port]).exit();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^temporary-evse-statuses mock: Port ${port} .*taken.*\\n$`));
  });

  test('starts with the records of a seed file', async () => {
    const seed = path.join(command.folder, 'seed.json');
    await writeFile(seed, JSON.stringify([{ id: 7, temporaryStatus: 'RESERVED', evseId: 'DK*SPI*E7*1' }]));
    const { url } = await start('--seed', seed);
    expect((await stateOf(url)).records).toEqual([{ id: 7, temporaryStatus: 'RESERVED', evseId: 'DK*SPI*E7*1' }]);
  });

  test.each([
    ['is not JSON', '[', 'is not JSON'],
    ['breaks the document', '[{"id": 7}]', 'temporaryStatus'],
  ])('says in one sentence that a seed %s', async (_, text, reason) => {
    const seed = path.join(command.folder, 'wrong.json');
    await writeFile(seed, text);
    const { code, out, err } = await new Run([command.main, 'mock', '--port', '0', '--seed', seed]).exit();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`--seed ${seed}`);
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
    const flags = Object.entries(given).flatMap(([name, [text]]) => [
      `--${SWITCHES[name as keyof typeof given].path}`,
      text,
    ]);
    const { url } = await start(...flags);
    expect((await stateOf(url)).switches).toEqual(
      Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value])),
    );
  });

  test('takes one key from the environment and never shows it', async () => {
    const run = new Run([command.main, 'mock', '--port', '0', '--keys', 'one'], {
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

  test('is called by the names that it is given, and its switches by the origins', async () => {
    const { url } = await start('--allowed-host', 'mock.test', '--allowed-origin', 'http://app.test');
    const turn = (headers: Record<string, string>) =>
      fetch(`${url}/__mock/reset`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: '{}',
      });
    expect((await turn({ Origin: 'http://app.test' })).status).toBeLessThan(300);
    expect((await turn({ Origin: 'http://evil.test' })).status).toBe(403);
    expect(await statusFor(url, 'mock.test')).toBe(200);
    expect(await statusFor(url, 'evil.test')).toBe(403);
  });

  test.each([
    ['--allowed-host', 'http://a', '--allowed-host must be a list of host names'],
    ['--allowed-origin', 'app.test', '--allowed-origin must be a list of origins'],
  ])('refuses %s %s', async (flag, value, message) => {
    const { code, err } = await new Run([command.main, 'mock', '--port', '0', flag, value]).exit();
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('warns where other machines can reach it', async () => {
    const run = new Run([command.main, 'mock', '--port', '0', '--host', '0.0.0.0']);
    await run.url();
    run.child.kill('SIGTERM');
    expect((await run.exit()).err).toContain('Warning: at --host 0.0.0.0');
  });
});

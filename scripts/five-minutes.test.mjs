// @ts-check
/**
 * A frontend developer's first five minutes with the mock: the commands and the code of README.md are run in order, with the
 * packed package. Only two things are replaced: the package's name by the packed file when it is installed, and the port by
 * a free one.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packPackage } from './installed-package.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {string} */
let parent;
/** @type {string} */
let folder;
/** @type {import('node:child_process').ChildProcess | undefined} */
let mock;

before(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'five-minutes-'));
  folder = path.join(parent, 'frontend');
  await mkdir(folder);
  // Without a package.json in the folder, npm installs here.
  await mkdir(path.join(parent, 'node_modules'));
});

after(async () => {
  if (mock?.exitCode === null) {
    const gone = once(mock, 'exit');
    // The command, and the processes of npx.
    process.kill(-Number(mock.pid), 'SIGKILL');
    await gone;
  }
  await rm(parent, { recursive: true, force: true });
});

/** The code blocks between the marks. */
async function blocks() {
  const text = await readFile(path.join(root, 'README.md'), 'utf8');
  const marked = /<!-- five minutes:[^>]*-->(.*?)<!-- end of the five minutes -->/s.exec(text)?.[1];
  assert(marked, 'README.md has no five minutes.');
  return [...marked.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, kind, code = '']) => ({ kind, code }));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  assert(address !== null && typeof address === 'object');
  return address.port;
}

/** @param {string} command */
const shell = (command) => run('sh', ['-c', command], { cwd: folder });

/** Starts what keeps running, and waits until it says that it is ready. @param {string} command */
async function startInBackground(command) {
  mock = spawn('sh', ['-c', command], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const text of /** @type {AsyncIterable<Buffer>} */ (mock.stdout)) {
    said += text.toString();
    if (said.includes('/__mock/')) return;
  }
  assert.fail(`The mock did not start: ${said}`);
}

test('install, start, point the app at it, force an error, reset', { timeout: 120_000 }, async () => {
  const port = await freePort();
  const parts = (await blocks()).map(({ kind, code }) => ({
    kind,
    code: code.replaceAll('127.0.0.1:4010', `127.0.0.1:${port}`),
  }));
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ['sh', 'js', 'sh'],
  );
  const [begin, app, control] = parts.map(({ code }) => code.trim());
  assert(begin && app && control);
  const [init, install, start, ...more] = begin.split('\n');
  assert(init && install && start && more.length === 0);

  const tarball = await packPackage(parent);
  await shell(init);
  await shell(`${install.replace(/temporary-evse-statuses$/, tarball)} --no-audit --no-fund --prefer-offline`);
  await access(path.join(folder, 'node_modules/temporary-evse-statuses'));
  await startInBackground(`${start} --port ${port}`);
  await writeFile(path.join(folder, 'call.mjs'), app);
  const [force, fail, reset] = control.split('\n');
  assert(force && fail && reset);
  const expected = /console\.log.*\/\/ (.*)$/m.exec(app)?.[1];
  assert(expected);

  assert.equal((await shell('node call.mjs')).stdout.trim(), expected);
  assert.match(await statusOf(42, port), /RESERVED/);

  await shell(force);
  await assert.rejects(shell(fail), /ResponseError.*403/s);
  assert.equal((await shell('node call.mjs')).stdout.trim(), expected);

  await shell(reset);
  assert.match(await statusOf(42, port), /MAINTENANCE/);
});

/**
 * @param {number} id
 * @param {number} port
 */
async function statusOf(id, port) {
  const state = await (await fetch(`http://127.0.0.1:${port}/__mock/state`)).json();
  return state.records.find((/** @type {{ id: number }} */ record) => record.id === id).temporaryStatus;
}

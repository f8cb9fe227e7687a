// @ts-check
/**
 * Whether one application, `app.mjs`, behaves the same in Node, Deno, Bun and Cloudflare's workerd, with the packed package and
 * one service.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { installPackage } from '../../scripts/installed-package.mjs';

const run = promisify(execFile);
const here = import.meta.dirname;
const programs = path.join(here, 'node_modules');
const document = createRequire(import.meta.url)('../../generated/openapi.json');
const { responses } = document.paths['/v2/temporary-evse-statuses/{id}'].patch;
/** @param {string} status */
const examples = (status) => {
  const { $ref } = responses[status];
  const response = $ref ? document.components.responses[$ref.split('/').at(-1)] : responses[status];
  return /** @type {{ value: Record<string, any> }[]} */ (Object.values(response.content['application/json'].examples));
};
const json = { 'Content-Type': 'application/json' };
const sunset = 'Wed, 01 Jul 2037 00:00:00 GMT';
const record = examples('200')[0]?.value;
const refusal = examples('404')[0]?.value;

const { folder, remove } = await installPackage();
after(remove);
for (const file of ['app.mjs', 'main.mjs', 'worker.mjs', 'worker.capnp']) {
  await copyFile(path.join(here, file), path.join(folder, file));
}

/**
 * What the service does, by the first part of the path. `first`: whether this is the first such request of the test.
 * @type {Record<string, (response: import('node:http').ServerResponse, first: boolean) => unknown>}
 */
const behaviours = {
  fine: (response) => response.writeHead(200, json).end(JSON.stringify(record)),
  listed: (response) => response.writeHead(200, json).end(JSON.stringify([record])),
  refused: (response) => response.writeHead(404, json).end(JSON.stringify(refusal)),
  'busy-at-first': (response, first) =>
    first ? response.writeHead(503, { 'Retry-After': '0' }).end() : behaviours['fine']?.(response, false),
  redirected: (response) => response.writeHead(307, { Location: '/elsewhere' }).end(),
  // It echoes the key, as some services do.
  unreadable: (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<html>${response.req.headers.authorization}</html>`),
  silent: () => undefined,
  'stalled-body': (response) => response.writeHead(200, { 'Content-Length': '100' }).write('{'),
  'hung-up': (response) => response.destroy(),
  grown: (response) =>
    response.writeHead(200, { ...json, Sunset: sunset }).end(JSON.stringify({ ...record, grownField: 1 })),
};

/** The behaviours requested in this test. @type {string[]} */
const asked = [];
const service = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const behaviour = request.url?.split('/')[1] ?? '';
    const first = !asked.includes(behaviour);
    asked.push(behaviour);
    behaviours[behaviour]?.(response, first);
  });
});
service.listen(0, '127.0.0.1');
await once(service, 'listening');
after(() => {
  service.closeAllConnections();
  service.close();
});
const address = service.address();
assert(address !== null && typeof address === 'object');
const url = `http://127.0.0.1:${String(address.port)}`;

const redirect = { inNode: ['ResponseError', 307, null, 2], elsewhere: ['ResponseError', 307, null, 1] };
/** @param {unknown} redirected */
const expected = (redirected) => ({
  list: [record],
  create: record,
  createHungUp: ['ConnectionError', 'connection', 1],
  update: record,
  refused: ['ResponseError', 404, refusal?.['error'].code, 1],
  busyAtFirst: record,
  redirected,
  unreadable: ['UnexpectedResponseError'],
  silent: ['ConnectionError', 'timeout', 2],
  stalledBody: ['ConnectionError', 'timeout', 2],
  hungUp: ['ConnectionError', 'connection', 2],
  left: true,
  raw: record,
  drift: ['additive ', 'additive /grownField'],
  outcomes: ['0 succeeded', '1 succeeded', '2 succeeded'],
  onMock: '2037-04-23T10:00:00.000Z',
  keyIsShown: false,
});

/** @type {[string, string, string[], unknown][]} */
const commands = [
  ['Node', process.execPath, [], redirect.inNode],
  [
    'Deno',
    `${programs}/@deno/linux-x64-glibc/deno`,
    ['run', '--allow-net=127.0.0.1', '--no-remote'],
    redirect.elsewhere,
  ],
  ['Bun', `${programs}/@oven/bun-linux-x64/bin/bun`, ['--no-install'], redirect.elsewhere],
];
for (const [name, command, args, redirected] of commands) {
  test(name, async () => {
    asked.length = 0;
    const { stdout } = await run(command, [...args, 'main.mjs', url], { cwd: folder, timeout: 60_000 });
    assert.deepEqual(JSON.parse(stdout), expected(redirected));
    assert(!asked.includes('elsewhere'));
  });
}

test("Cloudflare's workerd", async () => {
  await build({
    entryPoints: [path.join(folder, 'worker.mjs')],
    outfile: path.join(folder, 'worker.bundle.mjs'),
    ...{ bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'] },
    ...{ conditions: ['workerd', 'worker', 'browser'], target: 'es2022', logLevel: 'error' },
  });
  asked.length = 0;
  // workerd writes its port to the fourth stream.
  const workerd = spawn(
    `${programs}/@cloudflare/workerd-linux-64/bin/workerd`,
    ['serve', 'worker.capnp', '--control-fd=3'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  const ended = once(workerd, 'exit');
  try {
    const [listening] = await Promise.race([
      once(/** @type {import('node:stream').Readable} */ (workerd.stdio[3]), 'data'),
      ended.then(() => assert.fail('workerd exited')),
    ]);
    const { port } = JSON.parse(String(listening));
    const response = await fetch(`http://127.0.0.1:${port}/?service=${url}`, { signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    assert.deepEqual(JSON.parse(text), expected(redirect.elsewhere));
    assert(!asked.includes('elsewhere'));
  } finally {
    workerd.kill();
    await ended;
  }
});

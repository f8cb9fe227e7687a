/** The handlers with each major of Mock Service Worker that the package allows. */
import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** An app that takes over its own `fetch`; `msw` stands for the major that its project has installed. */
const app = `
  import { setupServer } from 'msw/node';
  import { createMockHandlers } from './msw.ts';
  const mock = createMockHandlers({ baseUrl: 'https://api.test' });
  const server = setupServer(...mock.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  const call = async (method, path, body) => {
    const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch('https://api.test' + path, init).catch((error) => error);
    return response instanceof Error ? response.name : [response.status, (await response.json()).id];
  };
  const collection = '/v2/temporary-evse-statuses';
  const seen = [
    await call('POST', collection, { evseId: 'X', temporaryStatus: 'BLOCKED' }),
    await call('PATCH', collection + '/45', {}),
    await call('PATCH', collection + '/7', {}),
    (await call('GET', collection))[0],
  ];
  mock.respondNext(['drop-connection', 503]);
  seen.push(await call('GET', collection), (await call('GET', collection))[0], mock.state().requests.length);
  server.close();
  console.log(JSON.stringify(seen));
`;

/** MSW 3 asks for Node 22; this is all of it that Node 20 does not have. */
const polyfill = `
  Promise.withResolvers ??= function () {
    let resolve, reject;
    const promise = new Promise((...functions) => ([resolve, reject] = functions));
    return { promise, resolve, reject };
  };
`;

test.each(['msw', 'msw3'])('%s: created, updated, listed, refused, stubbed and dropped', async (major) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'msw-major-'));
  try {
    const { outputFiles } = await build({
      stdin: { contents: app, resolveDir: __dirname },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
      external: ['msw', 'msw/*', '*/build-page.mjs'],
    });
    await mkdir(path.join(folder, 'node_modules'));
    await symlink(path.resolve('node_modules', major), path.join(folder, 'node_modules/msw'));
    const file = path.join(folder, 'app.mjs');
    await writeFile(file, outputFiles[0]?.text ?? '');
    const before = path.join(folder, 'before.cjs');
    await writeFile(before, polyfill);
    const { stdout } = await promisify(execFile)(process.execPath, ['--require', before, file]);
    expect(JSON.parse(stdout)).toEqual([[201, 45], [200, 45], [404, null], 200, 'TypeError', 503, 6]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

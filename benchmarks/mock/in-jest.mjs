// @ts-check
/** The cost of a mock in a CommonJS Jest file: loaded, created, and called once. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

const call = `(url + '/v2/temporary-evse-statuses/42', {
    method: 'PATCH', headers: { authorization: 'Bearer any-key', 'content-type': 'application/json' }, body: '{}' })`;

/** How each is loaded and called once; `body` returns the status of the response. */
export const jestFiles = [
  {
    name: 'createMockFetch',
    body: `
    const { createMockFetch } = require('${root}dist/mock.cjs');
    const url = 'http://mock.test';
    return (await createMockFetch().fetch${call}).status;`,
  },
  {
    name: 'Prism in process',
    body: `
    const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
    const { createServer } = require('@stoplight/prism-http-server');
    const { createLogger } = require('@stoplight/prism-core');
    const config = { validateRequest: true, validateResponse: true, checkSecurity: true, errors: true, isProxy: false,
      upstreamProxy: undefined, mock: { dynamic: false } };
    const server = createServer(await getHttpOperationsFromSpec('${root}openapi/temporary-evse-statuses.yaml'), {
      cors: false, config, components: { logger: createLogger('bench', { level: 'silent' }) } });
    const url = await server.listen(0, '127.0.0.1');
    const { status } = await fetch${call};
    await server.close();
    return status;`,
  },
];

/**
 * CPU time of one file, milliseconds.
 * @param {{ body: string }} file
 */
export async function cpuInJest({ body }) {
  // Inside the project, so that packages are found.
  const folder = await mkdtemp(path.join(root, 'node_modules/.bench-'));
  const result = path.join(folder, 'result.json');
  const file = `test('once', async () => {
  const before = process.cpuUsage();
  const status = await (async () => {${body}
  })();
  const { user, system } = process.cpuUsage(before);
  require('node:fs').writeFileSync(${JSON.stringify(result)}, JSON.stringify({ status, ms: (user + system) / 1000 }));
}, 60_000);\n`;
  try {
    await writeFile(path.join(folder, 'once.test.js'), file);
    const config = JSON.stringify({
      rootDir: folder,
      testPathIgnorePatterns: [],
      transform: {},
      haste: { retainAllFiles: true },
    });
    await promisify(execFile)(process.execPath, [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--runInBand',
      '--config',
      config,
    ]);
    const { status, ms } = JSON.parse(await readFile(result, 'utf8'));
    if (status !== 200) throw new Error(`The status is ${status}.`);
    return { cpu: ms };
  } finally {
    await rm(folder, { recursive: true });
  }
}

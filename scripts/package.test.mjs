// @ts-check
/**
 * The package as users get it: packed, installed into an empty project, and used there by each kind of consumer. The tools
 * (tsc, Jest, esbuild, publint, attw) come from this project.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installPackage } from './installed-package.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = require('../package.json');

const { folder, tarball, remove } = await installPackage();
after(remove);

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

/**
 * Runs one of this project's tools in the consumer's folder.
 * @param {string} tool
 * @param {string[]} args
 */
async function runTool(tool, args) {
  try {
    return await run(process.execPath, [path.join(root, 'node_modules', tool), ...args], { cwd: folder });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    assert.fail(`${tool} says:\n${stdout}${stderr}`);
  }
}

/**
 * JavaScript that every consumer can run: one update, with a stub for the response.
 * @param {string} load
 */
const use = (load) => `
  ${load}
  const sent = [];
  const client = createClient({
    apiKey: 'secret',
    environment: 'sandbox',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push(request.method + ' ' + request.url + ' ' + (await request.text()));
      return Response.json({ id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' });
    },
  });
  const updated = await client.update(42, { temporaryStatus: TEMPORARY_STATUSES[0] });
  console.log(JSON.stringify({ sent, updated }));
`;
const used = {
  sent: ['PATCH https://sandbox.api.spirii.com/v2/temporary-evse-statuses/42 {"temporaryStatus":"MAINTENANCE"}'],
  updated: { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' },
};

describe('what is installed', () => {
  test('is the package, openapi-fetch and its helpers, and nothing else', async () => {
    const installed = (await readdir(path.join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed.sort(), ['openapi-fetch', 'openapi-typescript-helpers', 'temporary-evse-statuses']);
  });

  test('contains no tests, no source and nothing that is not listed in `files`', async () => {
    const entries = await readdir(path.join(folder, 'node_modules', manifest.name), { recursive: true });
    const stray = entries.filter((entry) => /(^|\/)(src|scripts|contract-tests|benchmarks)(\/|$)|\.test\./.test(entry));
    assert.deepEqual(stray, []);
  });

  test('contains everything that its pages link to', async () => {
    const installed = path.join(folder, 'node_modules', manifest.name);
    const pages = (await readdir(installed, { recursive: true })).filter((name) => name.endsWith('.md'));
    const broken = [];
    for (const page of pages) {
      const text = await readFile(path.join(installed, page), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
        const file = path.join(installed, path.dirname(page), target);
        if (!existsSync(file)) broken.push(`${page}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  test('passes publint', async () => {
    const { publint } = await import('publint');
    const { formatMessage } = await import('publint/utils');
    const { messages, pkg } = await publint({ pkgDir: path.join(folder, 'node_modules', manifest.name), strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  test('passes Are The Types Wrong', async () => {
    await runTool('@arethetypeswrong/cli/dist/index.js', [
      tarball,
      // The document and the report's schema are data.
      ...['--exclude-entrypoints', './openapi.yaml', './openapi.json', './openapi-3.0.json', './report.schema.json'],
    ]);
  });
});

describe('Node', () => {
  test('imports it as an ES module', async () => {
    await write('esm.mjs', use(`import { createClient, TEMPORARY_STATUSES } from 'temporary-evse-statuses';`));
    assert.deepEqual(JSON.parse((await run(process.execPath, ['esm.mjs'], { cwd: folder })).stdout), used);
  });

  test('requires it as CommonJS', async () => {
    const load = `const { createClient, TEMPORARY_STATUSES } = require('temporary-evse-statuses');`;
    await write('cjs.cjs', `(async () => {${use(load)}})();`);
    assert.deepEqual(JSON.parse((await run(process.execPath, ['cjs.cjs'], { cwd: folder })).stdout), used);
  });

  // Users of `./msw` have msw installed.
  const entries = Object.entries(manifest.exports).filter(
    ([name, entry]) => typeof entry === 'object' && name !== './msw',
  );
  for (const [name] of entries) {
    test(`loads ${name} as an ES module and as CommonJS, with the same names`, async () => {
      const specifier = path.posix.join(manifest.name, name);
      await write('names.mjs', `console.log(JSON.stringify(Object.keys(await import('${specifier}'))));`);
      const names = JSON.parse((await run(process.execPath, ['names.mjs'], { cwd: folder })).stdout);
      const required = Object.keys(createRequire(path.join(folder, 'x.cjs'))(specifier));
      assert.notEqual(names.length, 0);
      assert.deepEqual(required.sort(), names.sort());
    });
  }

  test('finds the document as YAML and as JSON, and package.json', async () => {
    const consumer = createRequire(path.join(folder, 'x.cjs'));
    const document = consumer('temporary-evse-statuses/openapi.json');
    const yaml = await readFile(consumer.resolve('temporary-evse-statuses/openapi.yaml'), 'utf8');
    assert.deepEqual(require('yaml').parse(yaml), document);
    assert.equal(consumer('temporary-evse-statuses/package.json').version, manifest.version);
  });

  test('finds nothing private', () => {
    const consumer = createRequire(path.join(folder, 'x.cjs'));
    assert.throws(() => consumer('temporary-evse-statuses/dist/index.cjs'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  });
});

test('esbuild bundles it for a browser, and the bundle runs without anything of Node', async () => {
  const load = `import { createClient, TEMPORARY_STATUSES } from 'temporary-evse-statuses';`;
  await write('browser.mjs', use(load));
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    ...{ entryPoints: [path.join(folder, 'browser.mjs')], bundle: true, format: 'esm', platform: 'browser' },
    ...{ write: false, logLevel: 'silent' },
  });
  const text = outputFiles[0]?.text ?? '';
  assert.doesNotMatch(text, /\bnode:|\brequire\(/);
  await write('bundle.mjs', text);
  assert.deepEqual(JSON.parse((await run(process.execPath, ['bundle.mjs'], { cwd: folder })).stdout), used);
});

// @ts-check
/**
 * Whether the packed package works in many kinds of projects, each with its sample from the docs: `npm run test:consumers`,
 * after `npm run build`. What needs only Node is in scripts/package.test.mjs and scripts/docs.test.mjs; Deno, Bun and workerd
 * are in contract-tests/runtimes.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { installPackage } from '../../scripts/installed-package.mjs';
import { consumers } from './table.mjs';

const run = promisify(execFile);
const here = import.meta.dirname;
const examples = path.join(here, '../../examples');

// Outside this project, since tools would use its tsconfig.json.
const { folder: project, remove } = await installPackage(here);
after(remove);

for (const { name: claim, samples = {}, files, command, prints } of consumers) {
  test(claim, { timeout: 300_000 }, async () => {
    const folder = path.join(project, claim.toLowerCase().replaceAll(/\W+/g, '-'));
    const sources = new Map(Object.entries({ 'package.json': '{ "type": "module" }', ...files }));
    sources.set('on-the-mock.mjs', await readFile(path.join(here, '../../scripts/on-the-mock.mjs'), 'utf8'));
    for (const [target, sample] of Object.entries(samples)) {
      const source = await readFile(path.join(examples, sample), 'utf8');
      // Node gets JavaScript; every other tool gets the unchanged sample.
      const isForNode = target.endsWith('.mjs') && sample.endsWith('.ts');
      sources.set(target, isForNode ? (await transform(source, { loader: 'ts' })).code : source);
    }
    for (const [name, source] of sources) {
      await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
      await writeFile(path.join(folder, name), source);
    }
    const [program = '', ...args] = command;
    const file = program === 'node' ? process.execPath : path.join(project, 'node_modules/.bin', program);
    const env = { ...process.env, CI: 'true', NODE_ENV: '', NEXT_TELEMETRY_DISABLED: '1' };
    const { stdout, stderr } = await run(file, args, { cwd: folder, env }).catch(outputOf);
    assert.match(stdout + stderr, prints);
  });
}

/**
 * @param {unknown} error - Of a command that failed.
 * @returns {never}
 */
function outputOf(error) {
  const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
  return assert.fail(`${stdout}\n${stderr}`);
}

// Loading in fresh processes, in turn: CPU and time of the import or require alone, measured inside the process and compared
// with an empty module; and whether Node's `fetch` was loaded too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleave, median, printRows } from './interleave.mjs';

const rounds = Number(process.env['ROUNDS'] ?? 20);
const require = createRequire(import.meta.filename);
const dist = `${import.meta.dirname}/../dist`;
const folder = mkdtempSync(join(tmpdir(), 'load-'));
const empty = join(folder, 'empty.cjs');
const emptyModule = join(folder, 'empty.mjs');
writeFileSync(empty, '');
writeFileSync(emptyModule, '');

const before = 'const cpu = process.cpuUsage(), started = performance.now();';
const after = `const ms = performance.now() - started, { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ cpu: (user + system) / 1000, ms,
    undici: process.moduleLoadList.includes('NativeModule internal/deps/undici/undici') ? 1 : 0 }));`;
const makeClient = `.createClient({ apiKey: 'key' });`;

/** @param {string} file @param {string} [use] */
const required = (file, use = '') => ['-e', `${before} require(${JSON.stringify(file)})${use}; ${after}`];
/** @param {string} file @param {string} [use] */
const imported = (file, use = '') => [
  '--input-type=module',
  '-e',
  `${before} (await import(${JSON.stringify(pathToFileURL(file).href)}))${use}; ${after}`,
];

const cases = [
  { name: 'nothing (import)', args: imported(emptyModule) },
  { name: 'ours (import)', args: imported(`${dist}/index.mjs`) },
  { name: 'ours (import, createClient)', args: imported(`${dist}/index.mjs`, makeClient) },
  { name: 'openapi-fetch (import)', args: imported(require.resolve('openapi-fetch').replace(/cjs$/, 'mjs')) },
  { name: 'ky (import)', args: imported(require.resolve('ky')) },
  { name: 'nothing (require)', args: required(empty) },
  { name: 'ours (require)', args: required(`${dist}/index.cjs`) },
  { name: 'ours (require, createClient)', args: required(`${dist}/index.cjs`, makeClient) },
  ...['openapi-fetch', 'axios', 'openai', 'stripe'].map((name) => ({
    name: `${name} (require)`,
    args: required(require.resolve(name)),
  })),
];

const figures = await interleave(cases, {
  rounds,
  measure: ({ args }) => Promise.resolve(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))),
});
rmSync(folder, { recursive: true });

console.log(`\nLoading, ${String(rounds)} fresh processes each, in turn`);
printRows(
  [...figures].map(([name, own]) => {
    const base = figures.get(name.includes('(import') ? 'nothing (import)' : 'nothing (require)');
    const added = (own['cpu'] ?? []).map((value, round) => value - (base?.['cpu']?.[round] ?? NaN));
    return {
      client: name,
      'CPU (ms)': median(own['cpu'] ?? []).toFixed(1),
      'added to nothing (ms)': median(added).toFixed(1),
      'time (ms)': median(own['ms'] ?? []).toFixed(1),
      "Node's fetch loaded": own['undici']?.some(Boolean) ? 'yes' : 'no',
    };
  }),
);

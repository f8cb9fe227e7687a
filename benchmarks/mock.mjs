// @ts-check
/**
 * Compares the mock with Prism's CLI and with a minimal server: `npm run bench:mock`. The servers run in turn, each in its own
 * process. Prints medians and ratios. `--quick` takes fewer samples.
 */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { contenders } from './mock/contenders.mjs';
import { cpuInJest } from './mock/in-jest.mjs';
import { ServerProcess } from './mock/process.mjs';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const rounds = quick ? 3 : 7;
const [bare, ours] = contenders;
if (!bare || !ours) throw new Error('There is nothing to compare with.');

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Samples each contender once per round, and starts each round with a different one.
 * @param {readonly string[]} names
 * @param {(name: string) => Promise<number>} sample
 */
async function inTurn(names, sample) {
  const samples = new Map(names.map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < names.length; index += 1) {
      const name = names[(index + round) % names.length] ?? '';
      samples.get(name)?.push(await sample(name));
    }
  }
  return new Map([...samples].map(([name, numbers]) => [name, median(numbers)]));
}

/**
 * @param {string} title
 * @param {string} unit
 * @param {Map<string, number>} medians
 * @param {string} base - the base of the ratios
 */
function print(title, unit, medians, base) {
  console.log(`\n${title}`);
  for (const [name, value] of medians) {
    const ratio = (value / (medians.get(base) ?? NaN)).toFixed(3);
    console.log(`  ${name.padEnd(26)} ${value.toFixed(1).padStart(9)} ${unit}   ${ratio.padStart(7)} × ${base}`);
  }
}

const named = (/** @type {string} */ name) => {
  const found = contenders.find((contender) => contender.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const names = contenders.map(({ name }) => name);

const starts = await inTurn(names, async (name) => {
  const { server } = await ServerProcess.start(named(name));
  const cpu = server.cpuMs();
  await server.stop();
  return cpu;
});
print('CPU time until the first response', 'ms', starts, 'Prism 5.14.2');

/** @type {Map<string, ServerProcess>} */
const servers = new Map();
for (const contender of contenders) servers.set(contender.name, (await ServerProcess.start(contender)).server);
for (const server of servers.values()) await server.cpuOfEach(1000);
const each = await inTurn(names, async (name) => (await servers.get(name)?.cpuOfEach(1000)) ?? NaN);
print('CPU time of each request', 'µs', each, bare.name);
print(
  'Resident memory then',
  'MB',
  new Map([...servers].map(([name, server]) => [name, server.residentMb()])),
  bare.name,
);
for (const server of servers.values()) await server.stop();

console.log(`\nAfter many requests (${ours.name})`);
const { server: long } = await ServerProcess.start(ours);
await long.cpuOfEach(1000);
let sent = 1000;
for (const until of [1000, 10_000, 100_000]) {
  if (until > sent) await long.cpuOfEach(until - sent);
  const cpu = [];
  for (let index = 0; index < rounds; index += 1) cpu.push(await long.cpuOfEach(1000));
  sent = until + rounds * 1000;
  console.log(
    `  after ${String(until).padStart(6)} requests  ${median(cpu).toFixed(1).padStart(6)} µs each, ${long.residentMb().toFixed(0)} MB`,
  );
}
long.leave();
await wait(500);
const idle = long.cpuMs();
await wait(3000);
console.log(`  idle, nobody reading its output: ${(long.cpuMs() - idle).toFixed(2)} ms of CPU time in 3 s`);
await long.stop();

/** @type {Record<string, number>[]} */
const jest = [];
for (let round = 0; round < Math.ceil(rounds / 2); round += 1) jest.push(await cpuInJest());
const jestNames = Object.keys(jest[0] ?? {});
const inJest = new Map(jestNames.map((name) => [name, median(jest.map((run) => run[name] ?? NaN))]));
print('CPU time in a CommonJS Jest file: loaded, made, asked once', 'ms', inJest, 'Prism in process');

console.log('\nIn a browser bundle, minified');
for (const [name, entry] of [
  ['temporary-evse-statuses/msw', 'dist/msw.mjs'],
  ['createMockFetch', 'dist/mock.mjs'],
]) {
  const contents =
    name === 'createMockFetch' ? `export { createMockFetch } from './${entry}';` : `export * from './${entry}';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: ['msw', 'node:*'],
  });
  console.log(
    `  ${String(name).padEnd(28)} ${(gzipSync(outputFiles[0]?.contents ?? '').length / 1000).toFixed(1)} kB gzip`,
  );
}

// @ts-check
/**
 * Compares the mock with Prism's CLI and with a minimal server: `npm run bench:mock`. The servers run in turn, each in its own
 * process. Prints medians and ratios. `--quick` takes fewer samples.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundledBytes } from './bundle.mjs';
import { interleave, median, printRows, printTable } from './interleave.mjs';
import { contenders } from './mock/contenders.mjs';
import { cpuInJest, jestFiles } from './mock/in-jest.mjs';
import { ServerProcess } from './mock/process.mjs';
import { builtEntry } from './peers.mjs';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const rounds = quick ? 3 : 7;
const [bare, ours] = contenders;
if (!bare || !ours) throw new Error('There is nothing to compare with.');

const starts = await interleave(contenders, {
  rounds,
  async measure(contender) {
    const { server } = await ServerProcess.start(contender);
    const cpu = server.cpuMs();
    await server.stop();
    return { cpu };
  },
});
console.log('\nUntil the first response');
printTable(starts, { cpu: { unit: 'ms', bases: ['Prism 5.14.2'] } });

/** @type {Map<string, ServerProcess>} */
const servers = new Map();
for (const contender of contenders) servers.set(contender.name, (await ServerProcess.start(contender)).server);
const each = await interleave(contenders, {
  rounds,
  async measure({ name }) {
    const server = servers.get(name);
    return { cpu: (await server?.cpuOfEach(1000)) ?? NaN, memory: server?.residentMb() ?? NaN };
  },
});
console.log('\nEach request, and the resident memory then');
printTable(each, { cpu: { unit: 'µs', bases: [bare.name] }, memory: { unit: 'MB', bases: [bare.name] } });
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

const inJest = await interleave(jestFiles, { rounds: Math.ceil(rounds / 2), measure: cpuInJest });
console.log('\nA CommonJS Jest file: loaded, made, asked once');
printTable(inJest, { cpu: { unit: 'ms', bases: ['Prism in process'] } });

const apps = {
  'temporary-evse-statuses/msw': `export * from '../dist/msw.mjs';`,
  createMockFetch: `export { createMockFetch } from '../dist/mock.mjs';`,
};
const rows = [];
for (const [name, app] of Object.entries(apps)) {
  const { gzip } = await bundledBytes(app, builtEntry, ['msw', 'node:*']);
  rows.push({ name, 'gzip (kB)': (gzip / 1_000).toFixed(1) });
}
console.log('\nIn a browser bundle, minified');
printRows(rows);

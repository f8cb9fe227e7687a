// CPU per call, calls per second and p99 over loopback, at concurrency 1 and 32.
import { fork } from 'node:child_process';
import { makeContenders } from './contenders.mjs';
import { interleave, printTable } from './interleave.mjs';

const rounds = Number(process.env['ROUNDS'] ?? 15);
const server = fork(`${import.meta.dirname}/server.mjs`);
const port = await new Promise((resolve) => server.once('message', resolve));
const contenders = await makeContenders({ baseUrl: `http://127.0.0.1:${String(port)}` });

for (const { concurrency, calls } of [
  { concurrency: 1, calls: 1_200 },
  { concurrency: 32, calls: 1_600 },
]) {
  const figures = await interleave(contenders, {
    rounds,
    async measure({ call }) {
      // No forced collection: after one, V8 starts again with a small young generation, and for hundreds of calls every
      // contender costs half as much again.
      await Promise.all(Array.from({ length: concurrency }, call));
      /** @type {number[]} */
      const times = [];
      let left = calls;
      const work = async () => {
        while (left-- > 0) {
          const sent = performance.now();
          await call();
          times.push(performance.now() - sent);
        }
      };
      const before = process.cpuUsage();
      const started = performance.now();
      await Promise.all(Array.from({ length: concurrency }, work));
      const seconds = (performance.now() - started) / 1_000;
      const { user, system } = process.cpuUsage(before);
      times.sort((a, b) => a - b);
      return { cpu: (user + system) / calls, p99: times[Math.floor(calls * 0.99)] ?? NaN, rate: calls / seconds };
    },
  });
  console.log(
    `\nLoopback, concurrency ${String(concurrency)}: ${String(rounds)} rounds of ${String(calls)} calls each, in turn`,
  );
  printTable(figures, {
    cpu: { unit: 'µs/call', bases: ['raw fetch'] },
    p99: { unit: 'ms', digits: 2, bases: ['openapi-fetch'] },
    rate: { unit: 'calls/s', digits: 0 },
  });
}
server.disconnect();
process.exit();

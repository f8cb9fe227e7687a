// Bytes allocated on the heap per call, with the stub. The young generation is large enough that nothing is
// collected during a measurement, so all allocations show as growth.
import { makeContenders, responseBody } from './contenders.mjs';
import { interleave, printTable } from './interleave.mjs';

const calls = 500;
const rounds = Number(process.env['ROUNDS'] ?? 15);
const headers = { 'content-type': 'application/json' };
const contenders = await makeContenders({
  baseUrl: 'http://127.0.0.1',
  fetch: () => Promise.resolve(new Response(responseBody, { headers })),
});

const figures = await interleave(contenders, {
  rounds,
  async measure({ call }) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < calls; i++) await call();
    return { heap: (process.memoryUsage().heapUsed - before) / calls / 1_024 };
  },
});
console.log(
  `\nHeap, stub fetch with a new Response each time: ${String(rounds)} rounds of ${String(calls)} calls each, in turn`,
);
printTable(figures, { heap: { unit: 'kB/call', bases: ['raw fetch', 'openapi-fetch'] } });
process.exit();

// CPU per call and calls per second with a stub `fetch` that responds immediately: the cost of the client itself. The first
// stub returns the same prepared response each time, so only the client is measured; the second makes a new `Response` for
// each call, as a test double would.
import { makeContenders, responseBody } from './contenders.mjs';
import { interleave, printTable } from './interleave.mjs';

const calls = 1_000;
const rounds = Number(process.env['ROUNDS'] ?? 25);
const headers = { 'content-type': 'application/json' };

class ReadyResponse extends Response {
  /** @override */
  text() {
    return Promise.resolve(responseBody);
  }
  /** @override */
  json() {
    return Promise.resolve(JSON.parse(responseBody));
  }
  /** @override */
  clone() {
    return this;
  }
}
const ready = new ReadyResponse(null, { headers });

const stubs = {
  'the same ready response': () => Promise.resolve(ready),
  'a new Response each time': () => Promise.resolve(new Response(responseBody, { headers })),
};

for (const [title, fetch] of Object.entries(stubs)) {
  const figures = await interleave(await makeContenders({ baseUrl: 'http://127.0.0.1', fetch }), {
    rounds,
    // No forced collection: see loopback.mjs.
    async measure({ call }) {
      const before = process.cpuUsage();
      const started = performance.now();
      for (let i = 0; i < calls; i++) await call();
      const seconds = (performance.now() - started) / 1_000;
      const { user, system } = process.cpuUsage(before);
      return { cpu: (user + system) / calls, rate: calls / seconds };
    },
  });
  console.log(`\nStub fetch, ${title}: ${String(rounds)} rounds of ${String(calls)} calls each, in turn`);
  printTable(figures, {
    cpu: { unit: 'µs/call', bases: ['raw fetch', 'openapi-fetch'] },
    rate: { unit: 'calls/s', digits: 0 },
  });
}
process.exit();

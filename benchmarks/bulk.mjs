// `npm run bench:bulk`: 10,000 updates against a local server that enforces a limit. By default 1,200 in 12 seconds, about
// four minutes in all; `npm run bench:bulk -- --full` uses one-minute windows and takes about 18 minutes.
import { fork } from 'node:child_process';
import { printRows } from './interleave.mjs';

const limit = 1_200;
const windowMs = process.argv.includes('--full') ? 60_000 : 12_000;
const items = 10_000;
const few = 100;

/**
 * @template T
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<T>}
 */
function nextMessage(child) {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      resolve(/** @type {T} */ (message));
    });
    child.once('exit', (code) => {
      reject(new Error(`${child.spawnargs[1] ?? ''} exited with ${String(code)} before it sent anything`));
    });
  });
}

/**
 * @param {number} count
 * @param {Partial<import('./bulk-server.mjs').ServerOptions>} [faults]
 */
async function run(count, faults) {
  const server = fork(`${import.meta.dirname}/bulk-server.mjs`, [JSON.stringify({ limit, windowMs, ...faults })]);
  const port = await /** @type {Promise<number>} */ (nextMessage(server));
  const client = fork(`${import.meta.dirname}/bulk-client.mjs`, [JSON.stringify({ port, items: count })], {
    execArgv: ['--expose-gc'],
  });
  const sent = await /** @type {Promise<import('./bulk-client.mjs').ClientReport>} */ (nextMessage(client));
  server.send('report');
  const served = await /** @type {Promise<import('./bulk-server.mjs').ServerReport>} */ (nextMessage(server));
  server.disconnect();
  const whole = served.windows.slice(1, -1);
  return { ...sent, ...served, leastUsed: Math.min(...whole), used: count / (limit * (sent.ms / windowMs)) };
}

const results = {
  [`${String(few)} items`]: await run(few),
  [`${String(items)} items`]: await run(items),
  [`${String(items)} items, 5% 503, 1% dropped, limit ${String(limit)} → 900`]: await run(items, {
    unavailable: 0.05,
    dropped: 0.01,
    change: { afterRequests: items / 2, limit: 900 },
  }),
};

console.log(`\nupdateMany, ${String(limit)} requests allowed in each ${String(windowMs / 1_000)} s`);
const rows = Object.entries(results).map(([name, result]) => ({
  run: name,
  seconds: (result.ms / 1_000).toFixed(1),
  'used (least of whole windows)': Number.isFinite(result.leastUsed) ? `${(result.leastUsed * 100).toFixed(1)}%` : '–',
  'used (of the time)': result.ms > windowMs ? `${(result.used * 100).toFixed(1)}%` : '–',
  429: String(result.refused),
  faults: String(result.faults),
  outcomes: Object.entries(result.outcomes)
    .map(([status, count]) => `${String(count)} ${status}`)
    .join(', '),
  'missing, repeated': `${String(result.missing)}, ${String(result.repeated)}`,
  'changed at the server': String(result.changed),
  'live heap (MB)': result.liveMb.toFixed(1),
  'heap (MB)': result.heapMb.toFixed(1),
}));
for (const row of rows) {
  printRows(Object.entries(row).map(([figure, value]) => ({ figure, value })));
  console.log('');
}

// One run of `updateMany`, in its own process because of the heap. Argument: JSON of `{ port, items }`. Sends a `ClientReport`.
import { builtEntry, load } from './peers.mjs';

/**
 * @typedef {object} ClientReport
 * @property {number} ms
 * @property {Record<string, number>} outcomes - by status
 * @property {number} missing - items without an outcome
 * @property {number} repeated - outcomes for an item that has one already
 * @property {number} liveMb - most heap in use after a collection
 * @property {number} heapMb - most heap in use at any sample
 */
const { port, items } = /** @type {{ port: number, items: number }} */ (JSON.parse(process.argv[2] ?? ''));
const { createClient } = await load(builtEntry);
const { updateMany } = await load(builtEntry.replace('index', 'bulk'));

function* changes() {
  for (let id = 0; id < items; id++) yield { id, change: { temporaryStatus: 'BLOCKED' } };
}

const client = createClient({ apiKey: () => 'key', baseUrl: `http://127.0.0.1:${String(port)}` });
const seen = new Uint8Array(items);
/** @type {Record<string, number>} */
const outcomes = {};
let heap = 0;
let live = 0;
let repeated = 0;
let settled = 0;

const heapUsed = () => process.memoryUsage().heapUsed / 1e6;
const started = performance.now();
for await (const { item, status } of updateMany(client, changes(), { concurrency: 16 })) {
  const { id } = item;
  if (seen[id]) repeated++;
  seen[id] = 1;
  outcomes[status] = (outcomes[status] ?? 0) + 1;
  settled++;
  if (settled % 10 === 0) heap = Math.max(heap, heapUsed());
  if (settled % 100 === 0) {
    globalThis.gc?.();
    live = Math.max(live, heapUsed());
  }
}
const ms = performance.now() - started;
process.send?.({
  ms,
  outcomes,
  missing: seen.filter((times) => times === 0).length,
  repeated,
  liveMb: live,
  heapMb: heap,
});

// `npm run soak`: 30,000 updates against a server with random faults, each of which has to end exactly once and with the
// right outcome; then 50,000 hostile connections to the mock, which has to survive. Prints its figures; exit code 1 if one
// is wrong. For a quick look: `CALLS=2000 CONNECTIONS=2000 SEED=7 npm run soak`.
import { getEventListeners, once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../../dist/index.mjs';
import { startMock } from '../../dist/mock.mjs';
import { faults, heavyFaults } from './faults.mjs';

const calls = Number(process.env['CALLS'] ?? 30_000);
const connections = Number(process.env['CONNECTIONS'] ?? 50_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let wrong = 0;

/** Random numbers that a seed repeats (mulberry32). */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** @template T @param {readonly T[]} list */
const oneOf = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);

/** @param {string} what @param {boolean} holds */
function report(what, holds) {
  if (!holds) wrong += 1;
  console.log(`${holds ? 'ok   ' : 'WRONG'} ${what}`);
}

const handles = () => process.getActiveResourcesInfo().filter((name) => /Timeout|TCP/.test(name)).length;

console.log(`Seed ${seed}`);
await soakClient();
await soakMock();
process.exitCode = wrong === 0 ? 0 : 1;

async function soakClient() {
  /** @type {Map<number, { name: string, act: (typeof faults)['none']['act'], attempts: number }>} */
  const underWay = new Map();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const match = /^PATCH \/v2\/temporary-evse-statuses\/(\d+) [\s\S]*?\r\n\r\n[\s\S]*\}$/.exec(text);
      if (!match) return;
      text = '';
      const call = underWay.get(Number(match[1]));
      call?.act(socket, Number(match[1]), ++call.attempts);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const client = createClient({
    apiKey: 'soak-key-0123456789',
    baseUrl: `http://127.0.0.1:${address.port}`,
    timeoutMs: 2_000,
    retry: { maxRetries: 1, maxRetryWaitMs: 20 },
  });
  const { signal } = new AbortController();
  const light = Object.entries(faults);
  const heavy = Object.entries(heavyFaults);
  /** @type {Map<string, number>} */
  const counts = new Map();
  const mistakes = /** @type {string[]} */ ([]);
  const started = performance.now();
  let heapAfterWarmUp = 0;
  let left = calls;

  const work = async () => {
    while (left-- > 0) {
      const id = left;
      if (id === Math.floor(calls * 0.7)) heapAfterWarmUp = heap();
      const [name, { act, ends }] = random() < 0.001 ? oneOf(heavy) : oneOf(light);
      // A heavy fault ends by its size, however slow the machine is.
      const limits = name === 'silence' ? { timeoutMs: 100 } : name in heavyFaults ? { timeoutMs: 60_000 } : {};
      underWay.set(id, { name, act, attempts: 0 });
      let settled = 0;
      const ended = await client.update(id, { temporaryStatus: 'BLOCKED' }, { signal, ...limits }).then(
        (data) => (settled++, data.id === id ? 'record' : 'another record'),
        (/** @type {unknown} */ error) =>
          (settled++, error instanceof Error ? error.name : typeof error),
      );
      underWay.delete(id);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (ended !== ends || settled !== 1) mistakes.push(`${name}: ${ended}, not ${ends}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, work));
  const seconds = (performance.now() - started) / 1_000;
  server.close();
  await wait(100);

  console.log(`${calls} calls over ${counts.size} kinds of faults in ${seconds.toFixed(0)} s`);
  report(
    `each call ended once, with the right outcome${mistakes.length ? `; not: ${[...new Set(mistakes)].join('; ')}` : ''}`,
    mistakes.length === 0,
  );
  report(
    `listeners left on the caller's signal: ${getEventListeners(signal, 'abort').length}`,
    getEventListeners(signal, 'abort').length === 0,
  );
  const growth = (heap() - heapAfterWarmUp) / 1024 / 1024;
  report(`heap grew by ${growth.toFixed(1)} MB over the last 70% of the calls`, growth < 20);
}

async function soakMock() {
  const mock = await startMock();
  const { port, hostname } = new URL(mock.url);
  const bytes = () => Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
  const hostile = [
    () => bytes(),
    () => Buffer.from('GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n'),
    () =>
      Buffer.from(
        `PATCH /v2/temporary-evse-statuses/${'9'.repeat(500)} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n{`,
      ),
    () =>
      Buffer.from(
        'POST /__mock/respond-next HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n[{]',
      ),
    () => Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
    () =>
      Buffer.concat([
        Buffer.from('POST /__mock/seed HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n'),
        bytes(),
      ]),
    () => Buffer.from(`GET /v2/temporary-evse-statuses HTTP/1.1\r\n${'X: y\r\n'.repeat(5000)}`),
  ];
  let left = connections;
  const work = async () => {
    while (left-- > 0) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.on('connect', () => {
        socket.write(oneOf(hostile)());
        setImmediate(() => (random() < 0.5 ? socket.resetAndDestroy() : socket.end()));
      });
      socket.resume();
      await once(socket, 'close');
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: 64 }, work));
  const seconds = (performance.now() - started) / 1_000;
  const client = createClient({ apiKey: 'soak-key', baseUrl: mock.url });
  const records = await client.list({ activeOnly: false }).catch(() => undefined);
  report(
    `the mock lists its records after ${connections} hostile connections in ${seconds.toFixed(0)} s`,
    Boolean(records?.length),
  );
  await mock.close();
  // Node's fetch keeps idle sockets for a few seconds.
  for (let tries = 0; tries < 100 && handles() > 0; tries += 1) await wait(100);
  report(`timers and sockets left: ${handles()}`, handles() === 0);
}

function heap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

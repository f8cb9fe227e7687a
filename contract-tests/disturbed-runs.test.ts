/**
 * Runs of the contract check that are disturbed: by a provider that fails now and then, which has to hold, and by one that
 * fails from some request on, after which the record is as before or the report has the `curl` that restores it.
 */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, test } from '@jest/globals';
import { exitCodeOf, type VerifyOptions } from '../src/contract/index.ts';
import { hangUp, neverRespond } from './providers/changes.ts';
import { checked, type Fetch } from './providers/checked.ts';
import { KEYS, RECORDS } from './providers/steps.ts';

const [record] = RECORDS;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const unavailable = () =>
  new Response('{"error":{"type":"api_error","code":"service_unavailable","message":"Later.","request_id":"req_1"}}', {
    status: 503,
    headers: { 'Content-Type': 'application/json' },
  });

/** 2% of 503, 1% of lost connections, before or after the request was carried out; a neighbour sends as often, with the same key. */
const noisy =
  (random: () => number, count: { failures: number; neighbours: number }) =>
  (fetch: Fetch): Fetch =>
  async (url, init) => {
    if (random() < 0.5) {
      count.neighbours += 1;
      const method = init?.method === 'GET' ? 'GET' : 'PATCH';
      const path = method === 'GET' ? '' : '/1001';
      await fetch(`http://provider.example/v2/temporary-evse-statuses${path}`, {
        method,
        headers: { Authorization: `Bearer ${KEYS.good}`, 'Content-Type': 'application/json' },
        ...(method === 'PATCH' && { body: '{}' }),
      });
    }
    const fate = random();
    if (fate >= 0.03) return fetch(url, init);
    count.failures += 1;
    if (random() < 0.5) await fetch(url, init);
    return fate < 0.02 ? unavailable() : hangUp();
  };

test('20 of 20 runs hold, record as before, with 2% of 503, 1% of lost connections and a busy neighbour', async () => {
  const count = { failures: 0, neighbours: 0 };
  const held = [];
  for (let seed = 1; seed <= 20; seed += 1) {
    const { report, provider } = await checked(undefined, {}, noisy(randomFrom(seed), count));
    held.push([
      seed,
      report.outcome,
      report.findings.map(({ rule, cases }) => `${rule}: ${cases.join()}`),
      provider.records.get(42),
    ]);
  }
  expect(held).toEqual(held.map(([seed]) => [seed, 'holds', [], record]));
  console.log(`20 runs: ${count.failures} failures, ${count.neighbours} requests of the neighbour.`);
  expect(count.failures).toBeGreaterThan(100);
});

/** The options that keep a run short: the update alone, which is what changes a record. */
const updates: Partial<VerifyOptions> = { only: ['update'], patienceMs: 10_000 };

/** The arguments of a `curl` line, as a shell reads them. */
function argumentsOf(curl: string): string[] {
  const print = `curl() { printf '%s\\0' "$@"; }; ${curl}`;
  return execFileSync('sh', ['-c', print], { env: { API_KEY: KEYS.good } })
    .toString()
    .split('\0')
    .slice(0, -1);
}

/** Does what a `curl` line says, in this process. */
async function execute(curl: string, fetch: Fetch): Promise<number> {
  const args = argumentsOf(curl);
  const valuesOf = (...names: string[]) =>
    args.flatMap((arg, index) => (names.includes(arg) ? [args[index + 1] ?? ''] : []));
  const [method = 'GET'] = valuesOf('-X', '--request');
  const [body] = valuesOf('--data', '--data-raw', '--data-binary', '-d');
  const url = args.find((arg) => arg.startsWith('http')) ?? '';
  const headers = valuesOf('-H', '--header').map((line) => [
    line.slice(0, line.indexOf(':')),
    line.slice(line.indexOf(':') + 1).trim(),
  ]);
  const response = await fetch(url, {
    method,
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body !== undefined && { body }),
  });
  return response.status;
}

/** Each of the five ways begins at every fifth request, so that together they begin at each. `EVERY_REQUEST=1`: each at each. */
const stride = process.env['EVERY_REQUEST'] === undefined ? 5 : 1;

const ends: Readonly<Record<string, (fetch: Fetch, controller: AbortController) => Fetch>> = {
  'every connection ends': () => hangUp,
  'every connection ends after the request was carried out': (fetch) => async (url, init) => {
    await fetch(url, init);
    return hangUp();
  },
  'no request gets a response': () => neverRespond,
  'every response is 503': () => () => Promise.resolve(unavailable()),
  'the signal fires': (fetch, controller) => (url, init) => {
    controller.abort();
    return fetch(url, init);
  },
};

/** How many requests an undisturbed run sends. */
async function requestsOfARun(): Promise<number> {
  let sent = 0;
  await checked(undefined, updates, (fetch) => (url, init) => {
    sent += 1;
    return fetch(url, init);
  });
  return sent;
}

describe('the record is as before, or the report has the line that restores it', () => {
  test.each(Object.entries(ends).map(([what, end], index) => [what, end, 1 + (index % stride)] as const))(
    'where, from some request on, %s',
    async (_, end, first) => {
      const requests = await requestsOfARun();
      const counts = { asBefore: 0, byLine: 0 };
      for (let from = first; from <= requests; from += stride) {
        const controller = new AbortController();
        const { report, provider } = await checked(undefined, { ...updates, signal: controller.signal }, (fetch) => {
          let sent = 0;
          const broken = end(fetch, controller);
          return (url, init) => ((sent += 1) >= from ? broken(url, init) : fetch(url, init));
        });
        if (JSON.stringify(provider.records.get(42)) === JSON.stringify(record)) {
          counts.asBefore += 1;
          continue;
        }
        counts.byLine += 1;
        expect([from, exitCodeOf(report)]).not.toEqual([from, 0]);
        expect(await execute(report.restored?.curl ?? '', provider.fetch)).toBe(200);
        expect([from, provider.records.get(42)]).toEqual([from, record]);
      }
      expect(requests).toBeGreaterThan(300);
      expect(counts.asBefore + counts.byLine).toBe(Math.ceil((requests - first + 1) / stride));
      console.log(
        `${requests} requests: as before ${counts.asBefore} times, restored by the line ${counts.byLine} times.`,
      );
    },
  );
});

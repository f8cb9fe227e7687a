import { expect, test } from '@jest/globals';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import { Pace } from './pace.ts';
import type { Answer } from './send.ts';

const [first] = OPERATIONS as readonly [Operation];
const operation = { ...first, rateLimit: { name: 'own', requests: 3, windowSeconds: 60 } };

function start() {
  const waits: number[] = [];
  const clock = {
    time: 1_000_000_000_000,
    now: () => clock.time,
    sleep: (milliseconds: number) => {
      clock.time += milliseconds;
      return Promise.resolve();
    },
  };
  const pace = new Pace(operation, { clock, onWait: (milliseconds) => waits.push(milliseconds) });
  return { clock, waits, pace };
}

function answer(status: number, headers: Record<string, string>): Answer {
  return { status, headers: new Map(Object.entries(headers)), body: new Uint8Array() };
}

test('no window of the documented length holds more than the documented requests', async () => {
  const { clock, waits, pace } = start();
  const sent: number[] = [];
  for (let count = 0; count < 10; count += 1) {
    await pace.turn();
    sent.push(clock.time);
    clock.time += 1000;
  }
  const tooClose = sent.filter((time, index) => time - (sent[index - 3] ?? Number.NEGATIVE_INFINITY) < 60_000);
  expect(tooClose).toEqual([]);
  expect(waits).toEqual([57_000, 57_000, 57_000]);
});

test('nothing is sent before the window ends that a server calls used up', async () => {
  const { clock, waits, pace } = start();
  pace.learn(answer(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(clock.time / 1000 + 20) }));
  await pace.turn();
  expect(waits).toEqual([20_000]);
});

test('a wait is never longer than a window, whatever a server says', async () => {
  const { waits, pace } = start();
  pace.learn(answer(429, { 'retry-after': '86400' }));
  await pace.turn();
  expect(waits).toEqual([60_000]);
});

test('a server that answers 429 after the wait that it asked for is not waited for again', async () => {
  const { waits, pace } = start();
  for (let count = 0; count < 3; count += 1) {
    pace.learn(answer(429, { 'retry-after': '5' }));
    await pace.turn();
  }
  expect(waits).toEqual([5000]);
});

test('a higher limit that a server states is used', async () => {
  const { waits, pace } = start();
  pace.learn(answer(200, { 'x-ratelimit-limit': '600' }));
  for (let count = 0; count < 10; count += 1) await pace.turn();
  expect(waits).toEqual([]);
});

test.each(['', 'soon', '-5', '1e3'])('an unreadable header (%j) delays nothing', async (text) => {
  const { waits, pace } = start();
  pace.learn(answer(429, { 'retry-after': text }));
  pace.learn(answer(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': text }));
  await pace.turn();
  expect(waits).toEqual([]);
});

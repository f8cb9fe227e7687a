/** What the tests of the client stand in for `fetch`, time and chance with. */
import { getEventListeners } from 'node:events';
import type { Runtime } from '../transport/runtime.ts';

type Reply = Response | Error | ((request: Request, init: RequestInit) => Response | Promise<Response>);

/** A `fetch` that gives these replies in turn, the last one again and again, and keeps each `Request` that it was sent. */
export function fakeFetch(...replies: Reply[]) {
  const requests: Request[] = [];
  const inits: RequestInit[] = [];
  const fetch = async (input: string | Request, init: RequestInit = {}): Promise<Response> => {
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    const request = new Request(input, init);
    requests.push(request);
    inits.push(init);
    if (reply instanceof Response) return reply.clone();
    if (typeof reply === 'function') return await reply(request, init);
    throw reply ?? new Error('fakeFetch was given no reply');
  };
  return { fetch, requests, inits };
}

/**
 * Time that goes on by itself: each timer fires as soon as everything else has run, except those of `stopped` milliseconds.
 * `timers` lists their lengths, `pending` counts what has neither fired nor been cancelled.
 */
export function fakeTime({ stopped = 30_000, random = 1, now = 0, inNode = true } = {}) {
  const timers: number[] = [];
  const time = {
    timers,
    pending: 0,
    runtime: { now: () => now, random: () => random, after, inBrowser: () => false, inNode: () => inNode },
  };
  function after(ms: number, callback: () => void): () => void {
    // A call that never ends is to fail its test, not to hang it.
    if (timers.length === 50) throw new Error('There is no end to the timers.');
    timers.push(ms);
    time.pending++;
    let over = false;
    const finish = () => {
      if (!over) time.pending--;
      over = true;
    };
    const fire = () => {
      if (over) return;
      finish();
      callback();
    };
    if (ms !== stopped) setImmediate(fire);
    return finish;
  }
  return time satisfies { runtime: Runtime };
}

/** How many listeners a call has left on its caller's signal. */
export function listenersOn(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

/** What a promise rejects with; fails where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It resolved to ${JSON.stringify(value)}.`);
}

/** What a function throws; fails where it does not. */
export function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It did not throw.');
}

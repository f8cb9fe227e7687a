import type { Operation } from '../../../generated/operations.ts';
import { parseDateTime } from '../../shared/rfc3339.ts';
import { checkValues } from '../checks.ts';
import { responseOf } from '../response/examples.ts';
import { assertDocumented } from './stubbed-responses.ts';
import { SWITCHES, type Switches } from './switches.ts';

type Limit = Pick<NonNullable<Operation['rateLimit']>, 'requests' | 'windowSeconds'>;

/** How a limit stands after a request was counted. */
export interface Window {
  readonly limit: number;
  readonly remaining: number;
  readonly exceeded: boolean;
  /** When the window ends, in milliseconds since the Unix epoch. */
  readonly endsAt: number;
  readonly now: number;
}

/** The switches as they are set, and what depends on them: time, chance and the rate limit. */
export function createSettings(initial: Switches, operations: readonly Operation[]) {
  let limiter = createRateLimiter();
  let switches = initial;
  // Two sequences, so that one switch does not shift the numbers of the other.
  let random = { latency: createRandom(initial.randomSeed), error: createRandom(initial.randomSeed) };
  apply(initial);

  /** @throws {MockOptionError}; then nothing was changed */
  function apply(given: Partial<Switches>): void {
    checkValues<Switches>('Switches', SWITCHES, given);
    const { errorRate, rateLimit, randomSeed } = given;
    if (typeof errorRate === 'object') assertDocumented('errorRate', operations, errorRate);
    // As JSON, what is left out or `undefined` stays, and what its owner changes afterwards changes nothing here.
    switches = { ...switches, ...(JSON.parse(JSON.stringify(given)) as Partial<Switches>) };
    if (rateLimit !== undefined) limiter = createRateLimiter();
    if (randomSeed !== undefined) random = { latency: createRandom(randomSeed), error: createRandom(randomSeed) };
  }

  return {
    apply,
    reset: (): void => {
      apply(initial);
    },
    switches: (): Switches => switches,
    onlyKey: (): string | undefined => (typeof switches.keys === 'object' ? switches.keys.one : undefined),
    now: (): number => (switches.clock === 'real' ? Date.now() : (parseDateTime(switches.clock) ?? NaN)),

    /** Operations whose documented limits have one name share a count, for each key of their own. */
    countRequest({ rateLimit }: Operation, key: string, now: number): Window | undefined {
      const limit = switches.rateLimit === 'document' ? rateLimit : switches.rateLimit;
      if (limit === undefined || limit === 'off') return undefined;
      return limiter.acquire(`${rateLimit?.name ?? ''} ${key}`, limit, now);
    },

    /** The status of an error, if the error rate asks for one now that the operation has. */
    errorByChance(operation: Operation): number | undefined {
      const { errorRate } = switches;
      const rate = typeof errorRate === 'number' ? errorRate : errorRate.rate;
      if (rate === 0 || random.error() >= rate) return undefined;
      if (typeof errorRate === 'object') return responseOf(operation, errorRate.status) && errorRate.status;
      return Number(operation.responses.find(({ status }) => /^5\d\d$/.test(status))?.status ?? 500);
    },

    delayMs(): number {
      const { latencyMs } = switches;
      if (typeof latencyMs === 'number') return latencyMs;
      const [least, most] = latencyMs;
      return Math.round(least + random.latency() * (most - least));
    },
  };
}

/** Numbers from 0 up to 1; the same seed gives the same numbers. The generator is mulberry32, public domain. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A client that sends a new key with each request must not fill the memory. */
const mostCounters = 1000;

/** Counts requests in windows of fixed length, each beginning with its first request. */
export function createRateLimiter() {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    acquire(counter: string, { requests, windowSeconds }: Limit, now: number): Window {
      let window = windows.get(counter);
      // A clock that was set back begins a new window as well.
      if (window === undefined || now >= window.endsAt || window.endsAt - now > windowSeconds * 1000) {
        const [oldest] = windows.size >= mostCounters ? windows.keys() : [];
        windows.delete(oldest ?? counter);
        window = { count: 0, endsAt: now + windowSeconds * 1000 };
        windows.set(counter, window);
      }
      window.count += 1;
      return {
        limit: requests,
        remaining: Math.max(0, requests - window.count),
        exceeded: window.count > requests,
        endsAt: window.endsAt,
        now,
      };
    },
  };
}

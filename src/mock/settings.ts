import type { Operation } from '../../generated/operations.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import { isObject } from './json.ts';
import { MockOptionError, show } from './option-error.ts';
import { exampleAnswer } from './prefer.ts';
import { createRandom } from './random.ts';
import { createRateLimiter, type Window } from './rate-limit.ts';
import { readSwitches, type Switches } from './switches.ts';
import type { NextAnswer } from './types.ts';

/** The switches as they stand, and what hangs on them: time, chance, the rate limit and the answers that wait. */
export function createSettings(initial: Switches, operations: readonly Operation[]) {
  const limiter = createRateLimiter();
  let switches: Switches;
  let waiting: NextAnswer[];
  let latencyRandom: () => number;
  let errorRandom: () => number;
  apply({ errorRate: initial.errorRate });
  reset();

  function reset(): void {
    switches = initial;
    waiting = [];
    limiter.reset();
    startRandom();
  }

  /** Two sequences, so that turning one switch does not shift the numbers of the other. */
  function startRandom(): void {
    latencyRandom = createRandom(switches.randomSeed);
    errorRandom = createRandom(switches.randomSeed);
  }

  function apply(given: Partial<Switches>): void {
    const read = readSwitches(given);
    const { errorRate } = read;
    if (typeof errorRate === 'object') assertDocumented('errorRate', errorRate.status, undefined);
    switches = { ...switches, ...read };
    if (read.randomSeed !== undefined) startRandom();
  }

  function assertDocumented(option: string, status: number, example: string | undefined): void {
    const tries = operations.map((operation) =>
      exampleAnswer(operation, { status, ...(example !== undefined && { example }) }),
    );
    const reasons = tries.filter((one) => typeof one === 'string');
    if (reasons.length === tries.length) throw new MockOptionError(option, `${option}: ${reasons.join(' ')}`);
  }

  function checkNext(next: unknown): NextAnswer {
    const { status, example, headers = {}, body } = isObject(next) ? next : { status: next };
    if (!isStatus(status)) {
      throw new MockOptionError('respondNext', `respondNext takes a status from 200 to 599; it was ${show(next)}.`);
    }
    if ((example !== undefined && typeof example !== 'string') || !isObject(headers)) {
      throw new MockOptionError('respondNext', 'respondNext: example must be a text, and headers an object.');
    }
    if (body === undefined) assertDocumented('respondNext', status, example);
    else if (typeof body !== 'string' || (body !== '' && bodiless.includes(status))) {
      throw new MockOptionError(
        'respondNext',
        `respondNext: body must be a text, and empty with ${bodiless.join(', ')}.`,
      );
    }
    for (const [name, value] of Object.entries(headers)) {
      const isFree = /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !framing.includes(name.toLowerCase());
      if (isFree && typeof value === 'string' && /^[\t\x20-\x7e]*$/.test(value)) continue;
      throw new MockOptionError(
        'respondNext',
        `respondNext: ${show({ [name]: value })} is not a header that can be set.`,
      );
    }
    return next as NextAnswer;
  }

  return {
    apply,
    reset,
    switches: (): Switches => switches,
    waiting: (): readonly NextAnswer[] => waiting,
    now: (): number => (switches.clock === 'real' ? Date.now() : (parseDateTime(switches.clock) ?? NaN)),

    respondNext(answers: readonly NextAnswer[]): void {
      if (!Array.isArray(answers)) {
        throw new MockOptionError('respondNext', `respondNext takes a list of answers; it was ${show(answers)}.`);
      }
      waiting = [...waiting, ...answers.map(checkNext)];
    },

    takeNext(): Exclude<NextAnswer, number> | undefined {
      const next = waiting.shift();
      return typeof next === 'number' ? { status: next } : next;
    },

    countRequest({ rateLimit }: Operation, now: number): Window | undefined {
      const limit = switches.rateLimit === 'document' ? rateLimit : switches.rateLimit;
      return limit === undefined || limit === 'off' ? undefined : limiter.count(rateLimit?.name ?? '', limit, now);
    },

    /** The status of a server error, where chance wants one now. */
    errorByChance({ responses }: Operation): number | undefined {
      const { errorRate } = switches;
      const rate = typeof errorRate === 'number' ? errorRate : errorRate.rate;
      if (rate === 0 || errorRandom() >= rate) return undefined;
      if (typeof errorRate === 'object') return errorRate.status;
      return Number(responses.find(({ status }) => /^5\d\d$/.test(status))?.status ?? 500);
    },

    delayMs(): number {
      const { latencyMs } = switches;
      if (typeof latencyMs === 'number') return latencyMs;
      const [least, most] = latencyMs;
      return Math.round(least + latencyRandom() * (most - least));
    },
  };
}

/** Answers that HTTP gives no body. */
const bodiless = [204, 205, 304];

/** Headers that say where a message ends; they are the doors' own. */
const framing = ['connection', 'content-length', 'transfer-encoding'];

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599;
}

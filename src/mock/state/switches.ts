import { parseDateTime } from '../../shared/rfc3339.ts';
import { isObject } from '../json.ts';
import { assertKnownNames, MockOptionError, show } from '../option-error.ts';

/** What can be set when a mock is created and at any time after. */
export interface Switches {
  /** How long each response takes, in milliseconds (at most 600000), or the bounds of a random length. Default: 0. */
  readonly latencyMs: number | readonly [least: number, most: number];
  /**
   * How many requests a window takes before the response is 429. `document`: as the document says, with one limit for reads
   * and one for writes, for each key [limits]; `off`: no limit and no rate-limit headers; numbers: these, for either. A
   * window begins with its first request. The 429 has the seconds until its end in `Retry-After`, and a client that obeys
   * waits for them: windows of 1 second keep a demonstration short. Default: `document`.
   */
  readonly rateLimit: 'document' | 'off' | { readonly requests: number; readonly windowSeconds: number };
  /** The share of requests, 0 to 1, that get a server error (default: the document's first 5xx). Default: 0. */
  readonly errorRate: number | { readonly rate: number; readonly status: number };
  /** Which API keys are accepted: `any` that is well-formed, `one` given key, or no key is needed (`off`). Default: `any`. */
  readonly keys: 'any' | 'off' | { readonly one: string };
  /**
   * `real`, or an RFC 3339 instant of the years 1970 to 9998 at which time stands still; then the same calls get the same
   * responses, byte for byte. Default: `real`, because a rate-limit window never ends while time stands still.
   */
  readonly clock: string;
  /**
   * What an update without `validFrom` does to the stored one: `keep` it, or set it to `now`. The vendor's page allows
   * both readings [endpoint]. Default: `keep`, because PATCH is a partial update [conventions].
   */
  readonly validFromWhenOmitted: 'keep' | 'now';
  /** Where the random numbers of `latencyMs` and `errorRate` start; the same seed, the same numbers. Default: 1. */
  readonly randomSeed: number;
}

/** One row of the table by which options, `set()`, control calls and the command line are read. */
export interface Switch<Value> {
  /** `POST /__mock/<path>` */
  readonly path: string;
  readonly flag: `--${string}`;
  /** Stands for the flag's value in a help text. */
  readonly placeholder: string;
  readonly help: string;
  readonly initial: Value;
  /** @throws {MockOptionError} */
  readonly read: (value: unknown) => Value;
  /** The value that a flag's text stands for, not yet checked. */
  readonly parse: (text: string) => unknown;
}

/** A bound, so that a typing error does not look like a mock that hangs. */
const longestLatencyMs = 600_000;

export const SWITCHES: { readonly [Name in keyof Switches]: Switch<Switches[Name]> } = {
  latencyMs: {
    path: 'latency',
    flag: '--latency',
    placeholder: '<ms|least..most>',
    help: 'How long each response takes, in milliseconds, or the bounds of a random length',
    initial: 0,
    read: (value) => {
      if (isLatency(value)) return value;
      if (Array.isArray(value) && value.length === 2) {
        const [least, most] = value as unknown[];
        if (isLatency(least) && isLatency(most) && least <= most) return [least, most];
      }
      const rule = `a number of milliseconds from 0 to ${longestLatencyMs}, or two of them, the lower first`;
      throw wrong('latencyMs', rule, value);
    },
    parse: (text) => (text.includes('..') ? text.split('..').map(toNumber) : toNumber(text)),
  },
  rateLimit: {
    path: 'rate-limit',
    flag: '--rate-limit',
    placeholder: '<document|off|requests/seconds>',
    help: 'Requests in a window before the response is 429: as documented, no limit, or for example 5/60',
    initial: 'document',
    read: (value) => {
      if (value === 'document' || value === 'off') return value;
      if (isObject(value)) {
        const { requests, windowSeconds } = value;
        if (isWhole(requests, 0) && isWhole(windowSeconds, 1)) return { requests, windowSeconds };
      }
      throw wrong(
        'rateLimit',
        '"document", "off" or { requests, windowSeconds }, both whole and the window at least 1 second',
        value,
      );
    },
    parse: (text) => {
      const [requests, windowSeconds, ...more] = text.split('/');
      if (requests === undefined || windowSeconds === undefined || more.length > 0) return text;
      return { requests: toNumber(requests), windowSeconds: toNumber(windowSeconds) };
    },
  },
  errorRate: {
    path: 'error-rate',
    flag: '--error-rate',
    placeholder: '<0..1[:status]>',
    help: 'The share of requests that get a server error, for example 0.1 or 0.1:500',
    initial: 0,
    read: (value) => {
      const isRate = (part: unknown): part is number => typeof part === 'number' && part >= 0 && part <= 1;
      if (isRate(value)) return value;
      if (isObject(value)) {
        const { rate, status } = value;
        if (isRate(rate) && isWhole(status, 400)) return { rate, status };
      }
      throw wrong('errorRate', 'a number from 0 to 1, or { rate, status }', value);
    },
    parse: (text) => {
      const [rate = '', status] = text.split(':');
      return status === undefined ? toNumber(rate) : { rate: toNumber(rate), status: toNumber(status) };
    },
  },
  keys: {
    path: 'keys',
    flag: '--keys',
    placeholder: '<any|one|off>',
    help: 'Which API keys are accepted: any that is well-formed, one given key, or none is needed',
    initial: 'any',
    read: (value) => {
      if (value === 'any' || value === 'off') return value;
      if (isObject(value) && typeof value['one'] === 'string' && /^[\x21-\x7e]+$/.test(value['one'])) {
        return { one: value['one'] };
      }
      // The value may hold a key, so it is not shown.
      throw new MockOptionError('keys', 'keys must be "any", "off" or { one: the key, visible ASCII without spaces }.');
    },
    parse: (text) => text,
  },
  clock: {
    path: 'clock',
    flag: '--clock',
    placeholder: '<real|instant>',
    help: 'The time: real, or an RFC 3339 instant at which it stands still',
    initial: 'real',
    read: (value) => {
      if (value === 'real') return value;
      const instant = typeof value === 'string' ? parseDateTime(value) : undefined;
      if (instant !== undefined && instant >= 0 && instant < Date.UTC(9999)) return value as string;
      throw wrong('clock', '"real" or an RFC 3339 date-time from 1970 on, such as "2025-04-23T10:00:00Z"', value);
    },
    parse: (text) => text,
  },
  validFromWhenOmitted: {
    path: 'valid-from-when-omitted',
    flag: '--valid-from-when-omitted',
    placeholder: '<keep|now>',
    help: 'What an update without validFrom does to the stored one; the vendor does not say',
    initial: 'keep',
    read: (value) => {
      if (value === 'keep' || value === 'now') return value;
      throw wrong('validFromWhenOmitted', '"keep" or "now"', value);
    },
    parse: (text) => text,
  },
  randomSeed: {
    path: 'random-seed',
    flag: '--random-seed',
    placeholder: '<number>',
    help: 'Where the random numbers of latency and error rate start',
    initial: 1,
    read: (value) => {
      if (isWhole(value, 0)) return value;
      throw wrong('randomSeed', 'a whole number from 0', value);
    },
    parse: toNumber,
  },
};

export const SWITCH_NAMES = Object.keys(SWITCHES) as (keyof Switches)[];

/** The switches that are given, checked. @throws {MockOptionError} */
export function readSwitches(given: Readonly<Record<string, unknown>> | Partial<Switches>): Partial<Switches> {
  if (!isObject(given)) throw new MockOptionError('switches', `Switches must be an object; they were ${show(given)}.`);
  assertKnownNames('Switches', given, SWITCH_NAMES);
  return Object.fromEntries(
    SWITCH_NAMES.filter((name) => given[name] !== undefined).map((name) => [name, SWITCHES[name].read(given[name])]),
  );
}

function wrong(option: keyof Switches, rule: string, value: unknown): MockOptionError {
  return new MockOptionError(option, `${option} must be ${rule}; it was ${show(value)}.`);
}

function isLatency(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longestLatencyMs;
}

function isWhole(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

/** The text itself where it is no number, so that a message shows it. */
function toNumber(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

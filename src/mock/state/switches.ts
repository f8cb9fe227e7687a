import { isKey } from '../../shared/api-key.ts';
import { parseDateTime } from '../../shared/rfc3339.ts';
import { isNumber, isObjectOf, isWhole, type Row } from '../checks.ts';

/** What can be set when a mock is created and at any time after. */
export interface Switches {
  /** How long each response takes, in milliseconds (at most 600000), or the bounds of a random length. Default: 0. */
  readonly latencyMs: number | readonly [least: number, most: number];
  /**
   * How many `requests` (0 or more) a window of `windowSeconds` (1 or more) takes before the response is 429, with the seconds
   * until the window ends in `Retry-After`; it begins with its first request. `document`: as documented, one limit for reads
   * and one for writes, for each key [limits]; `off`: no limit and no rate-limit headers. Default: `document`.
   */
  readonly rateLimit: 'document' | 'off' | { readonly requests: number; readonly windowSeconds: number };
  /**
   * The share of requests, 0 to 1, that get an error: the document's first 5xx, or a documented `status` of 400 or more.
   * Default: 0.
   */
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

/** One row of the table that options, `set()`, control calls, the page and the command line are made from. */
export interface Switch<Value> extends Row {
  /** `POST /__mock/<path>` and `--<path>` */
  readonly path: string;
  /** The form of its text, in a flag and on the page. */
  readonly placeholder: string;
  readonly help: string;
  readonly initial: Value;
  /** What the text must be, where `rule` is about an object that the text stands for. */
  readonly textRule?: string;
  /** What a text of two parts stands for, not yet checked. */
  readonly pair?: { readonly separator: string; readonly toValue: (first: string, second: string) => unknown };
}

/** A bound, so that a typing error does not look like a mock that hangs. */
const longestLatencyMs = 600_000;
const isRate = (value: unknown) => isNumber(value, 0, 1);

export const SWITCHES: { readonly [Name in keyof Switches]: Switch<Switches[Name]> } = {
  latencyMs: {
    path: 'latency',
    placeholder: '<ms|least..most>',
    help: 'How long each response takes, in milliseconds, or the bounds of a random length',
    initial: 0,
    rule: `a number of milliseconds from 0 to ${longestLatencyMs}, or two of them, the lower first`,
    isValid: (value) => {
      const [least, most, ...more] = Array.isArray(value) ? (value as unknown[]) : [value, value];
      return isNumber(least, 0, longestLatencyMs) && isNumber(most, least, longestLatencyMs) && more.length === 0;
    },
    pair: { separator: '..', toValue: (least, most) => [toNumber(least), toNumber(most)] },
  },
  rateLimit: {
    path: 'rate-limit',
    placeholder: '<document|off|requests/seconds>',
    help: 'Requests in a window before the response is 429: as documented, no limit, or for example 5/60',
    initial: 'document',
    rule: '"document", "off" or { requests, windowSeconds }, both whole and the window at least 1 second',
    textRule: 'document, off or REQUESTS/SECONDS, such as 5/60: whole, and at least 1 second',
    isValid: (value) =>
      value === 'document' ||
      value === 'off' ||
      isObjectOf({ requests: (one) => isWhole(one, 0), windowSeconds: (one) => isWhole(one, 1) }, value),
    pair: {
      separator: '/',
      toValue: (requests, seconds) => ({ requests: toNumber(requests), windowSeconds: toNumber(seconds) }),
    },
  },
  errorRate: {
    path: 'error-rate',
    placeholder: '<0..1[:status]>',
    help: 'The share of requests that get a server error, for example 0.1 or 0.1:500',
    initial: 0,
    rule: 'a number from 0 to 1, or { rate, status }, the status from 400',
    textRule: 'a share from 0 to 1, or SHARE:STATUS with a status from 400, such as 0.1:500',
    isValid: (value) => isRate(value) || isObjectOf({ rate: isRate, status: (one) => isWhole(one, 400) }, value),
    pair: { separator: ':', toValue: (rate, status) => ({ rate: toNumber(rate), status: toNumber(status) }) },
  },
  keys: {
    path: 'keys',
    placeholder: '<any|off|one:key>',
    help: 'Which API keys are accepted: any that is well-formed, one given key, or none is needed',
    initial: 'any',
    rule: '"any", "off" or { one: the key, visible ASCII without spaces }',
    isValid: (value) => value === 'any' || value === 'off' || isObjectOf({ one: isKey }, value),
    isSecret: true,
    pair: { separator: ':', toValue: (one, key) => ({ [one]: key }) },
  },
  clock: {
    path: 'clock',
    placeholder: '<real|instant>',
    help: 'The time: real, or an RFC 3339 instant at which it stands still',
    initial: 'real',
    rule: '"real" or an RFC 3339 date-time from 1970 on, such as "2025-04-23T10:00:00Z"',
    isValid: (value) =>
      value === 'real' || (typeof value === 'string' && isNumber(parseDateTime(value), 0, Date.UTC(9999) - 1)),
  },
  validFromWhenOmitted: {
    path: 'valid-from-when-omitted',
    placeholder: '<keep|now>',
    help: 'What an update without validFrom does to the stored one; the vendor does not say',
    initial: 'keep',
    rule: '"keep" or "now"',
    isValid: (value) => value === 'keep' || value === 'now',
  },
  randomSeed: {
    path: 'random-seed',
    placeholder: '<number>',
    help: 'Where the random numbers of latency and error rate start',
    initial: 1,
    rule: 'a whole number from 0',
    isValid: (value) => isWhole(value, 0),
  },
};

export const SWITCH_NAMES = Object.keys(SWITCHES) as (keyof Switches)[];

/** The value that a text stands for, not yet checked. */
export function fromText({ pair }: Switch<unknown>, text: string): unknown {
  const at = pair ? text.indexOf(pair.separator) : -1;
  if (pair === undefined || at === -1) return toNumber(text);
  return pair.toValue(text.slice(0, at), text.slice(at + pair.separator.length));
}

export function toText({ pair }: Switch<unknown>, value: Switches[keyof Switches]): string {
  return typeof value === 'object' ? Object.values(value).join(pair?.separator) : String(value);
}

/** The text itself where it is no number, so that a message shows it. */
function toNumber(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

import { OPERATIONS } from '../../generated/operations.ts';
import { SERVERS } from '../../generated/facts.ts';
import { systemClock, type Clock } from './pace.ts';
import type { Ids, Keys } from './request.ts';

export interface VerifyOptions {
  /** The record that may be changed; a number [endpoint], whole: assumed. */
  readonly id: number;
  /** The API key. It appears in no report. */
  readonly key: string;
  /** A second record: read, never changed. Default: none, and that other records stay untouched is not checked. */
  readonly otherId?: number;
  /** An id that is not there. Default: 2147483647, the largest that every store can hold. */
  readonly missingId?: number;
  /** A key without permission, for 403 [auth]. Default: none, and 403 is not checked. */
  readonly forbiddenKey?: string;
  /** A key whose quota is used up, for 429 [limits]. Default: none, and 429 is not checked. */
  readonly throttledKey?: string;
  /** Names of the environment variables that stand for the keys in reports. Default: API_KEY, FORBIDDEN_KEY, THROTTLED_KEY. */
  readonly keyNames?: Partial<Record<keyof Keys, string>>;
  /** At the end, uses the quota up until 429 comes. Default: false. */
  readonly probeRateLimit?: boolean;
  /** Sends only what must be refused. Default: false. */
  readonly readOnly?: boolean;
  /** Lets the run change a record in production. Default: false. */
  readonly allowProduction?: boolean;
  /** Milliseconds for one request, its answer's body included. Default: 10000. */
  readonly timeoutMs?: number;
  /** Milliseconds to wait for the target to answer at all, before the first case. Default: 0. */
  readonly waitForMs?: number;
  /** Is told how many milliseconds the run is about to wait for the rate limit. */
  readonly onWait?: (milliseconds: number) => void;
  /** Time, for tests: `sleep` has to move `now`. Default: the system's. */
  readonly clock?: Clock;
  /**
   * Ends the run: the record is brought back, and `verify` rejects with the signal's reason, or, where the record could not
   * be brought back, with an error that says so and has the reason as its cause.
   */
  readonly signal?: AbortSignal;
}

/** An option that the check cannot work with. Nothing was sent. */
export class VerifyOptionError extends Error {
  override readonly name = 'VerifyOptionError';
  /** Of the option, or `target`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(`${option}: ${message}`);
    this.option = option;
  }
}

/** Options with every default in place. */
export interface Settings {
  /** The target without a slash at its end. */
  readonly base: string;
  readonly ids: Ids;
  readonly keys: Keys;
  readonly keyNames: Readonly<Record<keyof Keys, string>>;
  readonly probeRateLimit: boolean;
  readonly readOnly: boolean;
  readonly timeoutMs: number;
  readonly waitForMs: number;
  readonly clock: Clock;
  readonly onWait: (milliseconds: number) => void;
  readonly signal?: AbortSignal;
}

/** @throws {VerifyOptionError} names the first option that is wrong */
export function settingsOf(target: string | URL, options: VerifyOptions): Settings {
  const { id, key, otherId, missingId = 2_147_483_647, forbiddenKey, throttledKey, keyNames, signal } = options;
  const { probeRateLimit = false, readOnly = false, timeoutMs = 10_000, waitForMs = 0, clock = systemClock } = options;
  const base = baseOf(target, options.allowProduction ?? false);
  for (const [name, value] of Object.entries({ id, otherId, missingId })) {
    if (value === undefined && name !== 'id') continue;
    // A fraction or a number like 1e21 would not be in the path what it is here.
    if (!Number.isSafeInteger(value))
      throw new VerifyOptionError(name, `has to be a whole number, not ${String(value)}.`);
  }
  if (otherId === id) throw new VerifyOptionError('otherId', 'has to be another record than id.');
  if (missingId === id || missingId === otherId) throw new VerifyOptionError('missingId', 'is the id of a record.');
  for (const [name, value] of Object.entries({ key, forbiddenKey, throttledKey })) {
    if (value === undefined && name !== 'key') continue;
    if (typeof value !== 'string' || !/^[\x21-\x7E]+$/.test(value)) {
      throw new VerifyOptionError(name, 'has to be a key: visible ASCII characters, at least one.');
    }
  }
  for (const [name, value, least] of [
    ['timeoutMs', timeoutMs, 1],
    ['waitForMs', waitForMs, 0],
  ] as const) {
    if (!(Number.isFinite(value) && value >= least)) {
      throw new VerifyOptionError(name, `has to be a number of milliseconds from ${least}, not ${value}.`);
    }
  }
  if (readOnly && probeRateLimit)
    throw new VerifyOptionError('probeRateLimit', 'sends updates; readOnly forbids them.');
  return {
    base,
    ids: { id, missingId, ...(otherId !== undefined && { otherId }) },
    keys: {
      key,
      ...(forbiddenKey !== undefined && { forbiddenKey }),
      ...(throttledKey !== undefined && { throttledKey }),
    },
    keyNames: { key: 'API_KEY', forbiddenKey: 'FORBIDDEN_KEY', throttledKey: 'THROTTLED_KEY', ...keyNames },
    probeRateLimit,
    readOnly,
    timeoutMs,
    waitForMs,
    clock,
    onWait: options.onWait ?? (() => undefined),
    ...(signal && { signal }),
  };
}

function baseOf(target: string | URL, allowProduction: boolean): string {
  const url = URL.canParse(String(target)) ? new URL(target) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new VerifyOptionError('target', `has to be an http or https URL, not ${JSON.stringify(String(target))}.`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new VerifyOptionError('target', 'has to be a base URL: no user, password, query or fragment.');
  }
  const host = (text: string) => new URL(text).hostname.toLowerCase().replace(/\.$/, '');
  if (!allowProduction && host(url.href) === host(SERVERS.production)) {
    throw new VerifyOptionError(
      'target',
      `is production (${SERVERS.production}); allowProduction lets the check run there.`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  for (const operation of OPERATIONS) {
    const segments = operation.path.split('/').slice(1);
    const fixed = segments.slice(
      0,
      segments.findIndex((segment) => segment.startsWith('{')),
    );
    if (fixed.some((_, index) => `${path}/`.includes(`/${fixed.slice(0, index + 1).join('/')}/`))) {
      throw new VerifyOptionError(
        'target',
        `has to be the base URL, without the path of an operation (${operation.path}).`,
      );
    }
  }
  return `${url.origin}${path}`;
}

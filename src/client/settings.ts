import { SERVERS } from '../../generated/facts.ts';
import type { DriftJudge } from './drift-types.ts';
import { invalid, InvalidArgumentError } from './errors.ts';
import type { ApiKey, ClientOptions, FetchFunction, RequestOptions, RetryOptions } from './options.ts';
import type { Runtime } from './runtime.ts';

/** The bounds of one call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxRetryWaitMs: number;
}

/** `ClientOptions`, checked, with every default filled in. */
export interface Settings extends Limits {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: ApiKey | undefined;
  readonly fetch: FetchFunction | undefined;
  readonly onDrift: ClientOptions['onDrift'];
  readonly judge: DriftJudge | undefined;
}

/** What holds where neither the client nor the call says otherwise. */
export const defaultLimits: Limits = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };

/** @throws {InvalidArgumentError} An option cannot be used. */
export function readSettings(options: ClientOptions, runtime: Runtime): Settings {
  // The value is not shown: it may be a key.
  if (Object(options) !== options) throw new InvalidArgumentError('options', 'options must be an object');
  const { apiKey, environment = 'production', baseUrl = SERVERS[environment], fetch, onDrift, judge, raw } = options;
  if (!Object.hasOwn(SERVERS, environment)) {
    throw invalid('environment', `one of ${Object.keys(SERVERS).join(', ')}`, environment);
  }
  const given: { readonly environment?: unknown; readonly baseUrl?: unknown } = options;
  if (given.environment !== undefined && given.baseUrl !== undefined) {
    throw new InvalidArgumentError('baseUrl', 'baseUrl and environment exclude each other');
  }
  const base = readBaseUrl(baseUrl);
  for (const [name, value] of Object.entries({ fetch, judge, raw, onDrift })) {
    if (value !== undefined && value !== 'throw' && typeof value !== 'function')
      throw invalid(name, 'a function', value);
  }
  if ((onDrift === undefined) !== (judge === undefined)) {
    throw new InvalidArgumentError('judge', 'onDrift and judge go together');
  }
  if (apiKey !== undefined) {
    if (typeof apiKey !== 'function') checkKey(apiKey);
    if (runtime.inBrowser() && options.dangerouslyAllowBrowser !== true) {
      throw new InvalidArgumentError('apiKey', 'apiKey would be public in a browser (dangerouslyAllowBrowser)');
    }
    if (base.protocol === 'http:' && !isLoopback(base.hostname) && options.dangerouslyAllowHttp !== true) {
      throw invalid('baseUrl', 'https: for a client with an apiKey (dangerouslyAllowHttp)', base.href);
    }
  } else if (given.baseUrl === undefined) {
    throw new InvalidArgumentError('apiKey', 'apiKey must be given, unless baseUrl is');
  }
  return {
    ...readLimits(options, defaultLimits),
    baseUrl: base.href.replace(/\/+$/, ''),
    apiKey,
    fetch,
    onDrift,
    judge,
  };
}

/** @throws {InvalidArgumentError} A bound cannot be used. */
export function readLimits({ timeoutMs, retry }: RequestOptions, limits: Limits): Limits {
  if (timeoutMs === undefined && retry === undefined) return limits;
  if (retry !== false && typeof (retry ?? {}) !== 'object') throw invalid('retry', 'false or an object', retry);
  const { maxRetries, maxRetryWaitMs }: RetryOptions = retry === false ? { maxRetries: 0 } : (retry ?? {});
  return {
    timeoutMs: atLeast(1, 'timeoutMs', timeoutMs ?? limits.timeoutMs),
    maxRetries: atLeast(0, 'retry.maxRetries', maxRetries ?? limits.maxRetries),
    maxRetryWaitMs: atLeast(0, 'retry.maxRetryWaitMs', maxRetryWaitMs ?? limits.maxRetryWaitMs),
  };
}

/** @throws {InvalidArgumentError} Not a key; the error does not show what it is. */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || !/^[!-~]+$/.test(key)) {
    throw new InvalidArgumentError('apiKey', 'apiKey must be (or return) printable ASCII without spaces');
  }
}

function readBaseUrl(given: string | URL): URL {
  let url: URL | undefined;
  try {
    // In a browser, /api stands for a path of the page's own origin.
    url = new URL(given, (globalThis as Partial<typeof globalThis>).location?.href);
  } catch {
    // Said below.
  }
  if (url && /^https?:\/\/[^/@?#]+\/[^?#]*$/.test(url.href)) return url;
  // The value is not shown: it may hold credentials.
  throw new InvalidArgumentError('baseUrl', 'baseUrl must be an http(s) URL without credentials, query or fragment');
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

function atLeast(least: number, name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= least)) throw invalid(name, `a number, ${least} or more`, value);
  return value;
}

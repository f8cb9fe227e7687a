import { SERVERS } from '../../generated/facts.ts';
import { isKey } from '../shared/api-key.ts';
import { unknownName } from '../shared/nearest.ts';
import type { DriftDetector } from './drift.ts';
import { InvalidArgumentError, invalidOption, tagOf } from './errors.ts';
import type { ApiKey, ClientOptions, FetchFunction, RequestOptions, RetryOptions } from './options.ts';
import type { Runtime } from './transport/runtime.ts';

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
  readonly drift: DriftDetector | undefined;
}

/** What applies where neither the client nor the call says otherwise. */
export const defaultLimits: Limits = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };

const retryNames = ['maxRetries', 'maxRetryWaitMs'] satisfies (keyof RetryOptions)[];
export const requestNames = ['signal', 'timeoutMs', 'retry'] satisfies (keyof RequestOptions)[];
const clientNames = [
  ...['apiKey', 'environment', 'baseUrl', 'fetch', 'timeoutMs', 'retry', 'drift'],
  ...['dangerouslyAllowBrowser', 'dangerouslyAllowHttp'],
];

/** @throws {InvalidArgumentError} An option cannot be used. */
export function readSettings(options: ClientOptions, runtime: Runtime): Settings {
  checkNames('options', options, clientNames);
  const { apiKey, environment = 'production', fetch, drift } = options;
  if (!Object.hasOwn(SERVERS, environment)) {
    throw invalidOption('environment', `one of ${Object.keys(SERVERS).join(', ')}`, environment);
  }
  // Not `??`: a `null` would send the key to production.
  const { baseUrl = SERVERS[environment] } = options;
  const isVendor = options.baseUrl === undefined;
  if (!isVendor && (options as { readonly environment?: unknown }).environment !== undefined) {
    throw new InvalidArgumentError('baseUrl', 'baseUrl and environment exclude each other');
  }
  if (isVendor && apiKey === undefined) {
    throw new InvalidArgumentError('apiKey', 'apiKey is required, unless baseUrl is given');
  }
  const base = readBaseUrl(baseUrl);
  for (const [name, value] of Object.entries({ fetch, drift })) {
    // The value is not shown: someone may have put the key there.
    if (value !== undefined && typeof value !== 'function') {
      throw new InvalidArgumentError(name, `${name} must be a function`);
    }
  }
  if (apiKey !== undefined) {
    const fault = typeof apiKey === 'function' ? undefined : faultOfKey(apiKey);
    if (fault) throw new InvalidArgumentError('apiKey', `apiKey ${fault}`);
    if (runtime.inBrowser() && options.dangerouslyAllowBrowser !== true) {
      throw new InvalidArgumentError('apiKey', 'apiKey would be public in a browser (dangerouslyAllowBrowser)');
    }
    if (base.protocol === 'http:' && !isLoopback(base.hostname) && options.dangerouslyAllowHttp !== true) {
      throw new InvalidArgumentError(
        'baseUrl',
        'baseUrl must be https: for a client with an apiKey (dangerouslyAllowHttp)',
      );
    }
  }
  return { ...readLimits(options, defaultLimits), baseUrl: base.href.replace(/\/+$/, ''), apiKey, fetch, drift };
}

/** @throws {InvalidArgumentError} A bound cannot be used. */
export function readLimits({ timeoutMs, retry }: RequestOptions, limits: Limits): Limits {
  if (timeoutMs === undefined && retry === undefined) return limits;
  if (retry !== false && retry !== undefined) checkNames('retry', retry, retryNames);
  const { maxRetries, maxRetryWaitMs }: RetryOptions = retry === false ? { maxRetries: 0 } : (retry ?? {});
  return {
    timeoutMs: atLeast(1, 'timeoutMs', timeoutMs ?? limits.timeoutMs),
    maxRetries: atLeast(0, 'retry.maxRetries', maxRetries ?? limits.maxRetries),
    maxRetryWaitMs: atLeast(0, 'retry.maxRetryWaitMs', maxRetryWaitMs ?? limits.maxRetryWaitMs),
  };
}

/** @throws {InvalidArgumentError} Not an object, or one with a name that is not known. The value is not shown. */
export function checkNames(argument: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new InvalidArgumentError(argument, `${argument} must be an object`);
  }
  for (const name in given) {
    if (!known.includes(name)) throw new InvalidArgumentError(name, `${argument}: ${unknownName(name, known)}`);
  }
}

/** What is wrong with a key, to be read after its name; `undefined`: nothing. The value is not shown. */
export function faultOfKey(key: unknown): string | undefined {
  if (key === '') return 'is empty';
  return isKey(key) ? undefined : 'must be printable ASCII without spaces';
}

/** A signal that is not one would only fail halfway through the call. @throws {InvalidArgumentError} */
export function checkSignal(signal: unknown): void {
  if (signal !== undefined && tagOf(signal) !== 'AbortSignal') throw invalidOption('signal', 'an AbortSignal', signal);
}

function readBaseUrl(given: string | URL): URL {
  // The value is not shown: it may hold credentials.
  const wrong = (what: string) => new InvalidArgumentError('baseUrl', `baseUrl must be an http(s) URL; ${what}`);
  // In a browser, /api stands for a path of the page's own origin.
  const page = (globalThis as Partial<typeof globalThis>).location?.href;
  if (given === '' || !URL.canParse(given, page)) throw wrong(given === '' ? 'it is empty' : 'it is not absolute');
  const url = new URL(given, page);
  if (!/^https?:$/.test(url.protocol)) throw wrong(`it begins with ${url.protocol}`);
  if (url.username || url.password || /[?#]/.test(url.href)) throw wrong('it has credentials, a query or a fragment');
  return url;
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

function atLeast(least: number, name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= least)) throw invalidOption(name, `a number, ${least} or more`, value);
  return value;
}

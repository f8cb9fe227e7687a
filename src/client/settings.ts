import { SERVERS } from '../../generated/facts.ts';
import { isKey } from '../shared/api-key.ts';
import { unknownName } from '../shared/nearest.ts';
import type { DriftDetector } from './drift.ts';
import { InvalidArgumentError, refuse, refuseOption, tagOf } from './errors.ts';
import type { ApiKey, ClientOptions, Environment, FetchFunction, RequestOptions, RetryOptions } from './options.ts';
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
  const { apiKey, environment, fetch, drift } = options as ClientOptions & { readonly environment?: Environment };
  if (environment !== undefined && !Object.hasOwn(SERVERS, environment)) {
    refuseOption('environment', `one of ${Object.keys(SERVERS).join(', ')}`, environment);
  }
  // Not `??`: a `null` would send the key to production.
  const { baseUrl = SERVERS[environment ?? 'production'] } = options;
  if (options.baseUrl === undefined) {
    if (apiKey === undefined) refuse('apiKey', 'is required, unless baseUrl is given');
    // A variable that is not set would send the key to production.
    if ('baseUrl' in options && environment === undefined) refuse('baseUrl', 'is undefined');
  } else if (environment !== undefined) refuse('baseUrl', 'and environment exclude each other');
  const url = readBaseUrl(baseUrl);
  checkFunction('fetch', fetch);
  checkFunction('drift', drift);
  if (apiKey !== undefined) {
    const fault = typeof apiKey === 'function' ? undefined : faultOfKey(apiKey);
    if (fault) refuse('apiKey', fault);
    if (runtime.inBrowser() && options.dangerouslyAllowBrowser !== true) {
      refuse('apiKey', 'would be public in a browser (dangerouslyAllowBrowser)');
    }
    if (url.protocol === 'http:' && !loopback.test(url.hostname) && options.dangerouslyAllowHttp !== true) {
      refuse('baseUrl', 'must be https: for a client with an apiKey (dangerouslyAllowHttp)');
    }
  }
  return { ...readLimits(options, defaultLimits), baseUrl: url.href.replace(/\/+$/, ''), apiKey, fetch, drift };
}

/** @throws {InvalidArgumentError} A bound cannot be used. */
export function readLimits({ timeoutMs, retry = {} }: RequestOptions, limits: Limits): Limits {
  const given: RetryOptions = retry === false ? { maxRetries: 0 } : retry;
  checkNames('retry', given, retryNames);
  const { maxRetries, maxRetryWaitMs } = given;
  return {
    timeoutMs: atLeast(1, 'timeoutMs', timeoutMs ?? limits.timeoutMs),
    maxRetries: atLeast(0, 'retry.maxRetries', maxRetries ?? limits.maxRetries),
    maxRetryWaitMs: atLeast(0, 'retry.maxRetryWaitMs', maxRetryWaitMs ?? limits.maxRetryWaitMs),
  };
}

/** @throws {InvalidArgumentError} Not an object, or one with a name that is not known. The value is not shown. */
export function checkNames(argument: string, given: unknown, known: readonly string[]): void {
  if (tagOf(given) !== 'Object') refuse(argument, 'must be an object');
  for (const name in given as object) {
    if (!known.includes(name)) throw new InvalidArgumentError(name, `${argument}: ${unknownName(name, known)}`);
  }
}

/** What is wrong with a key, to be read after its name; `undefined`: nothing. The value is not shown. */
export function faultOfKey(key: unknown): string | undefined {
  if (key === '') return 'is empty';
  return isKey(key) ? undefined : 'must be printable ASCII without spaces';
}

/** @throws {InvalidArgumentError} An option that may be left out is something else than a function. */
export function checkFunction(option: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') refuseOption(option, 'a function', value);
}

/** A signal that is not one would only fail halfway through the call. @throws {InvalidArgumentError} */
export function checkSignal(signal: unknown): void {
  // Old polyfills cannot throw their reason.
  const isSignal = tagOf(signal) === 'AbortSignal' && typeof (signal as AbortSignal).throwIfAborted === 'function';
  if (signal !== undefined && !isSignal) refuseOption('signal', 'an AbortSignal', signal);
}

function readBaseUrl(given: string | URL): URL {
  // The value is not shown: it may hold credentials.
  const fail = (what: string) => refuse('baseUrl', `must be an http(s) URL; ${what}`);
  // In a browser, /api stands for a path of the page's own origin.
  const page = (globalThis as Partial<typeof globalThis>).location?.href;
  if (given === '') fail('it is empty');
  if (!URL.canParse(given, page)) fail(/^https?:/i.test(String(given)) ? 'it is malformed' : 'it is not absolute');
  const url = new URL(given, page);
  if (!/^https?:$/.test(url.protocol)) fail(`it begins with ${url.protocol}`);
  if (url.username || url.password || /[?#]/.test(url.href)) fail('it has credentials, a query or a fragment');
  return url;
}

/** A host name that means this machine. */
const loopback = /^((.*\.)?localhost|127\.[\d.]+|\[::1\])$/;

function atLeast(least: number, name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= least)) refuseOption(name, `a number, ${least} or more`, value);
  return value;
}

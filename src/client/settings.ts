import { SERVERS } from '../../generated/facts.ts';
import { isKey } from '../shared/api-key.ts';
import type { DriftDetector } from './drift.ts';
import { refuse, refuseOption, tagOf } from './errors.ts';
import type { ApiKey, ClientOptions, Environment, FetchFunction, RequestOptions, RetryOptions } from './options.ts';
import { readMembers } from './read-members.ts';
import type { Members, Read } from './read-members.ts';
import type { Runtime } from './transport/runtime.ts';

/** The bounds of one call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxRetryWaitMs: number;
}

/** What applies where neither the client nor the call says otherwise. */
export const defaultLimits: Limits = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };

const retryOptions = {
  maxRetries: atLeast(0, 'retry.'),
  maxRetryWaitMs: atLeast(0, 'retry.'),
} satisfies Record<keyof RetryOptions, Read>;

const limitOptions = {
  timeoutMs: atLeast(1),
  retry: (value: unknown) => (value === false ? { maxRetries: 0 } : readMembers('retry', value, retryOptions)),
};

/** The options of one call. */
export const requestOptions = { signal: readSignal, ...limitOptions } satisfies Record<keyof RequestOptions, Read>;

/** The same, as the transport gets them. */
export type CheckedRequestOptions = Members<typeof requestOptions>;

const clientOptions = {
  apiKey: readKey,
  environment: readEnvironment,
  baseUrl: readBaseUrl,
  fetch: readFunction<FetchFunction>,
  ...limitOptions,
  drift: readFunction<DriftDetector>,
  dangerouslyAllowBrowser: (value) => value === true,
  dangerouslyAllowHttp: (value) => value === true,
} satisfies Record<keyof ClientOptions, Read>;

/** `ClientOptions`, checked, with every default filled in. `baseUrl` has no slash at its end. */
export type Settings = Limits & Omit<Members<typeof clientOptions>, 'baseUrl'> & { readonly baseUrl: string };

/** @throws {InvalidArgumentError} An option cannot be used. */
export function readSettings(options: ClientOptions, runtime: Runtime): Settings {
  const members = readMembers('options', options, clientOptions);
  const { apiKey, environment, baseUrl } = members;
  if (!baseUrl) {
    if (apiKey === undefined) refuse('apiKey', 'is required, unless baseUrl is given');
    // A variable that is not set would send the key to production.
    if ('baseUrl' in options && !environment) refuse('baseUrl', 'is undefined');
  } else if (environment) refuse('baseUrl', 'and environment exclude each other');
  const url = baseUrl ?? new URL(SERVERS[environment ?? 'production']);
  if (apiKey !== undefined) {
    if (runtime.inBrowser() && !members.dangerouslyAllowBrowser) {
      refuse('apiKey', 'would be public in a browser (dangerouslyAllowBrowser)');
    }
    if (url.protocol === 'http:' && !loopback.test(url.hostname) && !members.dangerouslyAllowHttp) {
      refuse('baseUrl', 'must be https: for a client with an apiKey (dangerouslyAllowHttp)');
    }
  }
  return { ...defaultLimits, ...members, ...members.retry, baseUrl: url.href.replace(/\/+$/, '') };
}

/** A host name that means this machine. */
const loopback = /^((.*\.)?localhost|127\.[\d.]+|\[::1\])$/;

function readEnvironment(value: unknown, name: string): Environment {
  if (typeof value === 'string' && Object.hasOwn(SERVERS, value)) return value as Environment;
  return refuseOption(name, `one of ${Object.keys(SERVERS).join(', ')}`, value);
}

function readKey(value: unknown, name: string): ApiKey {
  const fault = typeof value === 'function' ? undefined : faultOfKey(value);
  return fault ? refuse(name, fault) : (value as ApiKey);
}

/** What is wrong with a key, to be read after its name; `undefined`: nothing. The value is not shown. */
export function faultOfKey(key: unknown): string | undefined {
  if (key === '') return 'is empty';
  return isKey(key) ? undefined : 'must be printable ASCII without spaces';
}

function readBaseUrl(given: unknown, name: string): URL {
  // The value is not shown: it may hold credentials.
  const fail = (what: string) => refuse(name, `must be an http(s) URL; ${what}`);
  // In a browser, /api stands for a path of the page's own origin.
  const page = (globalThis as Partial<typeof globalThis>).location?.href;
  if (given === '') fail('it is empty');
  if (typeof given !== 'string' && tagOf(given) !== 'URL') fail('it is neither a string nor a URL');
  const text = String(given);
  if (!URL.canParse(text, page)) fail(/^https?:/i.test(text) ? 'it is malformed' : 'it is not absolute');
  const url = new URL(text, page);
  if (!/^https?:$/.test(url.protocol)) fail('it begins with neither http: nor https:');
  if (url.username || url.password || /[?#]/.test(url.href)) fail('it has credentials, a query or a fragment');
  return url;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which function it is taken for
export function readFunction<T extends (...args: never) => unknown>(value: unknown, name: string): T {
  return typeof value === 'function' ? (value as T) : refuseOption(name, 'a function', value);
}

/** A signal that is not one would only fail halfway through the call. */
function readSignal(value: unknown, name: string): AbortSignal {
  const signal = value as AbortSignal;
  // Old polyfills cannot throw their reason.
  const isSignal = tagOf(value) === 'AbortSignal' && typeof signal.throwIfAborted === 'function';
  return isSignal ? signal : refuseOption(name, 'an AbortSignal', value);
}

function atLeast(least: number, owner = ''): Read<number> {
  return (value, name) =>
    typeof value === 'number' && value >= least
      ? value
      : refuseOption(owner + name, `a number, ${least} or more`, value);
}

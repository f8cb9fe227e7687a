import type { SERVERS } from '../../generated/facts.ts';
import type { DriftDetector } from './drift.ts';

/**
 * An API key, or a function that is called for one before every attempt, since keys rotate. Source: [auth]. A key with
 * fewer than 8 characters is not redacted if the server echoes it.
 */
export type ApiKey = string | (() => string | Promise<string>);

/** A service with API keys of its own. Source: [auth]. */
export type Environment = keyof typeof SERVERS;

/** `fetch`, or a function that behaves like it. It is called once for each attempt. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** How often, and how patiently, a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent again at most; 0 or more. Default: 2. */
  readonly maxRetries?: number | undefined;
  /**
   * Longest wait before sending again, milliseconds. If `Retry-After` asks for more, the call fails immediately.
   * Default: 60000, the length of the rate limit's window [limits].
   */
  readonly maxRetryWaitMs?: number | undefined;
}

/** Options of one call; for those left out, the client's apply. */
export interface RequestOptions {
  /** Ends the call at once, waits included. The call rejects with the signal's reason, unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time for one attempt, from asking for the key to the end of the body, milliseconds. Default: 30000. */
  readonly timeoutMs?: number | undefined;
  /**
   * When a request is sent again: after a 429 or 5xx, since the vendor calls 5xx safe to retry [errors]; also after a lost
   * connection or a timeout, except for a POST, which may have been carried out. Waits are random, up to 0.5 s,
   * 1 s, 2 s …; `Retry-After` takes precedence. `false`: nothing is sent again.
   */
  readonly retry?: RetryOptions | false | undefined;
}

interface CommonOptions extends Omit<RequestOptions, 'signal'> {
  /** Replaces the global `fetch`; called once for each attempt, so a wrapper can log, measure or add headers. */
  readonly fetch?: FetchFunction | undefined;
  /** Checks each response against the document: `detectDrift(report)` of `temporary-evse-statuses/drift`. Default: off. */
  readonly drift?: DriftDetector | undefined;
  /** Allows a key in a browser, where anyone can read it; the vendor forbids that [auth]. Default: false. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** Allows the key to be sent to an `http:` address other than this machine's own. Default: false. */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}

/** Options for a server of your own: a backend that adds the key, a mock, a proxy. */
export interface OwnServerOptions extends CommonOptions {
  /** What comes before `/v2` in the URL, such as `https://backend.example/spirii`; in a browser it may be a path. */
  readonly baseUrl: string | URL;
  /** If left out, no `Authorization` is sent, and your backend adds it. */
  readonly apiKey?: ApiKey | undefined;
  /** Cannot be combined with `baseUrl`. */
  readonly environment?: undefined;
}

/** Options for the vendor's service. */
export interface VendorOptions extends CommonOptions {
  /** Sent as `Authorization: Bearer …` with every request [auth]. */
  readonly apiKey: ApiKey;
  /** Default: `production`. */
  readonly environment?: Environment | undefined;
  /** Cannot be combined with `environment`. Without one, `undefined` is refused: an unset variable would mean production. */
  readonly baseUrl?: undefined;
}

/** What `createClient` takes. */
export type ClientOptions = OwnServerOptions | VendorOptions;

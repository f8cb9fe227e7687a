import type { SERVERS } from '../../generated/facts.ts';
import type { DriftFinding, DriftJudge } from './drift-types.ts';
import type { Transport } from './transport.ts';

/** An API key, or a function that is asked for one before every attempt, since keys rotate. Source: [auth]. */
export type ApiKey = string | (() => string | Promise<string>);

/** A service with API keys of its own. Source: [auth]. */
export type Environment = keyof typeof SERVERS;

/** `fetch`, or a function that behaves like it. */
export type FetchFunction = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** How often, and how patiently, a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent again at most; 0 or more. Default: 2. */
  readonly maxRetries?: number | undefined;
  /**
   * Longest wait before sending again, milliseconds. Where `Retry-After` asks for more, the call ends in its error at
   * once. Default: 60000, the length of the rate limit's window [limits].
   */
  readonly maxRetryWaitMs?: number | undefined;
}

/** What a call may say for itself; left out, the client's options hold. */
export interface RequestOptions {
  /** Ends the call at once, waits included. The call rejects with the signal's reason, untouched. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time for one attempt, from asking for the key to the end of the body, milliseconds. Default: 30000. */
  readonly timeoutMs?: number | undefined;
  /**
   * On by default: 429, 5xx, an attempt that timed out and a connection that failed are sent again, since the vendor
   * calls 5xx safe to retry [errors] and an update sets absolute values: sent twice, it leaves the same record, save
   * where `validFrom` is left out. Waits are random, up to 0.5 s, 1 s, 2 s …; `Retry-After` wins. `false`: off.
   */
  readonly retry?: RetryOptions | false | undefined;
}

interface CommonOptions extends Omit<RequestOptions, 'signal'> {
  /** Stands in for the global `fetch`. */
  readonly fetch?: FetchFunction | undefined;
  /** Lets a client with a key be made in a browser, where anyone can read it; the vendor forbids that. Default: false. [auth] */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** Lets the key go to an `http:` address that is not this machine's own. Default: false. */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}

type TargetOptions =
  | {
      readonly apiKey: ApiKey;
      /** Default: `production`. */
      readonly environment?: Environment | undefined;
      readonly baseUrl?: undefined;
    }
  | {
      /** Left out, no `Authorization` is sent: for a backend of your own that adds it. */
      readonly apiKey?: ApiKey | undefined;
      /** What comes before `/v2` in the URL, such as `https://backend.example/spirii`; in a browser it may be a path. */
      readonly baseUrl: string | URL;
      readonly environment?: undefined;
    };

type DriftOptions =
  | {
      /**
       * Called with what an answer has that the document does not, or lacks; awaited, and what it throws ends the call.
       * `'throw'`: breaking drift rejects with `UnexpectedResponseError`. Needs `judge`.
       */
      readonly onDrift: ((findings: readonly DriftFinding[]) => void | Promise<void>) | 'throw';
      /** `judge` of `temporary-evse-statuses/drift`; an option, so that only who asks for drift carries it. */
      readonly judge: DriftJudge;
    }
  | { readonly onDrift?: undefined; readonly judge?: undefined };

interface RawOptions<Raw> {
  /** `raw` of `temporary-evse-statuses/raw`, for `client.raw`; an option, so that only who asks for it carries openapi-fetch. */
  readonly raw?: ((baseUrl: string, send: Transport) => Raw) | undefined;
}

/** What `createClient` takes. */
export type ClientOptions<Raw = unknown> = CommonOptions & TargetOptions & DriftOptions & RawOptions<Raw>;

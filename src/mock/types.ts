import type { Reason } from './response/refusals.ts';
import type { StubbedResponse } from './state/stubbed-responses.ts';
import type { Switches } from './state/switches.ts';

/** A request as the core takes it. Each adapter (fetch, node:http, Mock Service Worker) makes it from its own. */
export interface MockRequest {
  readonly method: string;
  /** Path and query as sent, for example `/v2/things/42?a=b`. */
  readonly target: string;
  /** By name in lower case; several lines of one name are joined with `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Empty where there is none; `too large` where it exceeds `maxBodyBytes` and was not kept. */
  readonly body: Uint8Array | 'too large';
}

export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty: the response has no body. */
  readonly body: string;
  /** How long the adapter waits before it sends this; see the switch `latencyMs`. */
  readonly delayMs: number;
  /** Instead of a response. */
  readonly failure?: 'drop-connection' | 'no-response' | undefined;
  /** The entry of `MockState.requests`; none for preflights, refused hosts and control calls. */
  readonly received?: ReceivedRequest;
}

/** What JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** One record, as the document describes it. */
export type MockRecord = Readonly<Record<string, JsonValue>>;

/** What determined a response. `validation`: a check of the request; `records`: the operation was applied. */
export type ResponseSource = 'records' | 'validation' | 'prefer' | 'stubbedResponse' | 'errorRate' | 'rateLimit';

/** A request that the mock received, and how it responded. API keys are replaced by `[redacted]`. */
export interface ReceivedRequest {
  /** Counts up from `req_mock_000001`. */
  readonly id: string;
  /** The `request_id` in the response's body, as the client sees it. */
  readonly requestId?: string | undefined;
  /** By the mock's clock, with milliseconds; RFC 3339, UTC. */
  readonly at: string;
  /** In upper case, as sent. */
  readonly method: string;
  /** Path and query; at most 2048 characters. */
  readonly path: string;
  /** The status of the response; 0 if the connection was dropped or nothing was sent. */
  readonly status: number;
  /** What determined the response. */
  readonly source: ResponseSource;
  /** Why it was refused; empty if it was not. */
  readonly violations: readonly Reason[];
  /** Dotted paths of body fields that the document does not know. They change nothing. At most 50 are listed. */
  readonly ignoredFields: readonly string[];
  /** As text; left out if there is none, or if it is not UTF-8 or longer than 4096 characters. */
  readonly body?: string | undefined;
}

/** Everything that a mock shows of itself, as plain JSON. */
export interface MockState {
  /** Of the OpenAPI document, for example `2.7.0`. */
  readonly documentVersion: string;
  /** Grows with each change. */
  readonly revision: number;
  /** As in `MockOptions`. */
  readonly basePath: string;
  /** The mock's time (RFC 3339, UTC), and whether it runs; a clock that was set stands still. */
  readonly clock: { readonly now: string; readonly running: boolean };
  /** A given key is not shown: `keys` is then `{ "one": "[redacted]" }`. */
  readonly switches: Switches;
  /** Those that are still to be sent. */
  readonly stubbedResponses: readonly StubbedResponse[];
  /** In the order of the seed, created ones last. */
  readonly records: readonly MockRecord[];
  /** Newest last. */
  readonly requests: readonly ReceivedRequest[];
}

/** The controls of a mock. */
export interface MockControls {
  /** Sets switches; those left out stay as they are. @throws {MockOptionError} naming the switch; then nothing was changed. */
  readonly set: (switches: Partial<Switches>) => void;
  /**
   * Stubs the responses to the next requests of documented operations, whatever these ask for; a status that an operation
   * does not have is left for the next that has it. Added to those still waiting (at most 1000, and 16777216 characters of
   * JSON). Records are not touched. The client sends a request again after a 429, a 5xx or a lost connection: for a call to
   * fail, stub three, or call with `retry: false`.
   * @throws {MockOptionError} a status or example that the document does not have.
   */
  readonly respondNext: (responses: readonly StubbedResponse[]) => void;
  /** Drops the stubbed responses that are still waiting. */
  readonly clearStubbedResponses: () => void;
  /** Replaces the records. @throws {MockOptionError} naming record and field; then nothing was changed. */
  readonly seed: (records: readonly MockRecord[]) => void;
  /** Returns to the state after creation: records, switches, counters, stubbed responses, random numbers. */
  readonly reset: () => void;
  /** A copy. */
  readonly state: () => MockState;
  /** Calls `listener` after each change and each request. @returns a function that removes it */
  readonly onChange: (listener: () => void) => () => void;
}

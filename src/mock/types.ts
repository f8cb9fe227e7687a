import type { JsonValue } from './json.ts';
import type { Switches } from './switches.ts';

/** A request as the core takes it. A door (fetch, node:http, Mock Service Worker) makes it from what it was given. */
export interface PlainRequest {
  readonly method: string;
  /** Path and query as they came, for example `/v2/things/42?a=b`. */
  readonly target: string;
  /** By name in lower case; several lines of one name are joined with `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Empty where there is none; `too large` where it goes beyond `maxBodyBytes` and was not kept. */
  readonly body: Uint8Array | 'too large';
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty: the answer carries no body. */
  readonly body: string;
  /** How long the door waits before it sends this; see the switch `latencyMs`. */
  readonly delayMs: number;
  /** The entry of `MockState.requests`; none for preflights and for calls under `/__mock/`. */
  readonly received?: () => ReceivedRequest;
}

/** One record of the mock's memory, as the document describes it. */
export type MockRecord = Readonly<Record<string, JsonValue>>;

/** The records a mock starts with: a list, or lists by the path of their collection where the document has several. */
export type Seed = readonly MockRecord[] | Readonly<Record<string, readonly MockRecord[]>>;

/** An answer to give whatever is asked: a documented status, alone or with more. */
export type NextAnswer =
  | number
  | {
      readonly status: number;
      /** Which of the document's examples of that status. Default: the first. */
      readonly example?: string;
      /** Headers to add or to replace, for example `{ 'Retry-After': '0' }`. */
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as it is instead of an example, with any status: a gateway's HTML page, say. `''`: no body. */
      readonly body?: string;
    };

export interface MockOptions extends Partial<Switches> {
  /**
   * The records to start with. Default: three, made from the document's examples around the mock's clock: one active, one
   * to come, one without an end.
   */
  readonly seed?: Seed;
  /**
   * The largest request body that is read, in bytes; beyond it the answer is 413. Default: 1048576 (1 MiB), where common
   * servers and gateways draw the line; the largest update that the document knows has some 150 bytes.
   */
  readonly maxBodyBytes?: number;
  /** How many received requests are kept; the oldest go first. Default: 100. */
  readonly maxRecordedRequests?: number;
  /** A path in front of the documented paths, for example `/api/spirii` where a backend passes calls on. Default: none. */
  readonly basePath?: string;
}

/** Why a request was refused: an answer's `error`, without its `type` and `request_id`. */
export interface Reason {
  /** One of the mock's stable codes; see docs/mock-errors.md. */
  readonly code: string;
  /** What is wrong, in words. */
  readonly message: string;
  /** The parameter, header or field (dotted path; `body` for the whole) that it is about. */
  readonly param?: string;
}

/** What chose an answer. */
export type AnsweredBy = 'memory' | 'check' | 'prefer' | 'respondNext' | 'errorRate' | 'rateLimit';

/** A request that the mock answered. API keys are replaced by `[redacted]`. */
export interface ReceivedRequest {
  /** Counts up from `req_mock_000001`; the `request_id` of the answer where the mock refused. */
  readonly id: string;
  /** When it came, by the mock's clock; RFC 3339, UTC. */
  readonly at: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The status of the answer. */
  readonly status: number;
  readonly answeredBy: AnsweredBy;
  /** Why it was refused; empty where it was not. */
  readonly violations: readonly Reason[];
  /** Fields of the body that the document does not know, as dotted paths. They change nothing. */
  readonly ignoredFields: readonly string[];
  /** As text; left out where there is none, where it is not UTF-8 or longer than 4096 bytes. */
  readonly body?: string;
}

/** All that can be seen of a mock; plain JSON. */
export interface MockState {
  /** Of the OpenAPI document, for example `2.7.0`. */
  readonly documentVersion: string;
  /** Grows with each change; equal revisions, equal states (a running clock apart). */
  readonly revision: number;
  readonly clock: {
    /** RFC 3339, UTC. */
    readonly now: string;
    readonly running: boolean;
  };
  /** As they are set; a given key is not shown: `keys` is then `{ "one": "[redacted]" }`. */
  readonly switches: Switches;
  /** Answers that `respondNext` still holds. */
  readonly nextAnswers: readonly NextAnswer[];
  /** In the order of their seed. */
  readonly records: readonly MockRecord[];
  /** Newest last. */
  readonly requests: readonly ReceivedRequest[];
}

/** What can be done to a mock beside calling it; the same for every door. */
export interface MockControls {
  /** Turns switches; those left out stay. @throws {MockOptionError} naming the switch; then nothing was changed. */
  set(switches: Partial<Switches>): void;
  /**
   * Answers the next requests to documented operations with these, whatever they ask; after the ones already waiting.
   * Memory is not touched. @throws {MockOptionError} a status or an example that the document lacks.
   */
  respondNext(answers: readonly NextAnswer[]): void;
  /** Replaces the records. @throws {MockOptionError} naming record and field; then nothing was changed. */
  seed(records: Seed): void;
  /** Makes everything as it was when the mock was made: records, switches, counters, waiting answers, random numbers. */
  reset(): void;
  /** A copy. */
  state(): MockState;
  /** Calls `listener` after each change and each request. @returns a function that ends it */
  onChange(listener: () => void): () => void;
}

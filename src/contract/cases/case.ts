import type { Operation, Pointer } from '../../../generated/operations.ts';
import type { Expectation } from './expectations.ts';

/** What has to be given or allowed for a case to be sent. */
export type Need = 'createOn' | 'allowVisible' | 'forbiddenKey' | 'throttledKey' | 'letters' | 'sandbox';

/** One request of the check and what is right for it: data that knows nothing of sending. */
export interface Case {
  /** Stable: it says what is sent, not a number. */
  readonly id: string;
  /** What has to hold, in a sentence. */
  readonly title: string;
  /** What the case is about, in the document. */
  readonly place: Pointer;
  readonly operation: Operation;
  readonly expect: Expectation;
  readonly request: RequestPlan;
  /** For what is only observed: the question that the vendor leaves open. */
  readonly question?: string;
  readonly needs: readonly Need[];
  /** For the active list after a change of the record: whether it has to show it. */
  readonly shows?: boolean;
}

/** Names in braces stand for values that a run knows: `{id}`, `{evseId}`, `{createOn}`, `{key}` and their like. */
export interface RequestPlan {
  /** What stands for the id in the path, as it goes out: `{id}`, `abc`, `%zz`. */
  readonly pathId: string;
  /** Query parameters, not yet encoded. */
  readonly query: Readonly<Record<string, string>>;
  /** Names as they go out; one with an empty value does not go out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it goes out; absent: none. */
  readonly body?: string;
  /** The fields that the body carries, where it is a JSON object. */
  readonly fields: Readonly<Record<string, unknown>>;
}

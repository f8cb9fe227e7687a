import type { Operation, Pointer } from '../../generated/operations.ts';
import type { Situation } from './situations.ts';

/**
 * What a case is for. `read`, the first look at the record; `valid`, what has to be accepted; `payload`, `body`, `path`,
 * `auth`, `key`, what has to be refused; `open`, what is only observed; `read-back`, a look at the record after such a group;
 * `other`, a look at a second record; `burst`, using the quota up.
 */
export type Section =
  'read' | 'valid' | 'payload' | 'body' | 'path' | 'auth' | 'key' | 'open' | 'read-back' | 'other' | 'burst';

/** One request of the check and what is right for it. */
export interface Case {
  /** Stable: it names what is tried, not a number. */
  readonly id: string;
  /** What has to hold, in a sentence. */
  readonly sentence: string;
  /** What the case is about, in the document. */
  readonly pointer: Pointer;
  readonly operation: Operation;
  readonly situation: Situation;
  readonly section: Section;
  /** For what is only observed: the question that the vendor leaves open. */
  readonly question?: string;
  /** It repeats the case before it, and has to leave the same record. */
  readonly repeats?: boolean;
  readonly request: RequestPlan;
}

/** A request with names in braces still in it: `{id}`, `{otherId}`, `{missingId}`, `{hexId}`, `{key}`. */
export interface RequestPlan {
  /** What stands for the id in the path, already as it goes out: `{id}`, `abc`, `%zz`. */
  readonly pathId: string;
  /** The Authorization header; absent: none. */
  readonly authorization?: string | undefined;
  /** The Content-Type header; absent: none. */
  readonly contentType?: string | undefined;
  /** The body as it goes out; absent: none. */
  readonly body?: string | undefined;
  /** The fields that the body carries, where it is a valid one. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

import type { Pointer } from '../../generated/operations.ts';
import type { RuleId, Verdict } from './rules.ts';

/** Something that a provider got wrong (`breaking`), or has beyond the document (`additive`). */
export interface Finding {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  /** The id of the case whose answer shows it. */
  readonly case: string;
  /** The place in the document that it is about. */
  readonly document: Pointer;
  /** The place in the answer: a JSON pointer into `{ status, headers, body }`, header names in lower case; `""` where there is none. */
  readonly instance: Pointer;
  readonly expected: string;
  readonly came: string;
  /** A shell line that repeats the request, with environment variables for keys. */
  readonly curl: string;
}

export interface CaseResult {
  readonly id: string;
  readonly sentence: string;
  readonly pointer: Pointer;
  readonly outcome: 'passed' | 'failed' | 'observed' | 'not-sent';
  /** Of the answer; absent where there was none. */
  readonly status?: number;
}

/** What a provider does where the vendor's pages leave it open. */
export interface Observation {
  readonly case: string;
  readonly question: string;
  readonly saw: string;
}

/** Something that this run did not check, and why. */
export interface Unchecked {
  readonly what: string;
  readonly why: string;
}

/** What a run found. It holds no date, no duration and no key: two runs against the same provider give the same report. */
export interface Report {
  /** The version of this format; its schema is `temporary-evse-statuses/report.schema.json`. */
  readonly format: 1;
  /** `holds`: nothing breaking. `broken`: at least one breaking finding. `not-checked`: `problem` says why. */
  readonly outcome: 'holds' | 'broken' | 'not-checked';
  readonly problem?: string;
  /** The version of the document. */
  readonly document: string;
  readonly target: string;
  readonly id: number;
  readonly cases: readonly CaseResult[];
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  readonly unchecked: readonly Unchecked[];
  /** Whether the record is as it was before the run. Absent where the run meant to change nothing. */
  readonly restored?: { readonly done: boolean; readonly note?: string };
}

/** The exit code of a run: 0 holds, 1 broken, 2 could not be checked. */
export function exitCodeOf({ outcome }: Pick<Report, 'outcome'>): 0 | 1 | 2 {
  return outcome === 'holds' ? 0 : outcome === 'broken' ? 1 : 2;
}

import type { Pointer } from '../../generated/operations.ts';
import type { OperationName } from './document.ts';
import type { RuleId, Verdict } from './rules.ts';

/**
 * Something that a provider gets wrong (`breaking`), or has beyond the document (`additive`): said once, however many cases
 * show it at however many places.
 */
export interface Finding {
  /** The rule that it breaks; `RULES` has them. */
  readonly rule: RuleId;
  /** What the rule says. */
  readonly title: string;
  /** Whether it fails the check. */
  readonly verdict: Verdict;
  /** The place in the document that it is about; the first, where there are several. */
  readonly place: Pointer;
  /** Each place in the document where the rule is broken in the same way, `place` included. */
  readonly places: readonly Pointer[];
  /** The place in the first response: a pointer into `{ status, headers, body }`, header names in lower case; `""`: none. */
  readonly at: Pointer;
  /** What the document says. */
  readonly expected: string;
  /** What the provider sent or holds, shortened and without keys; of additions, the first three. */
  readonly actual: string;
  /** How often it was found. */
  readonly count: number;
  /** The ids of the cases that show it, in the order of the run. */
  readonly cases: readonly string[];
  /** A shell line that repeats the first request, with environment variables for keys. */
  readonly curl: string;
  /** From the baseline: why it is accepted, and the last day on which it is. It does not fail the check. */
  readonly known?: { readonly reason: string; readonly until: string };
}

/** One case of the run. */
export interface CaseResult {
  /** Stable, such as `list/all`. */
  readonly id: string;
  /** What it is about. */
  readonly title: string;
  /** The place in the document that it is made from. */
  readonly place: Pointer;
  /** How it ended. */
  readonly outcome: 'passed' | 'failed' | 'observed' | 'not-sent';
  /** Of the response; absent if there was none. */
  readonly status?: number;
}

/** What a provider does where the vendor's documentation is silent. */
export interface Observation {
  /** What the vendor's documentation leaves open. */
  readonly question: string;
  /** What this provider does. */
  readonly value: string;
  /** The first case that shows it. */
  readonly case: string;
}

/** What went wrong and then passed: a 503, a reset, a 429 with a wait. It never fails the check. */
export interface Unstable {
  /** The case in which it happened. */
  readonly case: string;
  /** What happened. */
  readonly what: string;
  /** How often. */
  readonly count: number;
}

/** Something that the run did not check. */
export interface NotChecked {
  /** What was left out. */
  readonly what: string;
  /** Why, and how to have it checked. */
  readonly why: string;
}

/** Whether the record is as it was before the run; if not, the line that restores it. */
export interface Restored {
  /** Whether it is. */
  readonly done: boolean;
  /** What is different; absent if nothing is. */
  readonly note?: string;
  /** The shell line that restores it, with an environment variable for the key. */
  readonly curl?: string;
}

/** What a run found. It holds no duration and no key: two runs against the same provider give the same report. */
export interface Report {
  /** The version of this format; its schema is `temporary-evse-statuses/report.schema.json`. */
  readonly format: 2;
  /** `holds`: nothing breaking. `broken`: at least one breaking finding. `not-checked`: `problem` says why. */
  readonly outcome: 'holds' | 'broken' | 'not-checked';
  /** Why the check was not made, or not completed. */
  readonly problem?: string;
  /** The version of the document. */
  readonly document: string;
  /** The base URL. */
  readonly target: string;
  /** The record that the run changed and restored. */
  readonly id: number;
  /** The operations that were checked. */
  readonly operations: readonly OperationName[];
  /** Every case, in the order of the run. */
  readonly cases: readonly CaseResult[];
  /** Breaking ones first. */
  readonly findings: readonly Finding[];
  /** What the provider does where the vendor's documentation is silent; `passed` cases add to it, too. */
  readonly observations: readonly Observation[];
  /** What happened once and not again. */
  readonly unstable: readonly Unstable[];
  /** What was not checked. */
  readonly notChecked: readonly NotChecked[];
  /** Entries of the baseline that this run no longer found. */
  readonly gone: readonly { readonly rule: string; readonly place: Pointer }[];
  /** Absent if nothing was written. */
  readonly restored?: Restored;
}

/** What a run is doing, for one line on a terminal. */
export interface Progress {
  /** Counted from 1. */
  readonly case: number;
  /** How many cases the run has. */
  readonly of: number;
  /** The id of the case. */
  readonly id: string;
  /** Why the run waits, and for how many milliseconds; absent while it does not. */
  readonly waiting?: { readonly why: string; readonly milliseconds: number };
  /** The shell line that restores the record, should the process end before the run; absent before the first write. */
  readonly restore?: string;
}

/** Whether a finding makes the contract broken: it is breaking, and in no baseline. */
export function failsCheck({ verdict, known }: Finding): boolean {
  return verdict === 'breaking' && known === undefined;
}

/** The exit code of a run: 0 holds, 1 broken, 2 could not be checked. */
export function exitCodeOf({ outcome }: Pick<Report, 'outcome'>): 0 | 1 | 2 {
  return outcome === 'holds' ? 0 : outcome === 'broken' ? 1 : 2;
}

import type { Pointer } from '../../../generated/operations.ts';
import type { RuleId } from '../rules.ts';

/** One thing that a check finds in one response or reading. */
export interface Found {
  readonly rule: RuleId;
  readonly place: Pointer;
  readonly at: Pointer;
  readonly expected: string;
  readonly actual: string;
  /** Tells additions at one place apart, for example by the names of unknown fields. */
  readonly member?: string;
}

/** @param at - where in the response; empty for what only reading shows */
export function found(rule: RuleId, place: Pointer, expected: string, actual: string, at: Pointer = ''): Found {
  return { rule, place, at, expected, actual };
}

/** What is seen where the vendor leaves something open. */
export interface Observed {
  readonly question: string;
  readonly value: string;
}

/** What a check notes; `documented` is a field that the error, if it is one, should have. */
export type Note = Found | Observed | { readonly documented: Pointer };
export type Notes = Iterable<Note>;

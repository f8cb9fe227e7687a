import type { Pointer } from '../../../generated/operations.ts';
import type { RuleId } from '../rules.ts';

/** One thing that a check finds in one response or reading. */
export interface Found {
  readonly rule: RuleId;
  readonly place: Pointer;
  readonly at: Pointer;
  readonly expected: string;
  readonly actual: string;
  /** Tells apart what stands at one place, for example the names of unknown fields. */
  readonly member?: string;
}

export interface Observed {
  readonly question: string;
  readonly value: string;
}

/** What a check returns: what is wrong, and what is seen where the vendor leaves something open. */
export interface Checked {
  readonly found: readonly Found[];
  readonly observed: readonly Observed[];
  /** The fields that the error, if it is one, should have. */
  readonly documented?: readonly Pointer[];
}

export const nothingFound: Checked = { found: [], observed: [] };

export function together(...parts: readonly Checked[]): Checked {
  return {
    found: parts.flatMap(({ found }) => found),
    observed: parts.flatMap(({ observed }) => observed),
    documented: parts.flatMap(({ documented = [] }) => documented),
  };
}

import type { VerifyOptions } from '../../src/contract/options.ts';
import type { RuleId } from '../../src/contract/rules.ts';
import type { Change } from './steps.ts';

/** One deliberate fault, and the finding that has to name it. */
export interface BrokenProvider {
  /** What this provider does wrong, in one sentence: its name. */
  readonly fault: string;
  /** The rule that has to find it, and the place in the document that the finding has to name. */
  readonly rule: RuleId;
  readonly place: string;
  /** Further options of the check, where the fault needs them to be found. */
  readonly options?: Partial<VerifyOptions>;
  readonly change: Change;
}

export const broken = (
  fault: string,
  [rule, place]: readonly [rule: RuleId, place: string],
  change: Change,
  options?: Partial<VerifyOptions>,
): BrokenProvider => ({ fault, rule, place, change, ...(options && { options }) });

/** Something that a provider may do although the correct one here does not. */
export interface BenignProvider {
  /** What this provider does, in one sentence: its name. */
  readonly what: string;
  /** Why the contract allows it. */
  readonly because: string;
  /** The additive rule that reports it, where one does. */
  readonly reported?: RuleId;
  readonly options?: Partial<VerifyOptions>;
  readonly change: Change;
}

export const benign = (
  what: string,
  because: string,
  change: Change,
  more?: Pick<BenignProvider, 'reported' | 'options'>,
): BenignProvider => ({ what, because, change, ...more });

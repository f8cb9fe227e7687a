import type { VerifyOptions } from '../../src/contract/options.ts';
import type { RuleId } from '../../src/contract/rules.ts';
import { on } from './changes.ts';
import type { OperationName } from './places.ts';
import type { Change } from './steps.ts';

/** One deliberate fault, and the finding that has to name it. */
export interface BrokenProvider {
  /** Its name: what this provider does wrong, in one sentence. */
  readonly fault: string;
  /** The rule and the place in the document that the finding has to name. */
  readonly rule: RuleId;
  readonly place: string;
  /** Options that the check needs to find the fault. */
  readonly options?: Partial<VerifyOptions>;
  readonly change: Change;
}

type Found = readonly [rule: RuleId, place: string];

/**
 * Broken providers that are found in the same way, by fault.
 * @param of - the operation that is changed, and the only one that is checked; `''` for every operation
 */
export function broken(
  of: OperationName | '',
  [rule, place]: Found,
  changes: Readonly<Record<string, Change>>,
  options?: Partial<VerifyOptions>,
): readonly BrokenProvider[] {
  return Object.entries(changes).map(([fault, change]) =>
    of === ''
      ? { fault: `${fault}.`, rule, place, change, ...(options && { options }) }
      : { fault: `${of}: ${fault}.`, rule, place, change: on(of, change), options: { only: [of], ...options } },
  );
}

/** Something that a provider may do, although our correct one does not. */
export interface BenignProvider {
  /** Its name: what this provider does, in one sentence. */
  readonly what: string;
  /** Why the contract allows it. */
  readonly because: string;
  /** The additive rule that reports it, if any. */
  readonly reported?: RuleId;
  readonly options?: Partial<VerifyOptions>;
  readonly change: Change;
}

/** Benign providers that are allowed for the same reason, by what they do. */
export function allowed(
  because: string,
  changes: Readonly<Record<string, Change>>,
  more?: Pick<BenignProvider, 'reported' | 'options'>,
): readonly BenignProvider[] {
  return Object.entries(changes).map(([what, change]) => ({ what: `${what}.`, because, change, ...more }));
}

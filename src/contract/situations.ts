import type { Operation } from '../../generated/operations.ts';
import type { BreakingRule } from './rules.ts';

/**
 * Which answers are right in which situation: the one place that says so. `refused` lists the statuses of a refusal, and
 * `accepted` is the rule that a success breaks. docs/decisions/contract-check.md has the reasons.
 */
export const SITUATIONS = {
  /** A request as the document describes it. */
  valid: { refused: [] },
  /** A question that the document leaves open: accepted or refused, either is right. 415: a body without media type. */
  open: { refused: [400, 404, 415, 422] },
  /** "When 422 and when 400 is answered is not said" [errors]. */
  'invalid-body': { refused: [400, 422], accepted: 'refuses-invalid-body' },
  'malformed-json': { refused: [400, 422], accepted: 'refuses-malformed-json' },
  /** 415 is HTTP's own (RFC 9110, section 15.5.16) and the answer of nearly every framework; no page names it. */
  'wrong-media-type': { refused: [400, 415, 422], accepted: 'refuses-wrong-media-type' },
  /** An id that is no number names no record, so 404 is as right as 400 and 422. */
  'invalid-id': { refused: [400, 404, 422], accepted: 'refuses-invalid-id' },
  /** A number that is not whole, or a very large one: what ids are is not said, so it may be unknown or invalid. */
  'odd-id': { refused: [400, 404, 422], accepted: 'unknown-id' },
  'unknown-id': { refused: [404], accepted: 'unknown-id' },
  /** "Header missing or malformed, or key invalid, expired or revoked" [auth]. */
  'no-valid-key': { refused: [401], accepted: 'auth-required' },
  /** "Valid key without permission" [auth]. */
  'forbidden-key': { refused: [403], accepted: 'permission-required' },
  throttled: { refused: [429], accepted: 'throttles' },
} as const satisfies Record<string, { refused: readonly number[]; accepted?: BreakingRule }>;

export type Situation = keyof typeof SITUATIONS;

/** Statuses that HTTP itself defines for a situation, and that are let through although the document does not list them. */
const ofHttp: Partial<Record<Situation, readonly number[]>> = { 'wrong-media-type': [415], open: [415] };

export function isDocumented(operation: Operation, status: number, situation?: Situation): boolean {
  const range = `${String(status).slice(0, 1)}XX`;
  return (
    operation.responses.some((answer) => answer.status === String(status) || answer.status.toUpperCase() === range) ||
    (situation !== undefined && (ofHttp[situation]?.includes(status) ?? false))
  );
}

/** The documented successes of an operation, for example `[200]`. */
export function successesOf(operation: Operation): readonly number[] {
  return operation.responses.map(({ status }) => Number(status)).filter((status) => status >= 200 && status < 300);
}

/** The statuses that are right in a situation, lowest first. */
export function rightStatuses(operation: Operation, situation: Situation): readonly number[] {
  const refused = SITUATIONS[situation].refused.filter((status) => isDocumented(operation, status, situation));
  const accepts = situation === 'valid' || situation === 'open';
  return accepts ? [...successesOf(operation), ...refused] : refused;
}

import type { DocumentedResponse, Operation } from '../../../generated/operations.ts';
import { isAssumed, isSuccess } from '../document.ts';
import type { RuleId } from '../rules.ts';

interface Entry {
  /** The statuses of a refusal. */
  readonly refused: readonly number[];
  /** Those that are right too, and observed. */
  readonly allowed?: readonly number[];
  /** The rule that a success breaks; absent where a success is right. */
  readonly accepted?: RuleId;
}

/** The statuses that are right for each kind of request: the one place that says so. */
const EXPECTATIONS = {
  /** A request as the document describes it. */
  valid: { refused: [] },
  /** A question that the document leaves open: accepted or refused, either is right. 415: a body without media type. */
  open: { refused: [400, 404, 409, 415, 422] },
  /** Which faults get 400 and which 422 is not said [errors]. */
  'invalid-body': { refused: [400, 422], accepted: 'invalid-body-accepted' },
  'malformed-json': { refused: [400, 422], accepted: 'malformed-json-accepted' },
  /** 415 is HTTP's own (RFC 9110, section 15.5.16) and what nearly every framework sends; no page names it. */
  'wrong-media-type': { refused: [400, 415, 422], accepted: 'wrong-media-type-accepted' },
  /** An id that is not a number names no record, so 404 is as right as 400 and 422. */
  'invalid-id': { refused: [400, 404, 422], accepted: 'invalid-id-accepted' },
  /** A fraction, a negative or a very large number: what ids are is not said, so it may be unknown or invalid. */
  'odd-id': { refused: [400, 404, 422], accepted: 'unknown-id-accepted' },
  'unknown-id': { refused: [404], accepted: 'unknown-id-accepted' },
  /** "Header missing or malformed, or key invalid" [auth]. Older pages have 401 and 403 the other way round. */
  'no-valid-key': { refused: [401], allowed: [403], accepted: 'invalid-key-accepted' },
  /** "Valid key without permission" [auth]. */
  'forbidden-key': { refused: [403], allowed: [401], accepted: 'missing-permission-accepted' },
  throttled: { refused: [429], accepted: 'rate-limit-missing' },
} as const satisfies Record<string, Entry>;

export type Expectation = keyof typeof EXPECTATIONS;

const entries: Readonly<Record<Expectation, Entry>> = EXPECTATIONS;

/** The rule that a success breaks; none where a success is right. */
export function ruleOfAcceptance(expect: Expectation): RuleId | undefined {
  return entries[expect].accepted;
}

/** The statuses that are right, successes first. */
export function expectedStatuses({ responses }: Operation, expect: Expectation): readonly number[] {
  const { refused, accepted } = entries[expect];
  const successes = responses.map(({ status }) => Number(status)).filter(isSuccess);
  return accepted === undefined ? [...successes, ...refused] : refused;
}

/** Whether a status is right too where no page says which one it is; it is observed. */
export function isAlternative({ method, responses }: Operation, expect: Expectation, status: number): boolean {
  const { allowed = [], accepted } = entries[expect];
  if (allowed.includes(status) || isConflict(method, expect, status)) return true;
  const success = responses.find((response) => response.status.startsWith('2'));
  const isWritten = method !== 'GET' && (status === 200 || status === 201) && accepted === undefined;
  return isWritten && isAssumed(success?.pointer ?? '');
}

/** Whether a valid create is refused with 409: "What happens when the EVSE already has one is not said" [create]. */
export function isConflict(method: string, expect: Expectation, status: number | undefined): boolean {
  return method === 'POST' && expect === 'valid' && status === 409;
}

/** What the document says of a status: by itself, or with its range. */
export function listedResponse({ responses }: Operation, status: number): DocumentedResponse | undefined {
  const named = (name: string) => responses.find((one) => one.status === name);
  return named(String(status)) ?? named(`${String(status).slice(0, 1)}XX`);
}

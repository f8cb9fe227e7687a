/** The rules of the contract check: one per thing that a provider can get wrong. The ids are stable; tests and reports name them. */

/** Fails the check. */
const breaking = {
  answers: 'Every request gets one whole HTTP answer in time.',
  'no-server-error': 'No request, good or bad, gets a 5xx.',
  'rate-limit-honoured': 'No 429 comes while the run is under the documented limit.',
  'status-documented': 'The status is one that the document lists for the operation.',
  'status-fits': 'A refusal carries a status of its situation.',
  'accepts-valid': 'A valid request is accepted.',
  'refuses-invalid-body': 'A body that breaks one constraint is refused.',
  'refuses-malformed-json': 'A body that is not JSON is refused.',
  'refuses-wrong-media-type': 'A body of another media type is refused.',
  'refuses-invalid-id': 'An id that is not what the path parameter asks for is refused.',
  'unknown-id': 'An id that is not there is refused.',
  'auth-required': 'A request without a valid key is refused.',
  'permission-required': 'A key that lacks permission is refused.',
  throttles: 'A used-up quota is answered with 429.',
  'media-type': 'The answer has a documented media type, in UTF-8.',
  'body-json': 'The body of the answer is one JSON text in UTF-8 and nothing else.',
  'no-duplicate-keys': 'No object in the answer names a member twice.',
  'body-schema': 'The body of a success is what its schema says.',
  'error-envelope': 'The body of a refusal is what its schema says.',
  'no-html': 'No answer is an HTML page.',
  'no-stack-trace': 'No error shows a stack trace.',
  'key-not-echoed': 'No answer repeats the API key.',
  'header-required': 'A header that the document requires is there.',
  'header-schema': 'A documented header that is there can be read.',
  'rate-limit-reset': 'The end of the rate-limit window is given in Unix epoch seconds.',
  'echo-id': 'The answer is about the record that the path names.',
  'echo-sent': 'What was sent comes back.',
  'keeps-unsent': 'What was not sent is as it was.',
  idempotent: 'The same update a second time gives the same record.',
  'evse-id-stable': 'A field that no request can set never changes.',
  'other-record-untouched': 'An update of one record leaves another as it was.',
  'refused-changes-nothing': 'A refused request changes nothing.',
} as const;

/** Told, never failed: what the vendor may do at any time [versioning]. */
const additive = {
  'unknown-field': 'The answer has a field that the document does not know.',
  'unknown-value': 'The answer has an enum value that the document does not know.',
  'unknown-header': 'The answer has a header that the document does not know.',
  sunset: 'The API version is deprecated: its answers carry Sunset.',
} as const;

export type BreakingRule = keyof typeof breaking;
export type AdditiveRule = keyof typeof additive;
export type RuleId = BreakingRule | AdditiveRule;

/** `breaking` fails the check, `additive` is told; the line is the vendor's own policy [versioning]. */
export type Verdict = 'breaking' | 'additive';

export interface Rule {
  readonly id: RuleId;
  readonly verdict: Verdict;
  readonly sentence: string;
}

/** Every rule, breaking ones first. */
export const RULES: readonly Rule[] = [
  ...entries(breaking).map(([id, sentence]) => ({ id, verdict: 'breaking' as const, sentence })),
  ...entries(additive).map(([id, sentence]) => ({ id, verdict: 'additive' as const, sentence })),
];

export function verdictOf(rule: RuleId): Verdict {
  return rule in additive ? 'additive' : 'breaking';
}

function entries<Key extends string>(table: Readonly<Record<Key, string>>): [Key, string][] {
  return Object.entries(table) as [Key, string][];
}

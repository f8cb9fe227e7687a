import { RESPONSE_RULES, type RuleText } from './response-rules.ts';

/**
 * The rules of the contract check: one for each thing that a provider can get wrong. The ids are stable; reports, baselines
 * and tests name them.
 */

/** `breaking` fails the check, `additive` is reported only; the vendor's own policy draws the line [versioning]. */
export type Verdict = 'breaking' | 'additive';

/** Rules about the record: what a response says of it, and what reading shows. */
const ofRecords = {
  'echo-id': {
    title: 'The response is about the record that the path names.',
    source: '[endpoint]',
    cause: 'An id from the body or of another record is sent back.',
  },
  'echo-sent': {
    title: 'What was sent comes back.',
    source: '[endpoint] [create]',
    cause: 'A field that is not written, a time zone that is dropped, or a clock of 32 bits.',
  },
  'unsent-changed': {
    title: 'What was not sent is as it was.',
    source: '[endpoint] [conventions]',
    cause: 'PATCH implemented as PUT: fields left out are reset.',
  },
  'evse-id-changed': {
    title: 'The id and the EVSE ID of a record never change.',
    source: '[endpoint]',
    cause: 'The body is merged into the record without a list of the fields that may be set.',
  },
  'list-filter': {
    title: 'A filtered list has exactly the records that match.',
    source: '[list]',
    cause: 'A parameter that is ignored, compared by prefix or without regard to case, or read as a pattern.',
  },
  'list-default': {
    title: 'A list without a parameter is the list with its documented default.',
    source: '[list]',
    cause: 'Another default, or a string "true" compared with a boolean.',
  },
  'list-active': {
    title: 'The active list shows a running status and no ended one.',
    source: '[list] [old-create] [guide]',
    cause: 'A parameter that is ignored, a comparison the wrong way round, or local time compared with UTC.',
  },
  'start-not-now': {
    title: 'A status created without a start begins now.',
    source: '[create]',
    cause: 'No default, local time written as UTC, or a default computed when the process started.',
  },
  'record-missing': {
    title: 'No record is lost.',
    source: '[list]',
    cause: 'A delete on the way, an update that changes a key, or a page size that cuts the list.',
  },
  'record-duplicated': {
    title: 'No record is listed twice.',
    source: '[list]',
    cause: 'A join, or an update that inserts a second row.',
  },
  'record-unexpected': {
    title: 'A record appears only when a create was accepted.',
    source: '[create] [list]',
    cause: 'A create that stores first and validates afterwards, or an update that inserts.',
  },
  'id-reused': {
    title: 'A created record has an id of its own.',
    source: '[create] [endpoint]',
    cause: 'An id counted from the length of the list, or one taken from the body.',
  },
  'neighbour-changed': {
    title: 'A request changes no other record.',
    source: '[endpoint]',
    cause: 'An UPDATE by EVSE ID, or one without its WHERE.',
  },
  'stored-differs': {
    title: 'The service keeps what it said it stored.',
    source: '[endpoint] [create] [list]',
    cause: 'The response is made from the request and the write is lost, cut short or rolled back.',
  },
  'refused-changed': {
    title: 'A refused request changes nothing.',
    source: '[errors]',
    cause: 'The record is written before the rest of the request is validated.',
  },
  'read-changed': {
    title: 'Reading changes nothing.',
    source: '[list]; RFC 9110, section 9.2.1',
    cause: 'Expired statuses are deleted or times are touched while the list is made.',
  },
} as const satisfies Record<string, RuleText>;

const additive = {
  'unknown-field': {
    title: 'The response has a field that is not in the document.',
    source: '[versioning]',
    cause: 'A release that is newer than the document, or an internal field that got out.',
  },
  'unknown-value': {
    title: 'The response has an enum value that is not in the document.',
    source: '[versioning]',
    cause: 'A release that is newer than the document.',
  },
  'unknown-header': {
    title: 'The response has a header that is not in the document.',
    source: '[versioning]',
    cause: 'A proxy or framework that adds its own.',
  },
  'error-field-missing': {
    title: 'Some errors lack a field that the documented errors show.',
    source: '[errors]: which fields are always present is not said, so this does not fail the check',
    cause: 'Errors that come from different places: a gateway, a framework, the service.',
  },
  sunset: {
    title: 'The API version is deprecated: a response has a Sunset header.',
    source: '[versioning]; RFC 8594',
    cause: 'The version ends after that date; plan the move to the next one.',
  },
} as const satisfies Record<string, RuleText>;

/** The stable id of a rule. */
export type RuleId = keyof typeof RESPONSE_RULES | keyof typeof ofRecords | keyof typeof additive;

/** A rule: what it says, where it is known from, and what usually breaks it. */
export interface Rule extends RuleText {
  /** Its stable id. */
  readonly id: RuleId;
  /** Whether a finding fails the check. */
  readonly verdict: Verdict;
}

const texts: Readonly<Record<RuleId, RuleText>> = { ...RESPONSE_RULES, ...ofRecords, ...additive };

/** Every rule, breaking ones first. */
export const RULES: readonly Rule[] = (Object.keys(texts) as RuleId[]).map(ruleOf);

export function ruleOf(id: RuleId): Rule {
  return { id, verdict: id in additive ? 'additive' : 'breaking', ...texts[id] };
}

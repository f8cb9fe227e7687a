/** The words of a rule. */
export interface RuleText {
  /** What holds where the rule is kept; of an additive rule, what was found. */
  readonly title: string;
  /** Where the rule is from: a source tag of the document, or a standard. */
  readonly source: string;
  /** What usually breaks it. */
  readonly cause: string;
}

/** Rules that one response can break. */
export const RESPONSE_RULES = {
  'no-response': {
    title: 'Every request gets one whole HTTP response in time.',
    source: '[errors]; RFC 9110',
    cause: 'A handler that throws before it responds, a worker that crashes on this input, or a wrong Content-Length.',
  },
  'server-error': {
    title: 'No request, valid or not, keeps getting a 5xx.',
    source: '[errors]',
    cause: 'An unhandled exception: input reaches the database or a date library without validation.',
  },
  'operation-missing': {
    title: 'The service has each operation that is checked.',
    source: '[endpoint] [create] [list] [versioning]',
    cause: 'A route that is not there yet, or was removed; `only` leaves its operation out of the check.',
  },
  'status-undocumented': {
    title: 'The status is one that the document lists for the operation.',
    source: '[errors]',
    cause: 'A framework default, such as 204, 302 or 418, that the contract does not have.',
  },
  'status-wrong': {
    title: 'A refusal has a status that fits its reason.',
    source: '[errors] [auth]',
    cause: 'Checks in another order (a body is validated before the key is), or one status for every error.',
  },
  'valid-refused': {
    title: 'A valid request is accepted.',
    source: '[endpoint] [create] [list]',
    cause:
      'Validation that is stricter than the contract: an own date pattern, a required field, a case-sensitive header.',
  },
  'invalid-body-accepted': {
    title: 'A body that breaks one constraint is refused.',
    source: '[endpoint] [create]',
    cause: 'No validation, or a parser that converts: "1" to 1, 1 to an enum value, 30 February to 2 March.',
  },
  'malformed-json-accepted': {
    title: 'A body that is not JSON is refused.',
    source: '[endpoint] [create]; RFC 8259',
    cause: 'A lenient parser, or a body that is ignored when it cannot be parsed.',
  },
  'wrong-media-type-accepted': {
    title: 'A body of another media type is refused.',
    source: '[endpoint] [create]',
    cause: 'A parser that reads every body as JSON, whatever its Content-Type says.',
  },
  'invalid-id-accepted': {
    title: 'An id that is not a number is refused.',
    source: '[endpoint]',
    cause: 'parseInt, which reads "42abc" as 42.',
  },
  'unknown-id-accepted': {
    title: 'An id that no record has is refused.',
    source: '[endpoint] [errors]',
    cause: 'An upsert, an id that is rounded or cut to 32 bits, or an UPDATE whose row count is not checked.',
  },
  'invalid-key-accepted': {
    title: 'A request without a valid key in the Authorization header is refused.',
    source: '[auth]',
    cause: 'A route outside of the authentication middleware, or a key compared by prefix or without regard to case.',
  },
  'missing-permission-accepted': {
    title: 'A key that lacks permission is refused.',
    source: '[auth]',
    cause: 'The key is checked for being valid, not for what it may do.',
  },
  'rate-limit-missing': {
    title: 'A used-up quota gets 429.',
    source: '[limits]',
    cause: 'No limiter, or one that another route has.',
  },
  'media-type': {
    title: 'A body has a documented media type, in UTF-8.',
    source: '[endpoint] [errors]',
    cause: 'A body written without its Content-Type, or a framework that labels errors text/plain.',
  },
  'body-json': {
    title: 'A body is one JSON text in UTF-8 and nothing else.',
    source: '[endpoint] [errors]; RFC 8259',
    cause: 'An empty body, a byte order mark, a log line or a second object in the output.',
  },
  'duplicate-member': {
    title: 'No object in a body has a duplicate member name.',
    source: 'RFC 8259, section 4',
    cause: 'JSON put together from strings, or two serialisers that each add the field.',
  },
  'html-body': {
    title: 'No response is an HTML page.',
    source: '[errors]',
    cause: "A framework's default error page.",
  },
  'stack-trace': {
    title: 'No error shows a stack trace.',
    source: '[errors]',
    cause: 'Error details of a development build.',
  },
  'key-echoed': {
    title: 'No response repeats the API key.',
    source: '[auth]',
    cause: 'An error message or a debug header with the request in it.',
  },
  'body-schema': {
    title: 'The body of a success matches its schema.',
    source: '[endpoint] [create] [list]',
    cause: 'A renamed, missing or retyped field: an id as a string, null for a time, a list inside an envelope.',
  },
  'error-envelope': {
    title: 'The body of a refusal matches its schema.',
    source: '[errors]',
    cause: "The framework's own error object instead of the API's envelope.",
  },
  'error-field-removed': {
    title: 'The fields that the documented errors show are in use.',
    source: '[errors] [versioning]',
    cause: 'No error of the run has the field: it was never written, or it was renamed.',
  },
  'header-missing': {
    title: 'A header that the document requires is present.',
    source: '[limits]',
    cause: 'A limiter that sends 429 without Retry-After.',
  },
  'header-invalid': {
    title: 'A documented header can be read.',
    source: '[limits] [versioning]',
    cause: 'A date where seconds belong, a value with a unit, or one header sent twice.',
  },
  'rate-limit-reset': {
    title: 'X-RateLimit-Reset is in Unix epoch seconds.',
    source: '[limits]',
    cause: 'Milliseconds, or seconds from now.',
  },
  'rate-limit-incoherent': {
    title: 'The rate-limit headers agree with each other and from one response to the next.',
    source: '[limits]',
    cause: 'Remaining above the limit, a reset in the past, a count that never falls, or a Retry-After past the reset.',
  },
} as const satisfies Record<string, RuleText>;

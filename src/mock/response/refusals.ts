import { OPERATIONS } from '../../../generated/operations.ts';
import type { components } from '../../../generated/types.ts';
import type { Violation } from '../../../generated/success-validators.ts';
import { splitPointer, valueAt } from '../../shared/json-pointer.ts';
import { MockOptionError } from '../checks.ts';
import { responseOf } from './examples.ts';

/**
 * The mock's own codes, with the status that comes with each. The shape of an error is the API's [errors];
 * that the vendor uses these codes is not known. They are stable: tests may rely on them, about the mock.
 */
export const CODES = {
  malformed_path: { status: 400, when: 'a percent escape in the path cannot be decoded' },
  missing_body: { status: 400, when: 'the operation requires a body and there is none' },
  invalid_json: { status: 400, when: 'the body is not JSON in UTF-8' },
  invalid_preference: { status: 400, when: '`Prefer` asks for a status or an example that the document lacks' },
  missing_api_key: { status: 401, when: 'there is no `Authorization` header' },
  malformed_api_key: {
    status: 401,
    when: 'the `Authorization` header does not have the form that the document requires',
  },
  invalid_api_key: { status: 401, when: 'the key is not the one that the mock was given' },
  host_not_allowed: { status: 403, when: 'the `Host` is a name that the mock does not serve; see `allowedHosts`' },
  origin_not_allowed: { status: 403, when: 'a page of another origin makes a control call; see `allowedOrigins`' },
  unknown_path: { status: 404, when: 'no operation of the document has this path' },
  unknown_id: { status: 404, when: 'no record has this id' },
  method_not_allowed: { status: 405, when: 'the path has no such method; see `Allow`' },
  not_acceptable: { status: 406, when: '`Accept` excludes the media type of the response' },
  body_too_large: { status: 413, when: 'the body exceeds `maxBodyBytes`' },
  unsupported_media_type: { status: 415, when: 'the body has another media type, charset or coding than the document' },
  missing_required_field: { status: 422, when: 'a required parameter or field is missing' },
  invalid_type: { status: 422, when: 'a value has the wrong type' },
  invalid_format: { status: 422, when: 'a text does not have the required format' },
  invalid_value: { status: 422, when: 'a value is not allowed for another reason' },
  invalid_option: { status: 422, when: 'a control call carries a wrong value' },
  rate_limit_exceeded: { status: 429, when: 'the requests of the window are used up' },
  mock_error: { status: 500, when: 'the mock cannot give a response that the document allows' },
} as const satisfies Record<string, { status: number; when: string }>;

export type Code = keyof typeof CODES;

/** The `type` of the document's example of a status. One that the document does not have is an invalid request, as 400 is. */
export function typeOf(status: number): string {
  const documented = [status, 400].flatMap((one) => OPERATIONS.map((operation) => responseOf(operation, one)));
  const example = documented.find((response) => response !== undefined)?.content[0]?.examples[0]?.value;
  return (example as components['schemas']['ErrorEnvelope'] | undefined)?.error.type ?? '';
}

/** Why a request was refused: the `error` of the response, without its `type` and `request_id`. */
export interface Reason {
  /** One of the mock's stable codes; see docs/mock-errors.md. */
  readonly code: string;
  /** What is wrong, in words; may change. */
  readonly message: string;
  /** The parameter, header or field (dotted path; `body` for the whole). */
  readonly param?: string;
}

/** Thrown to end a request with an error response; all reasons share one status. */
export class Refusal extends Error {
  readonly status: number;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, reasons: Refusal['reasons'], headers: Refusal['headers'] = {}) {
    super(reasons.map(({ message }) => message).join(' '));
    this.status = status;
    this.reasons = reasons;
    this.headers = headers;
  }
}

export function refusal(code: Code, message: string, param?: string, headers?: Refusal['headers']): Refusal {
  return new Refusal(CODES[code].status, [{ code, message, ...(param !== undefined && { param }) }], headers);
}

/** What any error means for a response. `redact` takes keys out of the message of one that nobody foresaw. */
export function toRefusal(error: unknown, redact: (text: string) => string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof MockOptionError) return refusal('invalid_option', error.message, error.option);
  return refusal('mock_error', redact(`The mock failed: ${String(error)}`));
}

/** The API's envelope [errors]. Of several reasons, the first gives code and param, and each its message. */
export function errorBody({ status, reasons: [{ code, param }], message }: Refusal, requestId: string): string {
  const error = { type: typeOf(status), code, message, ...(param !== undefined && { param }), request_id: requestId };
  return JSON.stringify({ error } satisfies components['schemas']['ErrorEnvelope']);
}

/** @throws {Refusal} where there are violations */
export function assertValid(...given: Parameters<typeof toReasons>): void {
  const [first, ...rest] = toReasons(...given);
  if (first) throw new Refusal(CODES.invalid_value.status, [first, ...rest]);
}

/** At most this many violations of one request are reported. */
const mostReasons = 10;

/**
 * A validator's violations as reasons. `name`: what the value is called, a parameter's name, or `body`, whose fields are
 * then named by their dotted path.
 */
export function toReasons(
  violations: readonly Violation[],
  name: string,
  value: unknown,
  show: (value: unknown) => string,
): Reason[] {
  return violations.slice(0, mostReasons).map(({ instancePath, keyword, params, message }) => {
    const segments = splitPointer(instancePath);
    if (keyword === 'required') {
      const param = dotted(name, [...segments, String(params['missingProperty'])]);
      return { code: 'missing_required_field', message: `${param} is missing.`, param };
    }
    const param = dotted(name, segments);
    const [code, rule] = rules[keyword]?.(params) ?? (['invalid_value', message] as const);
    return { code, message: `${param} ${rule}; it was ${show(valueAt(value, instancePath))}.`, param };
  });
}

/** What a value has to be, by the keyword that it breaks. */
const rules: Readonly<Record<string, (params: Violation['params']) => readonly [code: Code, rule: string]>> = {
  enum: ({ allowedValues }) => [
    'invalid_value',
    `must be one of ${(allowedValues as unknown[]).map((one) => JSON.stringify(one)).join(', ')}`,
  ],
  type: ({ type }) => ['invalid_type', `must be of the type ${String(type)}`],
  format: ({ format }) => [
    'invalid_format',
    format === 'date-time'
      ? 'must be an RFC 3339 date-time with an offset, such as 2025-04-23T10:00:00Z'
      : `must be of the format ${String(format)}`,
  ],
};

/** Fields of a body stand alone, as in the vendor's own errors: `temporaryStatus`, not `body.temporaryStatus`. */
function dotted(name: string, segments: readonly string[]): string {
  return segments.length === 0 ? name : [...(name === 'body' ? [] : [name]), ...segments].join('.');
}

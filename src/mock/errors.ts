import type { components } from '../../generated/types.ts';
import type { Violation } from '../../generated/success-validators.ts';
import type { Reason } from './types.ts';

/**
 * The mock's own codes, with the status and the `type` that come with each. The shape of an error is the API's [errors];
 * that the vendor uses these codes is not known. They are stable: tests may rely on them, about the mock.
 */
export const CODES = {
  malformed_path: { status: 400, type: 'invalid_request', when: 'a percent escape in the path cannot be decoded' },
  missing_body: { status: 400, type: 'invalid_request', when: 'the operation asks for a body and none came' },
  invalid_json: { status: 400, type: 'invalid_request', when: 'the body is not JSON in UTF-8' },
  invalid_preference: {
    status: 400,
    type: 'invalid_request',
    when: '`Prefer` asks for a status or an example that the document lacks',
  },
  missing_api_key: { status: 401, type: 'authentication_error', when: 'there is no `Authorization` header' },
  malformed_api_key: {
    status: 401,
    type: 'authentication_error',
    when: 'the `Authorization` header is not of the form that the document asks for',
  },
  invalid_api_key: {
    status: 401,
    type: 'authentication_error',
    when: 'the key is not the one that the mock was given',
  },
  unknown_path: { status: 404, type: 'not_found', when: 'no operation of the document has this path' },
  unknown_id: { status: 404, type: 'not_found', when: 'no record has this id' },
  method_not_allowed: { status: 405, type: 'invalid_request', when: 'the path has no such method; see `Allow`' },
  not_acceptable: { status: 406, type: 'invalid_request', when: '`Accept` excludes what the operation answers with' },
  body_too_large: { status: 413, type: 'invalid_request', when: 'the body goes beyond `maxBodyBytes`' },
  unsupported_media_type: {
    status: 415,
    type: 'invalid_request',
    when: 'the body has another media type, charset or coding than the document gives',
  },
  missing_required_field: { status: 422, type: 'invalid_request', when: 'a required parameter or field is missing' },
  invalid_type: { status: 422, type: 'invalid_request', when: 'a value is of the wrong type' },
  invalid_format: { status: 422, type: 'invalid_request', when: 'a text is not of the format that is asked for' },
  invalid_value: { status: 422, type: 'invalid_request', when: 'a value is not allowed for another reason' },
  invalid_option: { status: 422, type: 'invalid_request', when: 'a call under `/__mock/` carries a wrong value' },
  rate_limit_exceeded: { status: 429, type: 'rate_limit_error', when: 'the requests of the window are used up' },
  mock_error: { status: 500, type: 'api_error', when: 'the mock cannot give an answer that the document allows' },
} as const satisfies Record<string, { status: number; type: string; when: string }>;

export type Code = keyof typeof CODES;

/** Reasons why a request is refused; all share one status. */
export type Refusal = readonly [Reason & { code: Code }, ...(Reason & { code: Code })[]];

export function refuse(code: Code, message: string, param?: string): Refusal {
  return [{ code, message, ...(param !== undefined && { param }) }];
}

/** The API's envelope [errors]. Where there are several reasons, the first gives code and param, and all give words. */
export function errorBody(reasons: Refusal, requestId: string): string {
  const [first] = reasons;
  const body: components['schemas']['ErrorEnvelope'] = {
    error: {
      type: CODES[first.code].type,
      code: first.code,
      message: reasons.map((reason) => reason.message).join(' '),
      ...(first.param !== undefined && { param: first.param }),
      request_id: requestId,
    },
  };
  return JSON.stringify(body);
}

/** At most this many violations of one request are told. */
const mostReasons = 10;

/**
 * A judge's violations in words. `name` is what the value is called: a parameter's name, or `body`, whose fields are then
 * named by their dotted path.
 */
export function toReasons(
  violations: readonly Violation[],
  name: string,
  value: unknown,
  show: (value: unknown) => string,
): Refusal | undefined {
  const reasons = violations.slice(0, mostReasons).map((violation) => toReason(violation, name, value, show));
  const [first, ...rest] = reasons;
  return first && [first, ...rest];
}

function toReason(
  { instancePath, keyword, params, message }: Violation,
  name: string,
  value: unknown,
  show: (value: unknown) => string,
): Reason & { code: Code } {
  const segments = instancePath.split('/').slice(1).map(unescapeSegment);
  const actual = segments.reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
  if (keyword === 'required') {
    const missing = dotted(name, [...segments, String(params['missingProperty'])]);
    return { code: 'missing_required_field', message: `${missing} is missing.`, param: missing };
  }
  const param = dotted(name, segments);
  switch (keyword) {
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).map((allowed) => JSON.stringify(allowed)).join(', ');
      return { code: 'invalid_value', message: `${param} must be one of ${allowed}; it was ${show(actual)}.`, param };
    }
    case 'type':
      return {
        code: 'invalid_type',
        message: `${param} must be of the type ${String(params['type'])}; it was ${show(actual)}.`,
        param,
      };
    case 'format': {
      const format = String(params['format']);
      const rule = formats[format] ?? `of the format ${format}`;
      return { code: 'invalid_format', message: `${param} must be ${rule}; it was ${show(actual)}.`, param };
    }
    default:
      return { code: 'invalid_value', message: `${param} ${message}; it was ${show(actual)}.`, param };
  }
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'an RFC 3339 date-time with an offset, such as 2025-04-23T10:00:00Z',
};

/** Field names below a body stand alone, as in the vendor's own errors: `temporaryStatus`, not `body.temporaryStatus`. */
function dotted(name: string, segments: readonly string[]): string {
  return segments.length === 0 ? name : [...(name === 'body' ? [] : [name]), ...segments].join('.');
}

export function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

import type { Violation } from '../../../generated/success-validators.ts';
import { splitPointer, valueAt } from '../../shared/json-pointer.ts';
import type { Call } from '../call.ts';
import { isObject } from '../checks.ts';
import { assertValid, refusal, Refusal } from '../response/refusals.ts';
import type { JsonValue, MockRecord, MockRequest } from '../types.ts';
import { isMediaType } from './headers.ts';

/** One for all requests: each holds memory outside the heap. */
const decoder = new TextDecoder('utf-8', { fatal: true });

export function decodeBody(bytes: MockRequest['body'], maxBodyBytes: number): Call['body'] {
  if (bytes === 'too large') {
    return refusal('body_too_large', `The body has more than ${maxBodyBytes} bytes.`, 'body');
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return refusal('invalid_json', 'The body is not UTF-8.', 'body');
  }
}

export function parseJson(body: Call['body']): JsonValue {
  if (body instanceof Refusal) throw body;
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    throw refusal('invalid_json', 'The body is not JSON.', 'body');
  }
}

/** The fields that the document knows, and the dotted paths of those that it does not. */
export function readBody({ route, headers, body, validators, show }: Call): {
  fields: MockRecord;
  ignoredFields: readonly string[];
} {
  const { requestBody } = route.operation;
  if (body === '' && requestBody?.required) throw refusal('missing_body', 'The request body is missing.', 'body');
  if (body === '' || requestBody === undefined) return { fields: {}, ignoredFields: [] };

  const contentType = headers['content-type'];
  const content = requestBody.content.find(({ mediaType }) => isMediaType(mediaType, contentType));
  if (content === undefined) {
    const types = requestBody.content.map(({ mediaType }) => mediaType).join(' or ');
    const actual = contentType === undefined ? 'is missing' : `is ${show(contentType)}`;
    const message = `Content-Type must be ${types}, in UTF-8; it ${actual}.`;
    throw refusal('unsupported_media_type', message, 'Content-Type');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const message = `Content-Encoding must be left out; it is ${show(encoding)}.`;
    throw refusal('unsupported_media_type', message, 'Content-Encoding');
  }
  const value = parseJson(body);
  const { contract, strict = contract } = validators[content.schema] ?? {};
  // The strict validator finds all that the contract's does, and more.
  const violations = strict?.(value) ?? [];
  if (violations.length > 0) assertValid(contract?.(value) ?? [], 'body', value, show);
  const ignoredFields = removeUnknownFields(value, violations);
  return { fields: isObject(value) ? value : {}, ignoredFields };
}

/** Unknown fields are ignored, not refused: clients and servers of the API grow independently [versioning]. */
function removeUnknownFields(value: JsonValue, violations: readonly Violation[]): string[] {
  return violations
    .filter(({ keyword }) => keyword === 'additionalProperties')
    .map(({ instancePath, params }) => {
      const field = String(params['additionalProperty']);
      Reflect.deleteProperty(valueAt(value, instancePath) as object, field);
      return [...splitPointer(instancePath), field].join('.');
    });
}

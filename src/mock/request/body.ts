import type { Violation } from '../../../generated/success-validators.ts';
import { splitPointer, valueAt } from '../../shared/json-pointer.ts';
import type { Body, Call } from '../call.ts';
import { isObject, type JsonValue } from '../json.ts';
import { refusal, Refused, refuseInvalid } from '../response/refusals.ts';
import type { MockRecord, MockRequest } from '../types.ts';
import { isMediaType } from './media-types.ts';

/** One for all requests: each holds memory outside the heap. */
let decoder: TextDecoder | undefined;

export function decodeBody(bytes: MockRequest['body']): Body {
  if (bytes === 'too large') return { length: Infinity };
  if (bytes.length === 0) return { length: 0, text: '' };
  decoder ??= new TextDecoder('utf-8', { fatal: true });
  try {
    return { length: bytes.length, text: decoder.decode(bytes) };
  } catch {
    return { length: bytes.length };
  }
}

export function parseJson({ length, text }: Body, maxBodyBytes: number): JsonValue | Refused {
  if (length > maxBodyBytes) return refusal('body_too_large', `The body has more than ${maxBodyBytes} bytes.`, 'body');
  try {
    return JSON.parse(text ?? '') as JsonValue;
  } catch {
    return refusal('invalid_json', `The body is not ${text === undefined ? 'UTF-8' : 'JSON'}.`, 'body');
  }
}

/** The fields that the document knows, and the dotted paths of those that it does not. */
export interface ReadBody {
  readonly fields: MockRecord;
  readonly ignoredFields: readonly string[];
}

export function readBody({ route, headers, body, maxBodyBytes, validators, show }: Call): ReadBody | Refused {
  const { requestBody } = route.operation;
  if (body.length === 0 && requestBody?.required)
    return refusal('missing_body', 'The request body is missing.', 'body');
  if (body.length === 0 || requestBody === undefined) return { fields: {}, ignoredFields: [] };

  const contentType = headers['content-type'];
  const content = requestBody.content.find(({ mediaType }) => isMediaType(mediaType, contentType));
  if (content === undefined) {
    const types = requestBody.content.map(({ mediaType }) => mediaType).join(' or ');
    const actual = contentType === undefined ? 'is missing' : `is ${show(contentType)}`;
    const message = `Content-Type must be ${types}, in UTF-8; it ${actual}.`;
    return refusal('unsupported_media_type', message, 'Content-Type');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const message = `Content-Encoding must be left out; it is ${show(encoding)}.`;
    return refusal('unsupported_media_type', message, 'Content-Encoding');
  }
  const value = parseJson(body, maxBodyBytes);
  if (value instanceof Refused) return value;
  const { contract, strict = contract } = validators[content.schema] ?? {};
  // The strict validator finds all that the contract's does, and more.
  const violations = strict?.(value) ?? [];
  const refused = violations.length > 0 && refuseInvalid(contract?.(value) ?? [], 'body', value, show);
  if (refused) return refused;
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

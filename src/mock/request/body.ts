import type { Operation } from '../../../generated/operations.ts';
import type { Validators, Violation } from '../../../generated/success-validators.ts';
import { splitPointer, valueAt } from '../../shared/json-pointer.ts';
import { isObject, type JsonValue } from '../json.ts';
import { refuse, toRefusal, type Code, type Refusal } from '../response/refusals.ts';
import type { MockRecord, MockRequest } from '../types.ts';
import { isMediaType } from './media-types.ts';

/** A request body, decoded once. */
export interface Body {
  readonly length: number;
  /** Left out where it is not UTF-8, or too large. */
  readonly text?: string;
}

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

export function parseJson(text: string | undefined): JsonValue | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}

/** The fields that the document knows, and the dotted paths of those that it does not. */
export type ReadBody = { fields: MockRecord; ignoredFields: readonly string[] } | { refusal: Refusal };

export function readBody(
  { requestBody }: Operation,
  headers: MockRequest['headers'],
  { length, text }: Body,
  maxBodyBytes: number,
  validators: Readonly<Record<string, Validators>>,
  show: (value: unknown) => string,
): ReadBody {
  const refused = (code: Code, message: string, param = 'body') => ({ refusal: refuse(code, message, param) });
  const nothing = { fields: {}, ignoredFields: [] };
  if (requestBody === undefined) return nothing;
  if (length === 0) return requestBody.required ? refused('missing_body', 'The request body is missing.') : nothing;

  const contentType = headers['content-type'];
  const content = requestBody.content.find(({ mediaType }) => isMediaType(mediaType, contentType));
  if (content === undefined) {
    const types = requestBody.content.map(({ mediaType }) => mediaType).join(' or ');
    const actual = contentType === undefined ? 'is missing' : `is ${show(contentType)}`;
    return refused('unsupported_media_type', `Content-Type must be ${types}, in UTF-8; it ${actual}.`, 'Content-Type');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const message = `Content-Encoding must be left out; it is ${show(encoding)}.`;
    return refused('unsupported_media_type', message, 'Content-Encoding');
  }
  if (length > maxBodyBytes) return refused('body_too_large', `The body has more than ${maxBodyBytes} bytes.`);
  const value = parseJson(text);
  if (value === undefined) return refused('invalid_json', `The body is not ${text === undefined ? 'UTF-8' : 'JSON'}.`);

  const { contract, strict = contract } = validators[content.schema] ?? {};
  // The strict validator finds all that the contract's does, and more.
  const violations = strict?.(value) ?? [];
  const refusal = violations.length > 0 && toRefusal(contract?.(value) ?? [], 'body', value, show);
  if (refusal) return { refusal };
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

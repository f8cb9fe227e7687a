import type { Validators, Violation } from '../../generated/success-validators.ts';
import type { Operation, Parameter } from '../../generated/operations.ts';
import type { Body } from './body.ts';
import { capital } from './answer-headers.ts';
import { refuse, toReasons, unescapeSegment, type Refusal } from './errors.ts';
import type { JsonValue } from './json.ts';
import { accepts, isMediaType } from './media-types.ts';
import { successOf } from './prefer.ts';
import type { PlainRequest } from './types.ts';

type Judges = Readonly<Record<string, Validators>>;
type Show = (value: unknown) => string;

/** Whether the request carries what the operation asks for; `only` is the one key that is taken, where there is one. */
export function checkKey(
  operation: Operation,
  header: string | undefined,
  only: string | undefined,
): Refusal | undefined {
  const { security } = operation;
  if (security.length === 0 || security.some((alternative) => alternative.length === 0)) return undefined;
  const [, scheme = '', key] = /^\s*(\S+) +([\x21-\x7e]+)\s*$/.exec(header ?? '') ?? [];
  const schemes = security.flat().map((one) => one.scheme ?? '');
  if (key === undefined || !schemes.includes(scheme.toLowerCase())) {
    const wanted = schemes.map((one) => `"Authorization: ${capital(one)} <API key>"`).join(' or ');
    return header === undefined
      ? refuse('missing_api_key', `${wanted} is missing.`, 'Authorization')
      : refuse('malformed_api_key', `The header Authorization is not of the form ${wanted}.`, 'Authorization');
  }
  if (only === undefined || key === only) return undefined;
  return refuse('invalid_api_key', 'The API key is not the one that the mock was given.', 'Authorization');
}

/** What the mock can check of the document's security; it refuses to serve what it cannot. */
export function assertCheckable(operation: Operation): void {
  for (const { name, type, scheme } of operation.security.flat()) {
    if (type !== 'http' || scheme === undefined) {
      throw new Error(`The mock cannot check the security scheme ${name} (${type}) of ${operation.operationId}.`);
    }
  }
  const cookie = operation.parameters.find((parameter) => parameter.in === 'cookie');
  if (cookie)
    throw new Error(`The mock does not read cookies; ${operation.operationId} has the parameter ${cookie.name}.`);
}

export function checkAccept(operation: Operation, accept: string | undefined): Refusal | undefined {
  const offered = successOf(operation)?.content.map(({ mediaType }) => mediaType) ?? [];
  if (accept === undefined || offered.length === 0 || offered.some((type) => accepts(accept, type))) return undefined;
  return refuse('not_acceptable', `Accept leaves out ${offered.join(', ')}, all that there is.`, 'Accept');
}

/**
 * The values of the parameters, as JSON reads their text: `42` is a number where a number is asked for, `0x2A`, ` 42`
 * and `Infinity` never are.
 */
export function readParameters(
  parameters: readonly Parameter[],
  judges: Judges,
  text: (parameter: Parameter) => string | undefined,
  show: Show,
): Record<Parameter['in'], Record<string, JsonValue>> | { refusal: Refusal } {
  const values: Record<Parameter['in'], Record<string, JsonValue>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of parameters) {
    const given = text(parameter);
    if (given === undefined) {
      if (parameter.default !== undefined) values[parameter.in][parameter.name] = parameter.default as JsonValue;
      if (!parameter.required) continue;
      return { refusal: refuse('missing_required_field', `${parameter.name} is missing.`, parameter.name) };
    }
    const judge = judges[parameter.schema]?.contract;
    const value = readings(given).find((reading) => judge === undefined || judge(reading).length === 0);
    if (value === undefined) {
      const refusal = toReasons(judge?.(readings(given).at(-1)) ?? [], parameter.name, given, show);
      return { refusal: refusal ?? refuse('invalid_value', `${parameter.name} is not valid.`, parameter.name) };
    }
    values[parameter.in][parameter.name] = value;
  }
  return values;
}

/** What a parameter's text can mean; a text first. */
function readings(text: string): JsonValue[] {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return [text, Number(text)];
  return text === 'true' || text === 'false' ? [text, text === 'true'] : [text];
}

/** The body as JSON, and the fields of it that the document does not know; those are taken out. */
export type ReadBody = { value: JsonValue | undefined; ignoredFields: string[] } | { refusal: Refusal };

export function readBody(
  operation: Operation,
  headers: PlainRequest['headers'],
  body: Body,
  maxBodyBytes: number,
  judges: Judges,
  show: Show,
): ReadBody {
  const nothing = { value: undefined, ignoredFields: [] };
  const { requestBody } = operation;
  if (requestBody === undefined) return nothing;
  if (body.length === 0) {
    if (!requestBody.required) return nothing;
    return { refusal: refuse('missing_body', 'The request body is missing.', 'body') };
  }
  const contentType = headers['content-type'];
  const content = requestBody.content.find(({ mediaType }) => isMediaType(mediaType, contentType));
  if (content === undefined) {
    const types = requestBody.content.map(({ mediaType }) => mediaType).join(' or ');
    const words = contentType === undefined ? 'is missing' : `is ${show(contentType)}`;
    return {
      refusal: refuse(
        'unsupported_media_type',
        `Content-Type must be ${types}, in UTF-8; it ${words}.`,
        'Content-Type',
      ),
    };
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const message = `Content-Encoding must be left out; it is ${show(encoding)}.`;
    return { refusal: refuse('unsupported_media_type', message, 'Content-Encoding') };
  }
  if (body.tooLarge) {
    return { refusal: refuse('body_too_large', `The body has more than ${maxBodyBytes} bytes.`, 'body') };
  }
  const value = parseJson(body.text);
  if (value === undefined) {
    const message = `The body is not ${body.text === undefined ? 'UTF-8' : 'JSON'}.`;
    return { refusal: refuse('invalid_json', message, 'body') };
  }
  const judge = judges[content.schema];
  // The closed judge finds all that the contract's does, and more.
  const doubts = (judge?.strict ?? judge?.contract)?.(value) ?? [];
  if (doubts.length === 0) return { value, ignoredFields: [] };
  const refusal = toReasons(judge?.contract(value) ?? [], 'body', value, show);
  return refusal ? { refusal } : { value, ignoredFields: takeOutUnknown(value, doubts) };
}

function parseJson(text: string | undefined): JsonValue | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}

/** Deletes the fields that the document does not know; clients and servers of the API grow apart [versioning]. */
function takeOutUnknown(value: JsonValue, doubts: readonly Violation[]): string[] {
  const unknown = doubts.filter(({ keyword }) => keyword === 'additionalProperties');
  return unknown.map(({ instancePath, params }) => {
    const segments = instancePath.split('/').slice(1).map(unescapeSegment);
    const owner = segments.reduce<unknown>((at, segment) => (at as Record<string, unknown>)[segment], value);
    const field = String(params['additionalProperty']);
    Reflect.deleteProperty(owner as object, field);
    return [...segments, field].join('.');
  });
}

import type { DriftFinding } from './drift-types.ts';
import { ResponseError, UnexpectedResponseError } from './errors.ts';
import { readRateLimit, readRetryAfter } from './rate-limit.ts';

type Reason = Record<'type' | 'code' | 'message' | 'param' | 'requestId', string | undefined>;

interface ErrorAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** What openapi-fetch made of the body: what its JSON says, else its text, `undefined` where it is empty. */
  readonly body: unknown;
}

/**
 * Reads an answer outside 200–299, whatever its body: the envelope of [errors], `{statusCode, message, error}` with a
 * message or a list of them (assumed, of the framework that [old-ref] points to), a gateway's HTML, nothing.
 * @param request - method and path
 */
export function toResponseError(request: string, answer: ErrorAnswer, attempts: number, now: number): ResponseError {
  const { status, headers, body = '' } = answer;
  const { message, requestId, ...reason } = readReason(body);
  const words = [`${request} answered ${status}`, message && `: ${short(message)}`, requestId && ` (${requestId})`];
  return new ResponseError(words.filter(Boolean).join(''), {
    status,
    body,
    requestId,
    ...reason,
    retryAfterSeconds: readRetryAfter(headers, now),
    rateLimit: readRateLimit(headers),
    attempts,
  });
}

/**
 * The object that the body of a 2xx answer is.
 * @param request - method and path
 * @throws {UnexpectedResponseError} It is none: empty, not JSON, or another kind of value.
 */
export function readRecord(request: string, status: number, text: string): object {
  let value: unknown;
  let options: ErrorOptions | undefined;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    options = { cause };
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const begin = short(text);
  const what = begin && `: ${begin}`;
  const details = { status, text: begin, findings: [] };
  throw new UnexpectedResponseError(`${request} answered ${status} without a record${what}`, details, options);
}

/** @throws {UnexpectedResponseError} A finding is breaking. */
export function throwBreaking(request: string, status: number, text: string, findings: readonly DriftFinding[]): void {
  const breaking = findings.filter(({ kind }) => kind === 'breaking');
  const [first] = breaking;
  if (!first) return;
  throw new UnexpectedResponseError(
    `${request} answered ${status} with a record that breaks the contract: ${first.pointer} ${first.expected}`,
    { status, text: short(text), findings: breaking },
  );
}

/** On one line, and of the length of an error's message. */
function short(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function readReason(body: unknown): Reason {
  const outer = asObject(body);
  const { type, code, message, param, request_id } = { ...outer, ...asObject(outer['error']) };
  return {
    type: asText(type),
    code: asText(code),
    message: typeof body === 'string' ? body : asText(Array.isArray(message) ? message.join('; ') : message),
    param: asText(param),
    requestId: asText(request_id),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

import type { DriftFinding } from './drift-types.ts';
import { ResponseError, UnexpectedResponseError } from './errors.ts';
import { readRateLimit, readRetryAfter } from './rate-limit.ts';
import type { Answer } from './transport.ts';

/**
 * Reads an answer outside 200–299, whatever its body: the envelope of [errors], `{statusCode, message, error}` with a
 * message or a list of them (assumed, of the framework that [old-ref] points to), a gateway's HTML, nothing.
 * @param now - local time, milliseconds since the Unix epoch
 */
export function toResponseError({ name, response, text, attempts }: Answer, now: number): ResponseError {
  const { headers, status } = response;
  const { value: body } = parse(text);
  const outer = Object(body) as Record<string, unknown>;
  const envelope = Object(outer['error']) as typeof outer;
  const { type, code, message, param, request_id } = { ...outer, ...envelope };
  const why = short(
    typeof body === 'string' ? body : (asText(Array.isArray(message) ? message.join('; ') : message) ?? ''),
  );
  const requestId = asText(request_id);
  return new ResponseError(`${name} answered ${status}${why && `: ${why}`}${requestId ? ` (${requestId})` : ''}`, {
    status,
    body,
    requestId,
    code: asText(code),
    type: asText(type),
    param: asText(param),
    retryAfterSeconds: readRetryAfter(headers, now),
    rateLimit: readRateLimit(headers),
    attempts,
  });
}

/**
 * The object that the body of a 2xx answer is.
 * @throws {UnexpectedResponseError} It is none: empty, not JSON, or another kind of value.
 */
export function readRecord(answer: Answer): object {
  const { value, cause } = parse(answer.text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw unexpected(answer, 'without a record', [], cause);
}

/** @throws {UnexpectedResponseError} A finding is breaking. */
export function throwBreaking(answer: Answer, findings: readonly DriftFinding[]): void {
  const breaking = findings.filter(({ kind }) => kind === 'breaking');
  const [first] = breaking;
  if (first) throw unexpected(answer, `against the contract (${first.pointer} ${first.expected})`, breaking);
}

function unexpected({ name, response, text }: Answer, how: string, findings: readonly DriftFinding[], cause?: unknown) {
  const { status } = response;
  const begin = short(text);
  return new UnexpectedResponseError(
    `${name} answered ${status} ${how}: ${begin}`,
    { status, text: begin, findings },
    cause === undefined ? undefined : { cause },
  );
}

/** What a text's JSON says, else the text. */
function parse(text: string): { value: unknown; cause?: unknown } {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { value: text, cause };
  }
}

/** On one line, and of the length of an error's message. */
function short(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

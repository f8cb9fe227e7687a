import type { DriftFinding } from './drift.ts';
import { isObject, ResponseError, UnexpectedResponseError } from './errors.ts';
import type { TemporaryEvseStatus } from './records.ts';
import { readRateLimit, readRetryAfter } from './transport/rate-limit-headers.ts';
import { nameOf } from './transport/transport.ts';
import type { IncomingResponse } from './transport/transport.ts';

/**
 * Reads a response outside 200–299, whatever its body: the envelope of [errors], `{statusCode, message, error}` with a
 * message or a list of them (assumed, of the framework that [old-ref] points to), a gateway's HTML, nothing.
 * @param now - local time, milliseconds since the Unix epoch
 */
export function toResponseError({ request, response, text, attempts }: IncomingResponse, now: number): ResponseError {
  const { headers, status } = response;
  const { value: body } = parse(text);
  const outer = membersOf(body);
  const envelope = membersOf(outer['error']);
  const member = (name: string) => textOf(envelope[name] ?? outer[name]);
  const reason = short(typeof body === 'string' ? body : (member('message') ?? ''));
  const requestId = member('request_id');
  const id = requestId ? ` (${requestId})` : '';
  return new ResponseError(`${nameOf(request)} failed with ${status}${reason && `: ${reason}`}${id}`, {
    status,
    body,
    requestId,
    code: member('code'),
    type: member('type'),
    param: member('param'),
    retryAfterSeconds: readRetryAfter(headers, now),
    rateLimit: readRateLimit(headers),
    attempts,
  });
}

/**
 * The value of a 2xx body's JSON.
 * @param isUsable - whether it is the kind of value that the operation returns
 * @throws {UnexpectedResponseError} It is empty, too long, not JSON, or another kind of value.
 */
export function readData<T>(incoming: IncomingResponse, isUsable: (value: unknown) => value is T): T {
  if (incoming.isTooLong) throw unexpected(incoming, 'a body that is too long');
  const parsed = parse(incoming.text);
  if (isUsable(parsed.value)) return parsed.value;
  throw unexpected(incoming, 'a body that cannot be used', [], parsed);
}

export const isRecord = isObject<TemporaryEvseStatus>;

export function isRecordList(value: unknown): value is readonly TemporaryEvseStatus[] {
  return Array.isArray(value) && value.every(isRecord);
}

/** @throws {UnexpectedResponseError} There is a finding. */
export function throwFindings(incoming: IncomingResponse, findings: readonly DriftFinding[] = []): void {
  const [first] = findings;
  if (first) throw unexpected(incoming, `a body against the contract (${first.pointer} ${first.expected})`, findings);
}

/** The error for a response that cannot be handed on. @param what - what it came with */
export function unexpected(
  { request, response, text }: IncomingResponse,
  what: string,
  findings: readonly DriftFinding[] = [],
  cause?: ErrorOptions,
) {
  const { status } = response;
  const start = short(text);
  const message = `${nameOf(request)} responded ${status} with ${what}: ${start}`;
  return new UnexpectedResponseError(message, { status, text: start, findings }, cause);
}

/** The value of a text's JSON, else the text. */
function parse(text: string): { readonly value: unknown; readonly cause?: unknown } {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { value: text, cause };
  }
}

/** None where there are none: taking a long text apart, as `Object` and spreading do, costs seconds. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject<Record<string, unknown>>(value) ? value : {};
}

/** A text, or a list of them. Anything else is not looked at: it may be nested without end. */
function textOf(value: unknown): string | undefined {
  const texts = [value].flat().filter((text) => typeof text === 'string');
  return texts.join('; ') || undefined;
}

/** On one line, and short enough for an error's message. */
function short(text: string): string {
  return text.slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 200);
}

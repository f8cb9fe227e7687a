import type { Operation } from '../../../generated/operations.ts';
import { isObject } from '../json.ts';
import { assertKnownNames, MockOptionError, show } from '../option-error.ts';
import { findExample } from '../response/examples.ts';

/** What happens to the next request, whatever it asks for. A number: the document's first example of that status. */
export type StubbedResponse =
  | number
  /** The connection is closed without a response; a `fetch` rejects as it does where the network is lost. */
  | 'drop-connection'
  /** The connection stays open without a response, until the client gives up. */
  | 'no-response'
  | {
      /** A documented status; with a `body`, any. */
      readonly status: number;
      /** The name of one of the document's examples of that status. Default: the first. */
      readonly example?: string;
      /** Added or replaced, for example `{ 'Retry-After': '5' }`; at most 50. A 429 without has `Retry-After: 0`. */
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as it is instead of an example, with any status: a gateway's HTML page, for example. `''`: no body. */
      readonly body?: string;
    };

const most = 1000;
const mostHeaders = 50;
const longestHeader = 4096;
const longestBody = 1_048_576;
const names = ['status', 'example', 'headers', 'body'];
const failures: readonly unknown[] = ['drop-connection', 'no-response'] satisfies StubbedResponse[];

/** Statuses that HTTP gives no body. */
const bodiless = [204, 205, 304];

/** Headers of the connection and of the message's framing belong to the adapters [RFC 9110, 7.6.1]. */
const reserved = /^(?:connection|content-length|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|date)$/i;

export function createStubbedResponses(operations: readonly Operation[]) {
  let waiting: readonly StubbedResponse[] = [];

  /** A copy of the known fields. @throws {MockOptionError} */
  function checked(given: unknown): StubbedResponse {
    if (failures.includes(given)) return given as StubbedResponse;
    const { status, example, headers = {}, body } = isObject(given) ? given : { status: given };
    if (isObject(given)) assertKnownNames('respondNext', given, names);
    if (!Number.isInteger(status) || (status as number) < 200 || (status as number) > 599) {
      const others = failures.map((one) => show(one)).join(', ');
      throw refusal(`respondNext takes a status from 200 to 599, ${others}; it was ${show(given)}.`);
    }
    if ((example !== undefined && typeof example !== 'string') || !isObject(headers)) {
      throw refusal('respondNext: example must be a string, and headers an object.');
    }
    const code = status as number;
    if (body === undefined) assertDocumented('respondNext', operations, code, example);
    else if (typeof body !== 'string' || body.length > longestBody || (body !== '' && bodiless.includes(code))) {
      const rule = `a string of at most ${longestBody} characters, and empty with ${bodiless.join(', ')}`;
      throw refusal(`respondNext: body must be ${rule}.`);
    }
    const wrong = Object.entries(headers).find(
      ([name, value], index) => index >= mostHeaders || !isHeader(name, value),
    );
    if (wrong) throw refusal(`respondNext: ${show(Object.fromEntries([wrong]))} is not a header that can be set.`);
    if (!isObject(given)) return code;
    return {
      status: code,
      ...(example !== undefined && { example }),
      ...(body !== undefined && { body }),
      ...(given['headers'] !== undefined && { headers: { ...(headers as Record<string, string>) } }),
    };
  }

  return {
    waiting: (): readonly StubbedResponse[] => waiting,
    clear(): void {
      waiting = [];
    },
    /** @throws {MockOptionError}; then nothing was added */
    add(responses: readonly StubbedResponse[]): void {
      if (!Array.isArray(responses)) throw refusal(`respondNext takes a list; it was ${show(responses)}.`);
      if (waiting.length + responses.length > most) throw refusal(`At most ${most} stubbed responses can wait.`);
      waiting = [...waiting, ...responses.map(checked)];
    },
    take(): Exclude<StubbedResponse, number> | undefined {
      const [next, ...rest] = waiting;
      if (next !== undefined) waiting = rest;
      return typeof next === 'number' ? { status: next } : next;
    },
  };
}

/** @throws {MockOptionError} where no operation has this status and example */
export function assertDocumented(
  option: string,
  operations: readonly Operation[],
  status: number,
  example?: string,
): void {
  const found = operations.map((operation) => findExample(operation, { status, example }));
  if (found.some((one) => 'status' in one)) return;
  const messages = found.flatMap((one) => ('status' in one ? [] : [one[0].message]));
  throw new MockOptionError(option, `${option}: ${[...new Set(messages)].join(' ')}`);
}

function refusal(message: string): MockOptionError {
  return new MockOptionError('respondNext', message);
}

function isHeader(name: string, value: unknown): boolean {
  return (
    /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name) &&
    !reserved.test(name) &&
    typeof value === 'string' &&
    value.length <= longestHeader &&
    /^[\t\x20-\x7e]*$/.test(value)
  );
}

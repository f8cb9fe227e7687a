import type { Operation } from '../../../generated/operations.ts';
import {
  checkValue,
  checkValues,
  isObject,
  isText,
  isWhole,
  largestJson,
  MockOptionError,
  show,
  sizeOf,
  type Table,
} from '../checks.ts';
import { findExample, type ExampleChoice } from '../response/examples.ts';

/**
 * What happens to the next request, whatever it asks for. A number: the document's first example of that status, for the next
 * request of an operation that has it.
 */
export type StubbedResponse =
  | number
  /** The connection is closed without a response; a `fetch` rejects as it does when the network is lost. */
  | 'drop-connection'
  /** The connection stays open without a response, until the client gives up. */
  | 'no-response'
  | {
      /** A documented status; with a `body`, any. */
      readonly status: number;
      /** The name of one of the document's examples of that status. Default: the first. */
      readonly example?: string;
      /** Added or replaced, for example `{ 'Retry-After': '5' }`; at most 50. A 429 without one has `Retry-After: 0`. */
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent as it is instead of an example, with any status: a gateway's HTML page, for example. `''`: no body. */
      readonly body?: string;
    };

const most = 1000;
const mostHeaders = 50;
const longestBody = 1_048_576;
const failures: readonly unknown[] = ['drop-connection', 'no-response'] satisfies StubbedResponse[];

/** Statuses that HTTP gives no body. */
const bodiless = [204, 205, 304];

/** Headers of the connection and of the message's framing belong to the adapters [RFC 9110, 7.6.1]. */
const reserved = /^(?:connection|content-length|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|date)$/i;

type StubbedObject = Exclude<StubbedResponse, string | number>;

const table: Table<StubbedObject> = {
  status: {
    rule: 'a status from 200 to 599, "drop-connection" or "no-response"',
    isValid: (value) => isWhole(value, 200, 599),
  },
  example: { rule: 'a string', isValid: (value) => typeof value === 'string' },
  headers: {
    rule: `an object of at most ${mostHeaders} headers that can be set`,
    isValid: (value) =>
      isObject(value) && Object.keys(value).length <= mostHeaders && Object.entries(value).every(isHeader),
  },
  body: { rule: `a string of at most ${longestBody} characters`, isValid: (value) => isText(value, /^/, longestBody) },
};

function isHeader([name, value]: readonly [string, unknown]): boolean {
  const isName = isText(name, /^[\w!#$%&'*+.^`|~-]+$/, 100) && !reserved.test(name);
  return isName && isText(value, /^[\t\x20-\x7e]*$/, 4096);
}

export function createStubbedResponses(operations: readonly Operation[]) {
  let waiting: StubbedResponse[] = [];

  /** A copy. @throws {MockOptionError} */
  function checked(given: unknown): StubbedResponse {
    if (failures.includes(given)) return given as StubbedResponse;
    const stub = isObject(given) ? given : { status: given };
    checkValue('respondNext', table.status, stub['status']);
    checkValues<StubbedObject>('respondNext', table, stub, 'respondNext.');
    const { status = 0, example, body } = stub;
    if (body === undefined) assertDocumented('respondNext', operations, { status, example });
    else if (body !== '' && bodiless.includes(status)) {
      throw new MockOptionError('respondNext', `respondNext.body must be empty with ${bodiless.join(', ')}.`);
    }
    return JSON.parse(JSON.stringify(given)) as StubbedResponse;
  }

  return {
    waiting: (): readonly StubbedResponse[] => waiting,
    clear: (): void => {
      waiting = [];
    },
    /** @throws {MockOptionError}; then nothing was added */
    add: (responses: readonly StubbedResponse[]): void => {
      const refuse = (message: string) => new MockOptionError('respondNext', message);
      if (!Array.isArray(responses)) throw refuse(`respondNext takes a list; it was ${show(responses)}.`);
      if (waiting.length + responses.length > most) throw refuse(`At most ${most} stubbed responses can wait.`);
      let size = sizeOf(waiting);
      const added = responses.map((response) => {
        const stub = checked(response);
        size += sizeOf(stub);
        if (size <= largestJson) return stub;
        throw refuse(`Stubbed responses can have at most ${largestJson} characters of JSON together.`);
      });
      waiting = [...waiting, ...added];
    },
    /** The first that the operation can have: a 404 is left for one that has a 404. */
    take(operation: Operation): Exclude<StubbedResponse, number> | undefined {
      const next = waiting.find((one) => canHave(operation, one));
      if (next === undefined) return undefined;
      waiting.splice(waiting.indexOf(next), 1);
      return typeof next === 'number' ? { status: next } : next;
    },
  };
}

function canHave(operation: Operation, stub: StubbedResponse): boolean {
  if (typeof stub === 'string' || (typeof stub === 'object' && stub.body !== undefined)) return true;
  return typeof findExample(operation, typeof stub === 'number' ? { status: stub } : stub) !== 'string';
}

/** @throws {MockOptionError} where no operation has this status and example */
export function assertDocumented(option: string, operations: readonly Operation[], choice: ExampleChoice): void {
  if (operations.some((one) => typeof findExample(one, choice) !== 'string')) return;
  const missing = findExample({ responses: operations.flatMap(({ responses }) => responses) }, choice);
  if (typeof missing === 'string') throw new MockOptionError(option, `${option}: ${missing}`);
}

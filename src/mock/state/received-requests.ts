import { createRedactor } from '../../shared/redact.ts';
import type { ReceivedRequest } from '../types.ts';

const longestBody = 4096;
const longestPath = 2048;
const longestField = 100;
const mostFields = 50;

/** `number` counts from 1; a control call is 0. */
export function idOf(number: number): string {
  return `req_mock_${String(number).padStart(6, '0')}`;
}

/** The last requests, free of keys. */
export function createReceivedRequests(most: number) {
  let kept: ReceivedRequest[] = [];
  let count = 0;
  return {
    /** The id of the request that is being handled. */
    nextId(): string {
      count += 1;
      return idOf(count);
    },
    /** Keeps a request, its own text bounded: a hundred long ones would fill the memory. @returns what is kept */
    add(request: ReceivedRequest, redact: (text: string) => string): ReceivedRequest {
      const { path, ignoredFields, body = '' } = request;
      // Not a spread: V8 keeps something of each spread that adds names, until a full collection.
      const one = Object.assign({}, request, {
        path: redact(path).slice(0, longestPath),
        ignoredFields: ignoredFields.slice(0, mostFields).map((field) => redact(field).slice(0, longestField)),
        body: body === '' || body.length > longestBody ? undefined : redact(body),
      });
      kept.push(one);
      if (kept.length > most) kept.shift();
      return one;
    },
    /** The oldest first. */
    all: (): readonly ReceivedRequest[] => kept,
    reset(): void {
      kept = [];
      count = 0;
    },
  };
}

/** Makes redactors of the words of `Authorization` and the key that the mock was given; most requests carry the same. */
export function createRedactors(): (authorization?: string, given?: string) => (text: string) => string {
  let last = '';
  let redact = createRedactor([]);
  return (authorization = '', given = '') => {
    const words = `${authorization} ${given}`;
    if (words !== last) redact = createRedactor(words.split(' '));
    last = words;
    return redact;
  };
}

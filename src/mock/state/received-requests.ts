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

/** A request's own text as it is kept: free of keys, and bounded, because a hundred long ones would fill the memory. */
export function keptText(target: string, fields: readonly string[], body: unknown, redact: (text: string) => string) {
  return {
    path: redact(target).slice(0, longestPath),
    ignoredFields: fields.slice(0, mostFields).map((field) => redact(field).slice(0, longestField)),
    body: typeof body === 'string' && body !== '' && body.length <= longestBody ? redact(body) : undefined,
  };
}

/** The last requests. */
export function createReceivedRequests(most: number) {
  let kept: ReceivedRequest[] = [];
  let count = 0;
  return {
    /** The id of the request that is being handled. */
    nextId(): string {
      count += 1;
      return idOf(count);
    },
    add(request: ReceivedRequest): void {
      kept.push(request);
      if (kept.length > most) kept.shift();
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

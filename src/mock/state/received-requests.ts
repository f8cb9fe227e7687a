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

export function createReceivedRequests(most: number) {
  let kept: ReceivedRequest[] = [];
  let count = 0;
  return {
    nextId(): string {
      count += 1;
      return idOf(count);
    },
    /** Takes keys out of the request's own text and bounds it: a hundred long ones would fill the memory. */
    add(request: ReceivedRequest, redact: (text: string) => string): ReceivedRequest {
      const { path, ignoredFields, body = '' } = request;
      const received = Object.assign(request, {
        path: redact(path).slice(0, longestPath),
        ignoredFields: ignoredFields.slice(0, mostFields).map((field) => redact(field).slice(0, longestField)),
        body: body === '' || body.length > longestBody ? undefined : redact(body),
      });
      kept.push(received);
      if (kept.length > most) kept.shift();
      return received;
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

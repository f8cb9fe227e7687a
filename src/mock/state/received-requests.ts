import { createRedactor } from '../../shared/redact.ts';
import type { Body } from '../call.ts';
import type { ReceivedRequest } from '../types.ts';

const longestBody = 4096;
const longestPath = 2048;
const longestField = 100;
const mostFields = 50;

/** A request as it is kept: no text is made for those that nobody looks at. */
export type Kept = Omit<ReceivedRequest, 'id' | 'at' | 'body' | 'requestId'> & {
  readonly number: number;
  readonly now: number;
  readonly body: string | undefined;
  readonly requestId: string | undefined;
};

export function toReceived({ number, now, requestId, body, ...rest }: Kept): ReceivedRequest {
  return {
    id: idOf(number),
    ...(requestId !== undefined && { requestId }),
    at: new Date(now).toISOString(),
    ...rest,
    ...(body !== undefined && { body }),
  };
}

export function idOf(number: number): string {
  return `req_mock_${String(number).padStart(6, '0')}`;
}

/** The last requests, in a ring. */
export function createReceivedRequests(most: number) {
  let ring: Kept[] = [];
  let count = 0;
  return {
    /** The number of the request that is being handled; the first is 1. */
    next(): number {
      count += 1;
      return count;
    },
    add(request: Kept): void {
      const place = (request.number - 1) % most;
      const old = ring[place];
      // Written over, not replaced: what outlives a collection makes the heap grow.
      if (old) Object.assign(old, request);
      else if (most > 0) ring[place] = { ...request };
    },
    /** The oldest first. */
    all(): ReceivedRequest[] {
      return [...ring].sort((one, other) => one.number - other.number).map(toReceived);
    },
    reset(): void {
      ring = [];
      count = 0;
    },
  };
}

/** What is kept of a request's own text: free of keys, and bounded, because a hundred long ones would fill the memory. */
export function boundedText(
  { length, text }: Body,
  target: string,
  ignoredFields: readonly string[],
  redact: (text: string) => string,
) {
  return {
    path: redact(target).slice(0, longestPath),
    ignoredFields: ignoredFields.slice(0, mostFields).map((field) => redact(field).slice(0, longestField)),
    body: text === undefined || length === 0 || length > longestBody ? undefined : redact(text),
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

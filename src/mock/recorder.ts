import type { Body } from './body.ts';
import { toDateTime } from './utc.ts';
import type { ReceivedRequest } from './types.ts';

const longestBody = 4096;

/** Shorter ones would turn half a path into `[redacted]`, and are no secrets. */
const shortestSecret = 8;

/** Replaces API keys wherever they stand in a text: the one that the request carries, and the one that is given. */
export function createRedact(authorization: string | undefined, given: string | undefined): (text: string) => string {
  const words = authorization?.split(' ').filter((word) => word !== '') ?? [];
  const secrets = words.length > 1 ? words.slice(1) : words;
  if (given !== undefined) secrets.push(given);
  return (text) => secrets.reduce(withoutSecret, text);
}

function withoutSecret(text: string, secret: string): string {
  if (secret.length < shortestSecret) return text;
  const forms = /^[\w.~-]+$/.test(secret)
    ? [secret]
    : [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return forms.reduce((rest, form) => (rest.includes(form) ? rest.replaceAll(form, '[redacted]') : rest), text);
}

/** A request as it is kept: no text is made for those that nobody looks at. */
export type Kept = Omit<ReceivedRequest, 'id' | 'at' | 'body'> & {
  readonly number: number;
  readonly now: number;
  readonly body: string | undefined;
};

export function toReceived({ number, now, body, ...rest }: Kept): ReceivedRequest {
  return { id: requestId(number), at: toDateTime(now), ...rest, ...(body !== undefined && { body }) };
}

export function requestId(number: number): string {
  return `req_mock_${String(number).padStart(6, '0')}`;
}

/** Keeps the last requests, in a ring. */
export function createRecorder(most: number) {
  let ring: Kept[] = [];
  let count = 0;
  return {
    /** The number of the request that comes now; the first is 1. */
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

/** A body as a record keeps it; long ones are left out, because a hundred of them would fill the memory. */
export function bodyToKeep({ length, text }: Body, redact: (text: string) => string): string | undefined {
  return text === undefined || length === 0 || length > longestBody ? undefined : redact(text);
}

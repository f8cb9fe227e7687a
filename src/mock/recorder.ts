import type { ReceivedRequest } from './types.ts';

const longestBody = 4096;

/** Shorter ones would turn half a path into `[redacted]`, and are no secrets. */
const shortestSecret = 8;

/** Replaces API keys wherever they stand in a text: the one that the request carries, and the one that is given. */
export function createRedact(authorization: string | undefined, given: string | undefined): (text: string) => string {
  const words = (authorization ?? '').split(/\s+/).filter((word) => word !== '');
  const secrets = [...(words.length > 1 ? words.slice(1) : words), given ?? '']
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}

/** Keeps the last requests. */
export function createRecorder(most: number) {
  let requests: ReceivedRequest[] = [];
  let count = 0;
  return {
    nextId(): string {
      count += 1;
      return `req_mock_${String(count).padStart(6, '0')}`;
    },
    add(request: ReceivedRequest): void {
      requests.push(request);
      if (requests.length > most) requests.shift();
    },
    all: (): readonly ReceivedRequest[] => requests,
    reset(): void {
      requests = [];
      count = 0;
    },
  };
}

/** A body as a record keeps it; long ones are left out, because a hundred of them would fill the memory. */
export function bodyText(body: Uint8Array | 'too large', redact: (text: string) => string): string | undefined {
  if (body === 'too large' || body.length === 0 || body.length > longestBody) return undefined;
  try {
    return redact(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

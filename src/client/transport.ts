import { sleep, within } from './deadline.ts';
import { ConnectionError, invalid, InvalidArgumentError, isInvalidArgumentError } from './errors.ts';
import type { ApiKey, RequestOptions } from './options.ts';
import { retryWaitMs } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { checkKey, readLimits } from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * What openapi-fetch makes for `update` in place of a `Request`: what goes to `fetch` as it is. A `Request` takes a third of
 * a call's CPU, and `fetch` would only take it apart again.
 */
export class RequestRecord {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;

  constructor(url: string, { method, headers, body, signal }: Omit<RequestRecord, 'url'>) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.signal = signal;
  }
}

/** What answers a `RequestRecord`: the members that openapi-fetch and `update` ask a `Response` for. */
export class ReadResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly #text: string;

  constructor({ ok, status, headers }: Response, text: string) {
    this.ok = ok;
    this.status = status;
    this.headers = headers;
    this.#text = text;
  }

  text(): string {
    return this.#text;
  }
}

/** A `Request` or `RequestRecord`, on which openapi-fetch has put the options that it does not know itself. */
type Outgoing = (Request | RequestRecord) & RequestOptions;
type Incoming = Response | ReadResponse;

export interface Transport {
  /** Sends a request as often as its limits allow, and resolves to the last answer; rejects where there is none. */
  readonly send: (request: Outgoing) => Promise<Incoming>;
  /** How often the request of an answer was sent. */
  readonly attemptsOf: (answer: Incoming) => number;
}

export function createTransport(settings: Settings, runtime: Runtime): Transport {
  /** By answer, for those that took more than one attempt. */
  const attemptsOf = new WeakMap<Incoming, number>();

  return {
    async send(request) {
      const limits = readLimits(request, settings);
      const bounds = { ms: limits.timeoutMs, signal: readSignal(request), runtime };
      for (let attempts = 1; ; attempts++) {
        let answer: Incoming | undefined;
        let failure: unknown;
        try {
          answer = await within(bounds, (signal) => sendOnce(request, settings, signal));
        } catch (error) {
          bounds.signal?.throwIfAborted();
          if (isInvalidArgumentError(error)) throw error;
          failure = error;
        }
        const ms = retryWaitMs(attempts, answer, limits, runtime);
        if (ms !== undefined) await sleep({ ...bounds, ms });
        else if (answer) {
          if (attempts > 1) attemptsOf.set(answer, attempts);
          return answer;
        } else throw noAnswer(request, failure, attempts);
      }
    },
    attemptsOf: (answer) => attemptsOf.get(answer) ?? 1,
  };
}

/** One attempt, from asking for the key to the end of the body. */
async function sendOnce(request: Outgoing, settings: Settings, signal: AbortSignal): Promise<Incoming> {
  const isRecord = request instanceof RequestRecord;
  // Middleware sees openapi-fetch's own Request, which never carries the key.
  const headers = isRecord ? request.headers : new Headers(request.headers);
  // A call of `raw` may name another base URL, and middleware another address: the key is not for them.
  const key = request.url.startsWith(`${settings.baseUrl}/`) ? await readKey(settings.apiKey) : undefined;
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  // Asking for the key may have outlasted the call.
  signal.throwIfAborted();

  const fetch = settings.fetch ?? globalThis.fetch;
  // Redirects are not followed: docs/decisions/redirects-are-not-followed.md.
  const init = { headers, signal, redirect: 'manual' } as const;
  if (isRecord) {
    const { url, method, body } = request;
    const response = await fetch(url, { ...init, method, body });
    return new ReadResponse(response, redact(await response.text(), key));
  }
  const response = await fetch(request.clone(), init);
  // Read here, where the time limit holds and a retry helps; the original is read by whom it is for.
  await response.clone().arrayBuffer();
  return response;
}

async function readKey(apiKey: ApiKey | undefined): Promise<string | undefined> {
  if (typeof apiKey !== 'function') return apiKey;
  let key: unknown;
  try {
    key = await apiKey();
  } catch (cause) {
    throw new InvalidArgumentError('apiKey', 'apiKey, the function, failed', { cause });
  }
  checkKey(key);
  return key;
}

/** A server may send back what it was sent. A key of fewer characters is a placeholder, and would tear words apart. */
function redact(text: string, key: string | undefined): string {
  return key !== undefined && key.length >= 8 ? text.replaceAll(key, '[redacted]') : text;
}

function readSignal({ signal }: Outgoing): AbortSignal | undefined {
  // What is not one would fail in the middle of the call.
  if (signal && typeof (signal as Partial<AbortSignal>).throwIfAborted !== 'function') {
    throw invalid('signal', 'an AbortSignal', signal);
  }
  return signal ?? undefined;
}

function noAnswer({ method, url }: Outgoing, cause: unknown, attempts: number): ConnectionError {
  const { pathname } = new URL(url);
  return new ConnectionError(
    `${method} ${pathname} got no answer: ${reasonOf(cause)}`,
    { timedOut: cause instanceof DOMException && cause.name === 'TimeoutError', attempts },
    { cause },
  );
}

/** Node's `fetch` only says "fetch failed", and why in its cause, which may have a code and no message. */
function reasonOf(error: unknown): string {
  const { message, cause } = Object(error) as { message?: string; cause?: { message?: string; code?: string } };
  return [cause?.message, cause?.code, message, String(error)].find((text) => text !== undefined && text !== '') ?? '';
}

import { ConnectionError } from '../errors.ts';
import type { CheckedRequestOptions, Settings } from '../settings.ts';
import { createKeyRing } from './api-key.ts';
import { readBody } from './read-body.ts';
import type { ReadBody } from './read-body.ts';
import { isRepeatable, retryWaitMs } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { reasonOf, safeCause } from './safe-cause.ts';
import { withTimeout } from './timing.ts';

/** Paces requests: the transport asks it before each attempt, and tells it the response. */
export interface RateLimiter {
  /** Resolves when one more request may be sent. What it rejects with ends the call. */
  acquire(signal: AbortSignal | undefined): Promise<void>;
  /** `undefined`: there was no response. */
  release(response: { readonly status: number; readonly headers: Headers } | undefined): void;
}

/** The option of a call that holds its rate limiter; the entry `/bulk` sets it. A symbol, the same in every entry's file. */
export const RATE_LIMITER: unique symbol = Symbol.for('temporary-evse-statuses.rateLimiter') as never;

/** One request as openapi-fetch made it, and the options of its call. */
export interface OutgoingRequest extends CheckedRequestOptions {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** What else goes to `fetch`. */
  readonly init?: RequestInit;
  readonly [RATE_LIMITER]?: RateLimiter | undefined;
}

/** A response that was read to its end. */
export interface IncomingResponse extends ReadBody {
  readonly request: OutgoingRequest;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Its body is used up; `text` is the body without the key, cut off where it is too long. */
  readonly response: Response;
  readonly redact: (text: string) => string;
}

/** Sends a request as often as its limits allow and resolves to the last response, whatever its status. */
export type Transport = (request: OutgoingRequest) => Promise<IncomingResponse>;

/**
 * The one place that calls `fetch`: adds the key, bounds time and size, repeats what may be repeated. openapi-fetch is given
 * it as its `fetch`, so all of this applies to `client.raw` as well.
 */
export function createTransport(settings: Settings, runtime: Runtime): Transport {
  const ring = createKeyRing(settings.apiKey);

  return async (request) => {
    const { url, method, headers, body = null, init, signal, retry, [RATE_LIMITER]: limiter } = request;
    const { timeoutMs = settings.timeoutMs } = request;
    const limits = retry ? { ...settings, ...retry } : settings;
    // `raw` can be made to send elsewhere, by an option or by middleware: the key is for the client's own base URL.
    // A call's own Authorization is kept: the key of another account must not be replaced silently.
    const getsKey =
      settings.apiKey !== undefined && url.startsWith(`${settings.baseUrl}/`) && !headers.has('Authorization');
    let attempts = 0;
    let { redact } = ring;

    /** One attempt, from asking for the key to the end of the body. */
    async function send(ended: AbortSignal): Promise<IncomingResponse> {
      if (getsKey) {
        const own = await ring.read();
        // Asking for the key may have outlasted the call.
        ended.throwIfAborted();
        redact = own.redact;
        headers.set('Authorization', `Bearer ${own.key}`);
      }
      attempts++;
      const { fetch = globalThis.fetch } = settings;
      // Redirects are not followed; 'error' is cheaper in Node, and a retry shows the status:
      // docs/decisions/redirects-are-not-followed.md.
      const isCheap = attempts === 1 && limits.maxRetries >= 1 && isRepeatable(method) && runtime.inNode();
      const redirect = isCheap ? 'error' : 'manual';
      const response = await fetch(url, { ...init, method, headers, body, signal: ended, redirect });
      const { text, isTooLong } = await readBody(response);
      // Where reading stopped, the text may end within a key, which is not recognised.
      const clean = redact(text).slice(0, isTooLong ? -longestEcho : undefined);
      return { request, attempts, response, text: clean, isTooLong, redact };
    }

    for (;;) {
      await limiter?.acquire(signal);
      const before = attempts;
      let failure: unknown;
      let incoming: IncomingResponse | undefined;
      try {
        incoming = await withTimeout({ ms: timeoutMs, signal, runtime }, send);
      } catch (error) {
        failure = error;
      }
      const response = incoming?.response;
      limiter?.release(response);
      signal?.throwIfAborted();
      const isSent = attempts > before;
      const waitMs = isSent ? retryWaitMs({ method, attempts, response }, limits, runtime) : undefined;
      if (waitMs !== undefined) {
        await withTimeout({ ms: waitMs, signal, runtime }, never).catch(() => undefined);
      } else if (incoming) return incoming;
      else {
        const cause = safeCause(failure, redact);
        const reason = !isSent && getsKey ? 'api-key' : cause.name === 'TimeoutError' ? 'timeout' : 'connection';
        const what = isSent ? 'got no response' : `was not sent${attempts > 0 ? ' again' : ''}`;
        const isInDoubt = attempts > 0 && !isRepeatable(method);
        const advice = isInDoubt ? '. It may have been carried out: list before you send it again' : '';
        const message = `${nameOf(request)} ${what}: ${reasonOf(cause)}${advice}`;
        throw new ConnectionError(message, { reason, attempts }, { cause });
      }
    }
  };
}

/** No key is longer, in whatever spelling. */
const longestEcho = 8192;

const never = () => new Promise<never>(() => undefined);

/** The headers of a response without the key; a header that has it in its name is left out. */
export function redactedHeaders({ response, redact }: IncomingResponse): Headers {
  const headers = new Headers();
  for (const [name, value] of response.headers) if (redact(name) === name) headers.append(name, redact(value));
  return headers;
}

/** Method and path of a request, for messages. */
export function nameOf({ method, url }: OutgoingRequest): string {
  return `${method} ${new URL(url).pathname}`;
}

import { sleep, within } from './deadline.ts';
import { ConnectionError, invalid, InvalidArgumentError, isInvalidArgumentError } from './errors.ts';
import type { ApiKey } from './options.ts';
import type { PacedRequestOptions } from './pacer.ts';
import { retryWaitMs } from './retry.ts';
import type { Runtime } from './runtime.ts';
import { checkKey, readLimits } from './settings.ts';
import type { Settings } from './settings.ts';

/** One request, and what its call says for itself. */
export interface Outgoing extends PacedRequestOptions {
  /** Method and path, for errors. */
  readonly name: string;
  readonly url: string;
  /** All but the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** What else goes to `fetch`, as it is; nothing in it is used up by sending. */
  readonly init: Omit<RequestInit, 'headers' | 'redirect' | 'signal'>;
}

/** An answer that was read to its end. */
export interface Answer {
  /** Method and path of the request, for errors. */
  readonly name: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** Its body is used up. */
  readonly response: Response;
  /** The body. */
  readonly text: string;
}

/** Sends a request as often as its limits allow and resolves to the last answer, whatever its status. */
export type Transport = (request: Outgoing) => Promise<Answer>;

export function createTransport(settings: Settings, runtime: Runtime): Transport {
  return async (request) => {
    const { name, signal, pacer } = request;
    const limits = readLimits(request, settings);
    checkSignal(signal);
    const bounds = { ms: limits.timeoutMs, signal, runtime };
    for (let attempts = 1; ; attempts++) {
      let answer: Answer | undefined;
      let failure: unknown;
      if (pacer) await pacer.admit(signal);
      try {
        // None is followed; why not always 'manual': docs/decisions/redirects-are-not-followed.md.
        const redirect = attempts === 1 && limits.maxRetries > 0 && runtime.inNode() ? 'error' : 'manual';
        answer = await within(bounds, (ended) => sendOnce(request, attempts, redirect, settings, ended));
      } catch (error) {
        signal?.throwIfAborted();
        if (isInvalidArgumentError(error)) throw error;
        failure = error;
      } finally {
        pacer?.settle(answer?.response);
      }
      const ms = retryWaitMs(attempts, answer?.response, limits, runtime);
      if (ms !== undefined) await sleep({ ...bounds, ms });
      else if (answer) return answer;
      else throw noAnswer(name, attempts, failure);
    }
  };
}

/** One attempt, from asking for the key to the end of the body. */
async function sendOnce(
  { name, url, headers, init }: Outgoing,
  attempts: number,
  redirect: 'error' | 'manual',
  { apiKey, baseUrl, fetch = globalThis.fetch }: Settings,
  ended: AbortSignal,
): Promise<Answer> {
  // `raw` can be made to send elsewhere, by an option or by middleware: the key is for the client's own base URL.
  const key = url.startsWith(`${baseUrl}/`) ? await readKey(apiKey) : undefined;
  // Object.assign, not a spread, here and below: a spread that adds names costs a kilobyte of garbage for each call.
  const sent = key === undefined ? headers : Object.assign({ Authorization: `Bearer ${key}` }, headers);
  // Asking for the key may have outlasted the call.
  ended.throwIfAborted();
  const response = await fetch(url, Object.assign({ headers: sent, signal: ended, redirect }, init));
  const text = await response.text();
  // A server may send back what it was sent. A shorter key is a placeholder, and would tear words apart.
  const hidden = key !== undefined && key.length >= 8 ? text.replaceAll(key, '[redacted]') : text;
  return { name, attempts, response, text: hidden };
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

/** What is not a signal would fail in the middle of the call. */
function checkSignal(signal: unknown): asserts signal is AbortSignal | undefined {
  if (signal !== undefined && typeof (Object(signal) as Partial<AbortSignal>).throwIfAborted !== 'function') {
    throw invalid('signal', 'an AbortSignal', signal);
  }
}

function noAnswer(name: string, attempts: number, cause: unknown): ConnectionError {
  const { name: kind, message, cause: inner } = Object(cause) as Partial<Record<keyof Error, unknown>>;
  const { message: innerMessage, code } = Object(inner) as { message?: unknown; code?: unknown };
  // Node's fetch only says "fetch failed", and why in its cause, which may have a code and no message. Anything can be
  // thrown, also what is not to be had as text.
  const texts = [innerMessage, code, message, cause, kind, Object.prototype.toString.call(cause)];
  const why = texts.find((text): text is string => typeof text === 'string' && text !== '');
  return new ConnectionError(
    `${name} got no answer: ${String(why)}`,
    { timedOut: kind === 'TimeoutError', attempts },
    { cause },
  );
}

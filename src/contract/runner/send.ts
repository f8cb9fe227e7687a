import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ServiceResponse } from '../exchange.ts';
import type { Settings } from '../options.ts';

/** A request as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** A whole response, or why there is none, in words that name no time and no port, so that reports can be compared. */
export interface Sent {
  readonly response?: ServiceResponse;
  readonly failure?: string;
  readonly timedOut?: boolean;
}

export type Send = (outgoing: Outgoing, signal: AbortSignal) => Promise<Sent>;

/** More than any response of this API can be. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Sends one request, once, and reads the whole response. It follows no redirect. It never rejects. */
export function createSend({ fetch, timeoutMs }: Pick<Settings, 'fetch' | 'timeoutMs'>): Send {
  return async (outgoing, signal) => {
    // One controller, not AbortSignal.any and AbortSignal.timeout: a run makes hundreds, and those are slow to collect.
    const controller = new AbortController();
    const abort = () => {
      controller.abort();
    };
    const timer = setTimeout(() => {
      controller.abort(new DOMException('', 'TimeoutError'));
    }, timeoutMs);
    signal.addEventListener('abort', abort);
    // A `fetch` may not look at its signal.
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => {
        reject(controller.signal.reason as Error);
      });
    });
    if (signal.aborted) abort();
    try {
      const sent =
        fetch === undefined ? sendHttp(outgoing, controller.signal) : sendFetch(fetch, outgoing, controller.signal);
      return { response: await Promise.race([sent, aborted]) };
    } catch (error) {
      const timedOut = [error, controller.signal.reason].some(
        (one) => (one as Error | undefined)?.name === 'TimeoutError',
      );
      return timedOut
        ? { failure: `no whole response within ${timeoutMs} ms`, timedOut }
        : { failure: reasonOf(error) };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  };
}

/**
 * Not `fetch`, which corrects what a check has to send as it is (a header's case, a malformed path) and hides what it has to
 * see (redirects, encodings). Each request has a connection of its own: none can meet one that the server is just closing.
 */
function sendHttp({ method, url, headers, body }: Outgoing, signal: AbortSignal): Promise<ServiceResponse> {
  return new Promise((resolve, reject) => {
    // `URL` would correct what is malformed; the path goes out as it is written.
    const [, origin = '', path = '/'] = /^([a-z]+:\/\/[^/]*)(.*)$/.exec(url) ?? [];
    const { protocol, hostname, port } = new URL(origin);
    const request = (protocol === 'https:' ? requestHttps : requestHttp)({
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      path,
      method,
      headers: { ...headers, 'Content-Length': String(body?.byteLength ?? 0) },
      agent: false,
      signal,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.on('error', reject);
      readBody(response as AsyncIterable<Uint8Array>)
        .then((bytes) => {
          resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: bytes });
        }, reject)
        .finally(() => request.destroy());
    });
    request.end(body);
  });
}

async function sendFetch(
  fetch: NonNullable<Settings['fetch']>,
  { method, url, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<ServiceResponse> {
  const response = await fetch(url, { method, headers, ...(body && { body }), redirect: 'manual', signal });
  const bytes = response.body === null ? new Uint8Array() : await readBody(response.body);
  return { status: response.status, headers: new Map(response.headers), body: bytes };
}

async function readBody(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw Object.assign(new Error(), { code: 'TOO_LONG' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf({ rawHeaders }: IncomingMessage): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const before = headers.get(name);
    headers.set(name, `${before === undefined ? '' : `${before}, `}${rawHeaders[index + 1] ?? ''}`);
  }
  return headers;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host could not be looked up',
  ECONNRESET: 'the connection was closed before the response was whole',
  EPIPE: 'the connection was closed before the request was whole',
  TOO_LONG: `a body of more than ${maxBodyBytes / 1024 / 1024} MB`,
};

function reasonOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = code ?? (cause as NodeJS.ErrnoException | undefined)?.code;
  if (typeof reason !== 'string') return 'the connection was lost';
  if (reason.startsWith('HPE_')) return `a response that is not HTTP (${reason})`;
  return reasons[reason] ?? `the connection failed (${reason})`;
}

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

export type Sent = { readonly response: ServiceResponse } | Failure;

/** Why there is no whole response, in words that name no time and no port, so that reports can be compared. */
export interface Failure {
  readonly failure: string;
  readonly timedOut?: boolean;
}

export type Send = (outgoing: Outgoing, signal: AbortSignal) => Promise<Sent>;

/** More than any response of this API can be. */
const maxBodyBytes = 10 * 1024 * 1024;
const tooLong: Failure = { failure: `a body of more than ${maxBodyBytes / 1024 / 1024} MB` };

/** Sends one request, once, and reads the whole response. It follows no redirect. It never rejects. */
export function createSend({ fetch, timeoutMs }: Pick<Settings, 'fetch' | 'timeoutMs'>): Send {
  return async (outgoing, signal) => {
    // One controller, not AbortSignal.any and AbortSignal.timeout: a run makes hundreds, and those are slow to collect.
    const controller = new AbortController();
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, timeoutMs);
    const abort = () => {
      controller.abort();
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      const sent =
        fetch === undefined ? sendHttp(outgoing, controller.signal) : sendFetch(fetch, outgoing, controller.signal);
      return await orAborted(sent, controller.signal);
    } catch (error) {
      timedOut ||= (error as Error | undefined)?.name === 'TimeoutError';
      if (timedOut) return { failure: `no whole response within ${timeoutMs} ms`, timedOut };
      return { failure: reasonOf(error as NodeJS.ErrnoException) };
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
function sendHttp(outgoing: Outgoing, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port, rawPath } = partsOf(outgoing.url);
    const request = (protocol === 'https:' ? requestHttps : requestHttp)({
      hostname,
      port,
      path: rawPath,
      method: outgoing.method,
      headers: { ...outgoing.headers, 'Content-Length': String(outgoing.body?.byteLength ?? 0) },
      agent: false,
      signal,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      response.on('error', reject);
      readBody(response as AsyncIterable<Uint8Array>).then((body) => {
        resolve(
          body === undefined
            ? tooLong
            : { response: { status: response.statusCode ?? 0, headers: headersOf(response), body } },
        );
        request.destroy();
      }, reject);
    });
    request.end(outgoing.body);
  });
}

async function sendFetch(
  fetch: NonNullable<Settings['fetch']>,
  { method, url, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<Sent> {
  const response = await fetch(url, { method, headers, ...(body && { body }), redirect: 'manual', signal });
  const bytes = response.body === null ? new Uint8Array() : await readBody(response.body);
  return bytes === undefined
    ? tooLong
    : { response: { status: response.status, headers: new Map(response.headers), body: bytes } };
}

/** A `fetch` may not look at its signal. */
function orAborted(sent: Promise<Sent>, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    sent.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

/** `URL` would correct what is malformed; the path goes out as it is written. */
function partsOf(url: string) {
  const [, origin = '', rawPath = '/'] = /^([a-z]+:\/\/[^/]*)(.*)$/.exec(url) ?? [];
  const { protocol, hostname, port } = new URL(origin);
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, rawPath };
}

async function readBody(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return undefined;
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
};

function reasonOf(error: NodeJS.ErrnoException | undefined): string {
  const code = error?.code ?? (error?.cause as NodeJS.ErrnoException | undefined)?.code;
  if (typeof code !== 'string') return 'the connection was lost';
  if (code.startsWith('HPE_')) return `a response that is not HTTP (${code})`;
  return reasons[code] ?? `the connection failed (${code})`;
}

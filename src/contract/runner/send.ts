import * as http from 'node:http';
import * as https from 'node:https';
import type { Exchange, ServiceResponse } from '../exchange.ts';
import type { Settings } from '../options.ts';

/** A request as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

export type Send = (outgoing: Outgoing, signal: AbortSignal) => Promise<Pick<Exchange, 'response' | 'failure'>>;

/** Rejects where there is no whole response, at the latest soon after the signal is aborted. */
type Transport = (outgoing: Outgoing, signal: AbortSignal) => Promise<ServiceResponse>;

/** More than any response of this API can be. */
const maxBodyBytes = 10 * 1024 * 1024;
/** Shorter than servers keep a connection that is not used. */
const longestIdleMs = 1000;

/** Sends one request and reads the whole response. It follows no redirect. It never rejects. */
export function createSend({ base, fetch, timeoutMs }: Pick<Settings, 'base' | 'fetch' | 'timeoutMs'>): Send {
  const transport = fetch === undefined ? httpTransport(base) : fetchTransport(fetch);
  return async (outgoing, ended) => {
    const controller = new AbortController();
    const { signal } = controller;
    const end = () => {
      controller.abort(new Error());
    };
    const timer = setTimeout(() => {
      controller.abort(new DOMException('', 'TimeoutError'));
    }, timeoutMs);
    ended.addEventListener('abort', end);
    if (ended.aborted) end();
    try {
      // A `fetch` of the caller need not listen to the signal.
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
        signal.throwIfAborted();
      });
      return { response: await Promise.race([aborted, transport(outgoing, signal)]) };
    } catch (error) {
      const isLate = (error as Error | undefined)?.name === 'TimeoutError';
      return { failure: isLate ? `no whole response within ${timeoutMs} ms` : reasonOf(error) };
    } finally {
      clearTimeout(timer);
      ended.removeEventListener('abort', end);
    }
  };
}

/**
 * Not `fetch`, which corrects what a check has to send as it is (a header's case, a malformed path) and hides what it has to
 * see (redirects, encodings). A write has a connection of its own: it meets none that the server is just closing. Reads share
 * one, and a read that fails on a used one is sent again on another.
 */
function httpTransport(base: string): Transport {
  const { protocol, origin, hostname, port } = new URL(base);
  const { Agent, request: open } = protocol === 'https:' ? https : http;
  const shared = new Agent({ keepAlive: true, timeout: longestIdleMs });
  return ({ method, url, headers, body }, signal) => {
    const options = {
      ...{ hostname: hostname.replace(/^\[|\]$/g, ''), port, method, signal },
      // `URL` would correct what is malformed; the path goes out as it is written.
      path: url.slice(origin.length),
      headers: { ...headers, 'Content-Length': String(body?.byteLength ?? 0) },
    };
    const send = (agent: http.Agent | false): Promise<ServiceResponse> =>
      new Promise((resolve, reject) => {
        const sent = open({ ...options, agent });
        sent.on('error', (error) => {
          if (sent.reusedSocket && !signal.aborted) send(false).then(resolve, reject);
          else reject(error);
        });
        sent.on('response', (response) => {
          readBody(response as AsyncIterable<Uint8Array>)
            .then((bytes) => {
              resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: bytes });
            }, reject)
            .finally(() => agent || sent.destroy());
        });
        sent.end(body);
      });
    return send(method === 'GET' && shared);
  };
}

function fetchTransport(fetch: NonNullable<Settings['fetch']>): Transport {
  return async ({ url, ...init }, signal) => {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const bytes = response.body === null ? new Uint8Array() : await readBody(response.body);
    return { status: response.status, headers: new Map(response.headers), body: bytes };
  };
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

function headersOf({ rawHeaders }: http.IncomingMessage): ReadonlyMap<string, string> {
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

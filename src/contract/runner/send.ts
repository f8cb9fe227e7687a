import * as http from 'node:http';
import * as https from 'node:https';
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
}

export type Send = (outgoing: Outgoing, signal: AbortSignal) => Promise<Sent>;

/** Sends a request. `cancel` ends it where it is. */
type Transport = (outgoing: Outgoing) => { readonly response: Promise<ServiceResponse>; readonly cancel: () => void };

/** More than any response of this API can be. */
const maxBodyBytes = 10 * 1024 * 1024;
/** Shorter than servers keep a connection that is not used. */
const longestIdleMs = 1000;

/** Sends one request and reads the whole response. It follows no redirect. It never rejects. */
export function createSend({ base, fetch, timeoutMs }: Pick<Settings, 'base' | 'fetch' | 'timeoutMs'>): Send {
  const start = fetch === undefined ? httpTransport(base) : fetchTransport(fetch);
  const timeout: Sent = { failure: `no whole response within ${timeoutMs} ms` };
  return (outgoing, signal) =>
    new Promise((resolve) => {
      const { response, cancel } = start(outgoing);
      const end = (sent: Sent) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', interrupt);
        resolve(sent);
      };
      const giveUp = (sent: Sent) => {
        end(sent);
        cancel();
      };
      const interrupt = () => {
        giveUp({ failure: reasonOf(undefined) });
      };
      const timer = setTimeout(giveUp, timeoutMs, timeout);
      signal.addEventListener('abort', interrupt);
      if (signal.aborted) interrupt();
      response.then(
        (whole) => {
          end({ response: whole });
        },
        (error: unknown) => {
          end((error as Error | undefined)?.name === 'TimeoutError' ? timeout : { failure: reasonOf(error) });
        },
      );
    });
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
  return ({ method, url, headers, body }) => {
    const options = {
      ...{ hostname: hostname.replace(/^\[|\]$/g, ''), port, method },
      // `URL` would correct what is malformed; the path goes out as it is written.
      path: url.slice(origin.length),
      headers: { ...headers, 'Content-Length': String(body?.byteLength ?? 0) },
    };
    let request: http.ClientRequest | undefined;
    let isCancelled = false;
    const send = (agent: http.Agent | false): Promise<ServiceResponse> =>
      new Promise((resolve, reject) => {
        const sent = open({ ...options, agent });
        request = sent;
        sent.on('error', (error) => {
          if (sent.reusedSocket && !isCancelled) send(false).then(resolve, reject);
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
    const cancel = () => {
      isCancelled = true;
      request?.destroy();
    };
    return { response: send(method === 'GET' && shared), cancel };
  };
}

function fetchTransport(fetch: NonNullable<Settings['fetch']>): Transport {
  return ({ url, ...init }) => {
    const controller = new AbortController();
    const send = async (): Promise<ServiceResponse> => {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: controller.signal });
      const bytes = response.body === null ? new Uint8Array() : await readBody(response.body);
      return { status: response.status, headers: new Map(response.headers), body: bytes };
    };
    const cancel = () => {
      controller.abort();
    };
    return { response: send(), cancel };
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

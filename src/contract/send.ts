import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A request as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** An answer as it came in: nothing decoded, nothing followed. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; a header that came more than once is joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export type Sent = { readonly answer: Answer } | Failure;

/** Why there is no whole answer, in words that name no time and no port, so that reports can be compared. */
export interface Failure {
  readonly failure: string;
  /** Nobody was there at all. */
  readonly refused?: boolean;
}

export type Send = (outgoing: Outgoing, timeoutMs: number, signal?: AbortSignal) => Promise<Sent>;

/** More than any answer of this API can be. */
const maxBodyBytes = 10 * 1024 * 1024;

/**
 * Sends one request and reads the whole answer. Not `fetch`, which corrects what a check has to send as it is (no
 * Content-Type, a byte order mark) and hides what it has to see (a byte order mark in the answer, redirects, encodings).
 * Each request has a connection of its own: none can meet one that the server is just closing, so nothing is ever sent
 * twice.
 */
export const send: Send = (outgoing, timeoutMs, signal) =>
  new Promise((settle) => {
    const { protocol, hostname, port, rawPath } = partsOf(outgoing.url);
    const deadline = AbortSignal.timeout(timeoutMs);
    const request = (protocol === 'https:' ? requestHttps : requestHttp)({
      hostname,
      port,
      path: rawPath,
      method: outgoing.method,
      headers: { ...outgoing.headers, 'Content-Length': String(outgoing.body?.byteLength ?? 0) },
      agent: false,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    const fail = (error: NodeJS.ErrnoException) => {
      settle(
        deadline.aborted
          ? { failure: `no whole answer within ${timeoutMs} ms` }
          : { failure: reasonOf(error), ...refusal(error) },
      );
    };
    request.on('error', fail);
    request.on('response', (response) => {
      response.on('error', fail);
      readBody(response).then((body) => {
        settle(
          body === undefined
            ? { failure: `a body of more than ${maxBodyBytes / 1024 / 1024} MB` }
            : { answer: { status: response.statusCode ?? 0, headers: headersOf(response), body } },
        );
        request.destroy();
      }, fail);
    });
    request.end(outgoing.body);
  });

/** `URL` would correct what is malformed; the path goes out as it is written. */
function partsOf(url: string) {
  const [, origin = '', rawPath = '/'] = /^([a-z]+:\/\/[^/]*)(.*)$/.exec(url) ?? [];
  const { protocol, hostname, port } = new URL(origin);
  return { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, rawPath };
}

async function readBody(response: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
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
    const value = rawHeaders[index + 1] ?? '';
    headers.set(name, headers.has(name) ? `${headers.get(name) ?? ''}, ${value}` : value);
  }
  return headers;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host could not be looked up',
  ECONNRESET: 'the connection was closed before the answer was whole',
  EPIPE: 'the connection was closed before the request was whole',
};

function reasonOf(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  if (code.startsWith('HPE_')) return `an answer that is not HTTP (${code})`;
  return reasons[code] ?? (code === '' ? 'the request was ended' : `the connection failed (${code})`);
}

function refusal({ code }: NodeJS.ErrnoException) {
  return code !== undefined && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code) ? { refused: true } : {};
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isListOf, isWhole, type Table } from '../checks.ts';
import { createCore, type Core } from '../core.ts';
import type { MockOptions } from '../options.ts';
import type { MockControls, MockRequest, MockResponse, ReceivedRequest } from '../types.ts';
import { PAGE_FILES } from './page-files.ts';

/** What `startMock` takes. */
export interface StartMockOptions extends MockOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`; other machines cannot reach the mock. */
  readonly host?: string;
  /**
   * Host names by which the mock may be called, besides `localhost`, IP addresses and `host`: `['mock']` for a container of
   * that name. Any other name is refused, since an attacker's website could use it to reach the mock. Default: none.
   */
  readonly allowedHosts?: readonly string[];
  /** How long a client may take to send a request, in milliseconds; then it gets 408. Default: 10000. */
  readonly requestTimeoutMs?: number;
  /** Called when a response has been sent, or its client has disconnected. `durationMs` includes the latency that is set. */
  readonly onRequest?: (request: ReceivedRequest, durationMs: number) => void;
}

/** A mock that is being served. */
export interface StartedMock extends MockControls {
  /** Without a trailing slash: `http://127.0.0.1:40123`. Pass it to `createClient({ baseUrl })`. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** Closes open connections as well. */
  readonly close: () => Promise<void>;
}

const longestTimeoutMs = 2 ** 31 - 1;
const rows: Table<Omit<StartMockOptions, keyof MockOptions>> = {
  port: { rule: 'a whole number from 0 to 65535', isValid: (value) => isWhole(value, 0, 65_535) },
  host: { rule: 'an address or a host name', isValid: (value) => typeof value === 'string' },
  requestTimeoutMs: {
    rule: `a whole number from 1 to ${longestTimeoutMs}`,
    isValid: (value) => isWhole(value, 1, longestTimeoutMs),
  },
  allowedHosts: {
    rule: 'a list of host names without a port, such as "mock"',
    isValid: (value) => isListOf(value, /^[^\s:/]+$/),
  },
  onRequest: { rule: 'a function', isValid: (value) => typeof value === 'function' },
};

/** Addresses that stand for every interface, and one of them that a browser can open. */
const wildcards: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Serves the mock over HTTP, silently. `/__mock/` is its page.
 * @throws {MockOptionError} An option is wrong; the message names it.
 * @throws {Error} The port is taken or may not be used; `code` is Node's, for example `EADDRINUSE`.
 */
export async function startMock(options: StartMockOptions = {}): Promise<StartedMock> {
  const { port = 0, host = '127.0.0.1', allowedHosts = [], requestTimeoutMs = 10_000 } = options;
  const core = createCore(options, { hosts: [host].concat(allowedHosts), rows });
  // Not imported, so that bundlers for browsers can take in the entry that this belongs to.
  const http = process.getBuiltinModule('node:http');
  const server = http.createServer({
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 2000),
  });
  const serve = serveRequest.bind(undefined, core, options);
  server.on('request', serve);
  // A body that is announced as too large is refused before it is sent.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isTooLarge(core, request)) response.shouldKeepAlive = false;
    else response.writeContinue();
    serve(request, response);
  });

  await listen(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  const address = wildcards[host] ?? host;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
    ...core.controls,
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  const events = process.getBuiltinModule('node:events');
  try {
    await events.once(server.listen({ port, host, backlog: 1024 }), 'listening');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const isTaken = code === 'EADDRINUSE';
    const reason = isTaken ? 'is taken; choose another, or 0 for any that is free' : `cannot be used: ${message}`;
    throw Object.assign(new Error(`Port ${port} of ${host} ${reason}.`, { cause }), { code });
  }
}

function serveRequest(core: Core, options: StartMockOptions, request: IncomingMessage, response: ServerResponse): void {
  const { onRequest } = options;
  const began = onRequest ? performance.now() : 0;
  const chunks: Uint8Array[] = [];
  /** How many more bytes are taken; below 0: the request was refused. */
  let room = isTooLarge(core, request) ? -1 : core.maxBodyBytes;
  if (room < 0) respond('too large');

  request.on('data', (chunk: Uint8Array) => {
    if (room < 0) return;
    room -= chunk.length;
    if (room < 0) respond('too large');
    else chunks.push(chunk);
  });
  request.on('end', () => {
    if (room >= 0) respond(Buffer.concat(chunks));
  });

  function respond(body: MockRequest['body']): void {
    const { method = 'GET', url: target = '/', headers } = request;
    const plain: MockRequest = { method, target, headers: headers as MockRequest['headers'], body };
    const servePageFile = method === 'GET' ? PAGE_FILES.get(target.split('?', 1)[0]) : undefined;
    if (servePageFile && core.checkAccess(plain) === undefined) {
      servePageFile(response, core);
      return;
    }
    const result = core.respond(plain);
    const { received, delayMs } = result;
    if (onRequest && received) {
      response.once('close', () => {
        onRequest(received, performance.now() - began);
      });
    }
    if (delayMs === 0) send(core, request, response, result);
    else {
      const timer = setTimeout(send, delayMs, core, request, response, result);
      response.once('close', () => {
        clearTimeout(timer);
      });
    }
  }
}

function isTooLarge(core: Core, request: IncomingMessage): boolean {
  return Number(request.headers['content-length']) > core.maxBodyBytes;
}

function send(core: Core, request: IncomingMessage, response: ServerResponse, result: MockResponse): void {
  const { status, headers, body, failure } = result;
  if (failure === 'drop-connection') request.socket.destroy();
  if (failure !== undefined) return;
  // While the mock's clock stands still, a date would make equal responses differ.
  response.sendDate = core.isTimeRunning();
  try {
    // The contract check recognises a mock by it, and refuses to check one that accepts any key.
    response.setHeader('Server', 'temporary-evse-statuses mock');
    for (const name in headers) response.setHeader(name, headers[name] ?? '');
    if (status !== 204 && status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
    response.writeHead(status);
    // A body that is too large is read to its end and dropped, for as long as requestTimeoutMs allows: a client that is
    // still writing when its connection is closed would lose the response. One that asked first sends no body.
    if (request.complete || request.headers.expect !== undefined) response.end(body);
    else {
      response.write(body);
      request.once('end', () => response.end());
    }
  } catch {
    // Node refuses to send this; the client sees a closed connection.
    response.destroy();
  }
}

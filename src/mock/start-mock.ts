import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createCore, type Core } from './core.ts';
import { DOCUMENT } from './document.ts';
import { MockOptionError, show } from './option-error.ts';
import { servePage } from './serve-page.ts';
import type { MockControls, MockOptions, PlainAnswer, PlainRequest, ReceivedRequest } from './types.ts';

export interface StartMockOptions extends MockOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`; other machines do not reach the mock. */
  readonly host?: string;
  /** How long a client may take to send a request, in milliseconds; then it gets 408. Default: 10000. */
  readonly requestTimeoutMs?: number;
  /** Is called when an answer has been sent, or its client has gone. `durationMs` includes the latency that is set. */
  readonly onRequest?: (request: ReceivedRequest, durationMs: number) => void;
}

export interface StartedMock extends MockControls {
  /** Without a slash at its end: `http://127.0.0.1:40123`. Goes into `createClient({ baseUrl })`. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections as well. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the mock over HTTP, silently. `/__mock/` shows it.
 * @throws {MockOptionError} an option is wrong; the message names it
 * @throws {Error} the port is taken or may not be used; `code` is Node's, for example `EADDRINUSE`
 */
export async function startMock(options: StartMockOptions = {}): Promise<StartedMock> {
  const { port = 0, host = '127.0.0.1', requestTimeoutMs = 10_000, onRequest, ...rest } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new MockOptionError('port', `port must be a whole number from 0 to 65535; it was ${show(port)}.`);
  }
  if (!Number.isInteger(requestTimeoutMs) || requestTimeoutMs < 1) {
    const message = `requestTimeoutMs must be a whole number of milliseconds from 1; it was ${show(requestTimeoutMs)}.`;
    throw new MockOptionError('requestTimeoutMs', message);
  }
  const core = createCore(DOCUMENT, rest);
  // Not imported, so that bundlers for browsers can take in the entry that this stands in.
  const http = process.getBuiltinModule('node:http');
  const server = http.createServer({
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 2000),
  });
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    serveRequest(core, request, response, onRequest);
  };
  server.on('request', serve);
  // A body that is announced as too large is refused before it is sent.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isTooLarge(core, request)) response.shouldKeepAlive = false;
    else response.writeContinue();
    serve(request, response);
  });

  const bound = await listen(server, port, host);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}`,
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

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? 'is taken; choose another, or 0 for any that is free'
          : `cannot be used: ${error.message}`;
      reject(Object.assign(new Error(`Port ${port} of ${host} ${reason}.`, { cause: error }), { code: error.code }));
    });
    server.listen({ port, host, backlog: 1024 }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function serveRequest(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  onRequest: StartMockOptions['onRequest'],
): void {
  const began = onRequest ? performance.now() : 0;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let answered = isTooLarge(core, request);
  // The rest of such a body is read and dropped, for as long as requestTimeoutMs lets it come: a client that is still
  // writing when its connection is closed would lose the answer.
  if (answered) reply('too large');

  request.on('data', (chunk: Uint8Array) => {
    if (answered) return;
    length += chunk.length;
    chunks.push(chunk);
    if (length <= core.maxBodyBytes) return;
    answered = true;
    chunks.length = 0;
    reply('too large');
  });
  request.on('end', () => {
    if (!answered) reply(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });

  function reply(body: PlainRequest['body']): void {
    const { method = 'GET', url: target = '/', headers } = request;
    if (method === 'GET' && servePage(core, target, response)) return;
    const answer = core.answer({ method, target, headers: headers as PlainRequest['headers'], body });
    const { received } = answer;
    if (onRequest && received) {
      response.once('close', () => {
        onRequest(received(), performance.now() - began);
      });
    }
    if (answer.delayMs === 0) {
      send(core, response, answer);
      return;
    }
    const timer = setTimeout(send, answer.delayMs, core, response, answer);
    response.once('close', () => {
      clearTimeout(timer);
    });
  }
}

function isTooLarge(core: Core, request: IncomingMessage): boolean {
  return Number(request.headers['content-length']) > core.maxBodyBytes;
}

function send(core: Core, response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  // Time that stands still is no time to tell, and would make equal answers differ.
  response.sendDate = core.isTimeRunning();
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (status !== 204 && status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status);
  response.end(body);
}

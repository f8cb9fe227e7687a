/** What a network and a server can do to a call, over real sockets and with Node's own `fetch`. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { createClientIn } from './create-client.ts';
import type { ApiKey, RequestOptions } from './options.ts';
import { systemRuntime } from './transport/runtime.ts';
import { listenersOn } from './testing/support.ts';

const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };
const json = JSON.stringify(record);

const servers: { server: Server; sockets: Set<Socket> }[] = [];
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  process.on('unhandledRejection', noteUnhandled);
});

afterEach(async () => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  process.off('unhandledRejection', noteUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
});

/** Lets a server listen until the end of the test. */
async function listen(server: Server) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({ server, sockets });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A server that sends these bytes after a request, then does `then`; `requested` are the connections with a request. */
async function sending(bytes: string, then: (socket: Socket) => void = () => undefined) {
  const requested: Socket[] = [];
  const server = createServer((socket) => {
    socket.once('data', () => {
      requested.push(socket);
      socket.write(bytes);
      then(socket);
    });
  });
  return { ...(await listen(server)), requested };
}

/** Resolves once every one of these connections is closed; Node keeps others open that it has not used. */
async function closed(sockets: Socket[]) {
  for (const socket of sockets) {
    if (!socket.closed) await new Promise((resolve) => socket.on('close', resolve));
  }
}

/** A server that responds, and keeps the requests. */
async function responding(respond: RequestListener) {
  const requests: string[] = [];
  const server = createHttpServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    request.resume();
    request.on('end', () => {
      respond(request, response);
    });
  });
  return { ...(await listen(server)), requests };
}

const operations = ['list', 'create', 'update'] as const;
type Operation = (typeof operations)[number];

/** How often each operation is sent where there is no response, with one retry. */
const attemptsOf = { list: 2, create: 1, update: 2 };

interface Own {
  readonly operation?: Operation;
  readonly apiKey?: ApiKey;
  readonly now?: () => number;
  readonly onHeaders?: () => void;
}

/** A call, with time that does not wait between attempts; fails where it leaves a timer or a listener. */
async function call(baseUrl: string, options: RequestOptions = {}, own: Own = {}) {
  const { timeoutMs = 30_000, signal = new AbortController().signal } = options;
  const waits: number[] = [];
  const timers = new Set<() => void>();
  const runtime = {
    ...systemRuntime,
    random: () => 0.5,
    ...(own.now && { now: own.now }),
    after(ms: number, callback: () => void) {
      if (ms !== timeoutMs) waits.push(ms);
      const stop = systemRuntime.after(ms === timeoutMs ? ms : 0, callback);
      timers.add(stop);
      return () => {
        timers.delete(stop);
        stop();
      };
    },
  };
  const fetchAndTell = async (input: string | Request, init?: RequestInit) => {
    const response = await fetch(input, init);
    own.onHeaders?.();
    return response;
  };
  const client = createClientIn(runtime, {
    apiKey: own.apiKey ?? 'key',
    baseUrl,
    fetch: own.onHeaders && fetchAndTell,
  });
  const requestOptions = { retry: { maxRetries: 1 }, ...options, timeoutMs, signal };
  const send = {
    list: () => client.list({}, requestOptions),
    create: () => client.create({ evseId: record.evseId, temporaryStatus: 'MAINTENANCE' }, requestOptions),
    update: () => client.update(42, {}, requestOptions),
  };
  try {
    const value = await send[own.operation ?? 'update']();
    return { value, error: undefined, waits };
  } catch (error) {
    return { value: undefined, error, waits };
  } finally {
    expect({ timers: timers.size, listeners: listenersOn(signal) }).toEqual({ timers: 0, listeners: 0 });
  }
}

describe('no response', () => {
  const part = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"id":';

  test('where the connection is refused is a ConnectionError with the reason, after a second attempt', async () => {
    const { baseUrl } = await listen(createServer());
    for (const { server } of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const { error, waits } = await call(baseUrl);
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: expect.stringMatching(/^PATCH \/v2\/temporary-evse-statuses\/42 got no response: connect ECONNREFUSED/),
      attempts: 2,
      reason: 'connection',
    });
    expect(waits).toEqual([250]);
  });

  const reset = (socket: Socket | undefined) => socket?.resetAndDestroy();
  const close = (socket: Socket | undefined) => socket?.end();

  describe.each(operations)('to %s', (operation) => {
    const lost = { name: 'ConnectionError', attempts: attemptsOf[operation], reason: 'connection' };

    test.each([
      ['the connection is reset before the headers', '', reset],
      ['the connection is closed before the headers', '', close],
      ['the server does not speak HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', close],
    ])('is a ConnectionError where %s', async (_how, bytes, then) => {
      const { baseUrl, requested } = await sending(bytes, then);
      const { error } = await call(baseUrl, {}, { operation });
      expect(error).toMatchObject(lost);
      expect(requested).toHaveLength(attemptsOf[operation]);
    });

    test.each([
      ['reset', reset],
      ['closed', close],
    ])('is a ConnectionError where the connection is %s in the middle of the body', async (_how, then) => {
      const { baseUrl, requested } = await sending(part);
      const { error } = await call(baseUrl, {}, { operation, onHeaders: () => then(requested.at(-1)) });
      expect(error).toMatchObject(lost);
      expect(requested).toHaveLength(attemptsOf[operation]);
    });

    test.each([
      ['headers never come', ''],
      ['the body stalls', part],
    ])('ends each attempt in time where %s, and its connection with it', async (_what, bytes) => {
      const { baseUrl, requested } = await sending(bytes);
      const { error } = await call(baseUrl, { timeoutMs: 150 }, { operation });
      expect(error).toMatchObject({
        name: 'ConnectionError',
        message: expect.stringMatching(/ got no response: no response within 150 ms/),
        attempts: attemptsOf[operation],
        reason: 'timeout',
      });
      await closed(requested);
    });
  });
});

describe('a response outside 2xx', () => {
  test.each([
    ['HTML', 502, '<html><h1>Bad Gateway</h1></html>', '<html><h1>Bad Gateway</h1></html>', 2],
    ['nothing', 500, '', '', 2],
    ['null', 500, 'null', null, 2],
    ['JSON that breaks off', 404, '{"error":', '{"error":', 1],
  ])('with %s is a ResponseError that carries it', async (_what, status, body, parsed, attempts) => {
    const { baseUrl, requests } = await responding((_request, response) => {
      response.writeHead(status).end(body);
    });
    const { error } = await call(baseUrl);
    expect(error).toMatchObject({ name: 'ResponseError', status, body: parsed, attempts });
    expect(requests).toHaveLength(attempts);
  });

  test.each([
    ['garbage', 'soon', [250], 2],
    ['negative', '-5', [250], 2],
    ['missing', undefined, [250], 2],
    ['two seconds', '2', [2000], 2],
    ['huge', '999999999999999999999', [], 1],
  ])('with 429 and a Retry-After that is %s waits as it should', async (_what, retryAfter, expected, attempts) => {
    const { baseUrl } = await responding((_request, response) => {
      response.writeHead(429, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end();
    });
    const { error, waits } = await call(baseUrl);
    expect(error).toMatchObject({ name: 'ResponseError', status: 429, attempts });
    expect(waits).toEqual(expected);
  });

  test.each([
    ['has its own Date, which counts', true, [2000]],
    ['has no Date of its own: not for an hour, but the error', false, []],
  ])('with a Retry-After date and a local clock that jumped back an hour %s', async (_what, sendDate, expected) => {
    const { baseUrl } = await responding((_request, response) => {
      response.sendDate = false;
      const now = Math.floor(Date.now() / 1000) * 1000;
      if (sendDate) response.setHeader('Date', new Date(now).toUTCString());
      response.writeHead(429, { 'Retry-After': new Date(now + 2000).toUTCString() }).end();
    });
    let clock = Date.now();
    const { error, waits } = await call(baseUrl, {}, { now: () => (clock -= 3_600_000) });
    expect(error).toMatchObject({ name: 'ResponseError', status: 429 });
    expect(waits).toEqual(expected);
  });

  test.each([
    ['the second attempt brings its status', undefined, 2],
    ['without a second, the first does', false, 1],
  ] as const)('that redirects is not followed, and the key goes nowhere else: %s', async (_what, retry, attempts) => {
    const other = await responding((_request, response) => response.end(json));
    const { baseUrl, requests } = await responding((_request, response) => {
      response.writeHead(307, { Location: `${other.baseUrl}/v2/temporary-evse-statuses/42` }).end();
    });
    const { error } = await call(baseUrl, { retry });
    expect(error).toMatchObject({ name: 'ResponseError', status: 307, attempts });
    expect(requests).toEqual(Array(attempts).fill('PATCH /v2/temporary-evse-statuses/42 Bearer key'));
    expect(other.requests).toEqual([]);
  });

  test('421, for which Node’s fetch wants to send the body again, is a ResponseError', async () => {
    const { baseUrl } = await responding((_request, response) => response.writeHead(421).end());
    const { error } = await call(baseUrl);
    expect(error).toMatchObject({ name: 'ResponseError', status: 421 });
  });
});

describe('a 2xx response', () => {
  const blanks = () =>
    new Readable({
      read() {
        this.push(' '.repeat(65_536));
      },
    });

  test.each([
    ['204', 204, {}, ''],
    ['nothing', 200, {}, ''],
    ['null', 200, {}, 'null'],
    ['JSON that breaks off', 200, {}, json.slice(0, -1)],
    ['HTML', 200, { 'Content-Type': 'text/html' }, '<html></html>'],
    ['JSON in UTF-16', 200, { 'Content-Type': 'application/json; charset=utf-16le' }, Buffer.from(json, 'utf16le')],
    ['gzip that is cut off', 200, { 'Content-Encoding': 'gzip' }, gzipSync(json).subarray(0, 30)],
  ])('with %s is an UnexpectedResponseError, and not sent again', async (_what, status, headers, body) => {
    const { baseUrl, requests } = await responding((_request, response) => {
      response.writeHead(status, headers).end(body);
    });
    const { error } = await call(baseUrl);
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status });
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(json)],
    ['a charset that is not its own', { 'Content-Type': 'application/json; charset=iso-8859-1' }, json],
    ['a media type that is not its own', { 'Content-Type': 'text/html' }, json],
    ['a byte order mark', {}, `\u{FEFF}${json}`],
  ])('with %s is the record', async (_what, headers, body) => {
    const { baseUrl } = await responding((_request, response) => {
      response.writeHead(200, headers).end(body);
    });
    expect(await call(baseUrl)).toMatchObject({ value: record, waits: [] });
  });

  test.each(operations)('after a 503 is the result of %s, which was sent twice', async (operation) => {
    const value = operation === 'list' ? [record] : record;
    const { baseUrl, requests } = await responding((_request, response) => {
      response.writeHead(requests.length === 1 ? 503 : 200).end(JSON.stringify(value));
    });
    expect(await call(baseUrl, {}, { operation })).toMatchObject({ value, waits: [250] });
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['that has no end', {}, (response: ServerResponse): void => void blanks().pipe(response)],
    [
      'that a gzip of 40 kB unpacks to 40 MB',
      { 'Content-Encoding': 'gzip' },
      (response: ServerResponse): void => void response.end(gzipSync(Buffer.alloc(40_000_000, 32))),
    ],
  ])('with a body %s is read to a bound, and its connection ends', async (_what, headers, write) => {
    const sockets: Socket[] = [];
    const { baseUrl } = await responding((request, response) => {
      sockets.push(request.socket);
      response.writeHead(200, headers);
      write(response);
    });
    const { error } = await call(baseUrl);
    expect(error).toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringMatching(/ responded 200 with a body that is too long: /),
    });
    await closed(sockets);
  });
});

describe('a key function', () => {
  const vault = new Error('vault');

  test.each([
    [
      'throws',
      () => {
        throw vault;
      },
    ],
    ['rejects', () => Promise.reject(vault)],
  ])('that %s: a ConnectionError, and nothing is sent', async (_how, apiKey) => {
    const { baseUrl, requests } = await responding((_request, response) => response.end(json));
    const { error } = await call(baseUrl, {}, { apiKey });
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'api-key', attempts: 0 });
    expect(requests).toEqual([]);
  });

  test('that hangs: ConnectionError in time, and nothing is sent', async () => {
    const { baseUrl, requests } = await responding((_request, response) => response.end(json));
    const { error } = await call(baseUrl, { timeoutMs: 50 }, { apiKey: () => new Promise(() => undefined) });
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'api-key', attempts: 0 });
    expect(requests).toEqual([]);
  });
});

describe('the caller’s signal', () => {
  test('that has fired before: its reason, and nothing is sent', async () => {
    const { baseUrl, requests } = await responding((_request, response) => response.end(json));
    expect((await call(baseUrl, { signal: AbortSignal.abort('mine') })).error).toBe('mine');
    expect(requests).toEqual([]);
  });

  test('that fires before the headers: its reason, at once, and the connection ends', async () => {
    const controller = new AbortController();
    const { baseUrl, requested } = await sending('', () => {
      controller.abort('mine');
    });
    expect(await call(baseUrl, { signal: controller.signal })).toMatchObject({ error: 'mine', waits: [] });
    await closed(requested);
  });

  test('that fires in the middle of the body: its reason, at once, and the connection ends', async () => {
    const controller = new AbortController();
    const { baseUrl, requested } = await sending('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"id":');
    const onHeaders = () => {
      controller.abort('mine');
    };
    expect(await call(baseUrl, { signal: controller.signal }, { onHeaders })).toMatchObject({
      error: 'mine',
      waits: [],
    });
    await closed(requested);
  });
});

import { expect, test } from '@jest/globals';
import { MockOptionError, startMock, type ReceivedRequest, type StartMockOptions } from '../index.ts';
import { call, COLLECTION } from '../testing/call.ts';
import { HEAD, isResponse, useMocks } from '../testing/mocks.ts';
import { rawClient } from '../testing/raw-client.ts';

const start = useMocks();

test('a free port of the loopback interface, and an address for the client', async () => {
  const { url, port } = await start();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(port).toBeGreaterThan(0);
});

test('a port that is taken ends in one sentence that names it', async () => {
  const { port } = await start();
  await expect(startMock({ port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: `Port ${port} of 127.0.0.1 is taken; choose another, or 0 for any that is free.`,
  });
});

test.each<[StartMockOptions, string]>([
  [{ port: 70_000 }, 'port must be a whole number from 0 to 65535; it was 70000.'],
  [{ port: '80' as never }, 'port must be'],
  [{ requestTimeoutMs: 0 }, 'requestTimeoutMs must be'],
  [{ host: 5 as never }, 'host must be an address or a host name; it was 5.'],
  [{ onRequest: 1 as never }, 'onRequest must be a function; it was 1.'],
  [{ seed: [{ id: 1 }] }, 'seed[0].temporaryStatus is missing.'],
  [{ prot: 1 } as never, 'there is no prot; did you mean port?'],
  [{ onRequst: 1 } as never, 'there is no onRequst; did you mean onRequest?'],
])('the option %j is refused', async (options, message) => {
  await expect(startMock(options)).rejects.toThrow(MockOptionError);
  await expect(startMock(options)).rejects.toThrow(message);
});

test('a body in chunks is one body', async () => {
  const { port } = await start();
  const client = await rawClient(port);
  client.send(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"tem\r\n`);
  client.send('1b\r\nporaryStatus":"RESERVED"}  \r\n0\r\n\r\n');
  expect(await client.receive(isResponse)).toContain('"temporaryStatus":"RESERVED"');
  client.socket.destroy();
});

test('a connection is kept for the next request, also after a refusal', async () => {
  const { port } = await start();
  const client = await rawClient(port);
  client.send(`${HEAD}Content-Length: 1\r\n\r\n{`);
  expect(await client.receive(isResponse)).toContain('HTTP/1.1 400 ');
  client.send(`${HEAD}Content-Length: 2\r\n\r\n{}`);
  expect(await client.receive((text) => text.includes('"id":42'))).toContain('HTTP/1.1 200 ');
  client.socket.destroy();
});

test('a client that asks first is told to go on', async () => {
  const { port } = await start();
  const client = await rawClient(port);
  client.send(`${HEAD}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`);
  await client.receive((text) => text.includes('100 Continue\r\n\r\n'));
  client.send('{}');
  expect(await client.receive(isResponse)).toContain('HTTP/1.1 200 ');
  client.socket.destroy();
});

test('close ends idle connections, pending responses and event streams at once', async () => {
  const started = await startMock({ latencyMs: 600_000 });
  const [idle, pending, events] = await Promise.all([
    rawClient(started.port),
    rawClient(started.port),
    rawClient(started.port),
  ]);
  const heard = new Promise<void>((resolve) => started.onChange(resolve));
  pending.send(`${HEAD}Content-Length: 2\r\n\r\n{}`);
  events.send('GET /__mock/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await Promise.all([heard, events.receive((text) => text.includes('data: '))]);
  await started.close();
  expect(await idle.receive()).toBe('');
  expect(await pending.receive()).toBe('');
  await events.receive();
});

test('events tell the revision at once, and after changes', async () => {
  const started = await start();
  const client = await rawClient(started.port);
  client.send('GET /__mock/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const first = await client.receive((text) => text.includes('data: {"revision":0}\n\n'));
  expect(first).toContain('Content-Type: text/event-stream');
  started.set({ randomSeed: 2 });
  started.set({ randomSeed: 3 });
  expect(await client.receive((text) => text.includes('"revision":2}\n\n'))).not.toContain('"revision":1}');
  started.reset();
  await client.receive((text) => text.includes('"revision":3}\n\n'));
  client.socket.destroy();
});

test('the page is served with its own headers', async () => {
  const { url } = await start();
  for (const path of ['/__mock', '/__mock/', '/__mock/?theme=dark']) {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toMatch(/^<!doctype html>/i);
  }
});

test('onRequest hears of each request when its response is sent', async () => {
  const heard: [ReceivedRequest, number][] = [];
  const both = new Promise<void>((resolve) => {
    const onRequest = (received: ReceivedRequest, durationMs: number) => {
      if (heard.push([received, durationMs]) === 2) resolve();
    };
    void start({ latencyMs: 20, onRequest }).then(async ({ url }) => {
      await call(fetch, { id: '7' }, url);
      await call(fetch, { method: 'GET', path: '/__mock/health' }, url);
      await call(fetch, {}, url);
    });
  });
  await both;
  expect(heard.map(([{ path, status, violations }]) => [path, status, violations[0]?.code])).toEqual([
    [`${COLLECTION}/7`, 404, 'unknown_id'],
    [`${COLLECTION}/42`, 200, undefined],
  ]);
  expect(heard[0]?.[1]).toBeGreaterThanOrEqual(19);
});

test('HEAD gets the head of the response and no body', async () => {
  const { url } = await start();
  const response = await call(fetch, { method: 'HEAD' }, url);
  expect([response.status, response.text, response.headers.get('allow')]).toEqual([405, '', 'PATCH, OPTIONS']);
});

test('responses carry the date while time runs, and none while it stands still', async () => {
  const started = await start();
  expect((await call(fetch, {}, started.url)).headers.has('date')).toBe(true);
  started.set({ clock: '2026-01-01T00:00:00Z' });
  expect((await call(fetch, {}, started.url)).headers.has('date')).toBe(false);
});

test('the root leads to the page', async () => {
  const { url } = await start();
  const response = await fetch(url);
  expect([response.status, response.url]).toEqual([200, `${url}/__mock/`]);
  expect((await call(fetch, { path: '/' }, url)).status).toBe(404);
});

test('at every interface, the url is one that opens, and another machine may use the address', async () => {
  const { url, port } = await start({ host: '0.0.0.0' });
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect((await call(fetch, {}, url)).status).toBe(200);
});

test('a stubbed response can be a dropped connection, or none at all', async () => {
  const seen: ReceivedRequest[] = [];
  const mock = await start({ onRequest: (received) => seen.push(received) });
  mock.respondNext(['drop-connection', 'no-response']);
  await expect(call(fetch, {}, mock.url)).rejects.toThrow('fetch failed');
  const controller = new AbortController();
  const waiting = fetch(`${mock.url}${COLLECTION}`, { signal: controller.signal });
  const isReceived = new Promise<void>((resolve) => mock.onChange(resolve));
  await isReceived;
  controller.abort();
  await expect(waiting).rejects.toThrow('aborted');
  expect((await call(fetch, {}, mock.url)).status).toBe(200);
  expect(mock.state().requests.map(({ status }) => status)).toEqual([0, 0, 200]);
  expect(seen[0]).toMatchObject({ status: 0, source: 'stubbedResponse' });
});

test('a client that sends 11 MB before it reads, on a connection that closes, gets its 413', async () => {
  const { port } = await start();
  const size = 11_000_000;
  const client = await rawClient(port);
  client.socket.pause();
  client.send(`${HEAD}Connection: close\r\nContent-Length: ${size}\r\n\r\n`);
  await new Promise<void>((resolve) => {
    client.socket.write(Buffer.alloc(size, 'x'), () => {
      resolve();
    });
  });
  client.socket.resume();
  const text = await client.receive();
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toContain('"code":"body_too_large"');
});

test('a body whose length is not announced may have maxBodyBytes, and no more', async () => {
  const { port } = await start({ maxBodyBytes: 2 });
  for (const [chunk, status] of [
    ['2\r\n{}', 200],
    ['3\r\n{ }', 413],
  ]) {
    const client = await rawClient(port);
    client.send(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk}\r\n0\r\n\r\n`);
    expect(await client.receive(isResponse)).toContain(`HTTP/1.1 ${status} `);
    client.socket.destroy();
  }
});

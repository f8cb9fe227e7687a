import { describe, expect, test } from '@jest/globals';
import type { ConnectionError } from '../errors.ts';
import type { ClientOptions } from '../options.ts';
import { readSettings } from '../settings.ts';
import { fakeFetch, fakeTime, listenersOn, rejection } from '../testing/support.ts';
import { maxBodyBytes } from './read-body.ts';
import { createTransport } from './transport.ts';
import type { OutgoingRequest } from './transport.ts';

const url = 'https://api.spirii.com/v2/x';
const ok = new Response('done');
const busy = new Response('busy', { status: 503 });

/** A client's transport, with the options of the test's choice. */
function transport(fetch: ClientOptions['fetch'], options: object = {}, time = fakeTime()) {
  const settings = readSettings({ apiKey: 'k', fetch, ...options }, time.runtime);
  const send = createTransport(settings, time.runtime);
  return (call: Partial<OutgoingRequest> = {}) =>
    send({ url, method: 'PATCH', headers: new Headers({ Accept: 'text/x' }), body: '{}', ...call });
}

describe('what goes out', () => {
  test('is the request as it is, the key and a signal', async () => {
    const { fetch, requests, inits } = fakeFetch(ok);
    await transport(fetch)();
    const [request] = requests;
    expect(request).toMatchObject({ url, method: 'PATCH' });
    expect(await request?.text()).toBe('{}');
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({ accept: 'text/x', authorization: 'Bearer k' });
    expect(inits[0]).toMatchObject({ signal: expect.any(AbortSignal) });
  });

  test.each([
    ['in Node the first attempt fails at it, the others show it', true, 2, ['error', 'manual', 'manual']],
    ['in Node the second of two attempts shows it', true, 1, ['error', 'manual']],
    ['in Node the only attempt shows it', true, 0, ['manual']],
    ['elsewhere every attempt shows it', false, 1, ['manual', 'manual']],
  ])('follows no redirect: %s', async (_what, inNode, maxRetries, expected) => {
    const { fetch, inits } = fakeFetch(busy);
    await transport(fetch, { retry: { maxRetries } }, fakeTime({ inNode }))();
    expect(inits.map(({ redirect }) => redirect)).toEqual(expected);
  });

  test('has no key where the client has none', async () => {
    const { fetch, requests } = fakeFetch(ok);
    await transport(fetch, { apiKey: undefined, baseUrl: 'https://a.example' })({ url: 'https://a.example/v2/x' });
    expect(requests[0]?.headers.has('Authorization')).toBe(false);
  });

  test.each([
    'https://other.example/v2/x',
    'https://api.spirii.com.other.example/v2/x',
    'https://api.spirii.com:8443/v2/x',
  ])('has no key where it goes to %s, which is not the client’s base URL', async (elsewhere) => {
    const { fetch, requests } = fakeFetch(ok);
    let calls = 0;
    await transport(fetch, { apiKey: () => String(++calls) })({ url: elsewhere });
    expect(requests[0]?.headers.has('Authorization')).toBe(false);
    expect(calls).toBe(0);
  });
});

describe('a response', () => {
  test('is passed on with its text and the number of attempts, whatever its status', async () => {
    const { fetch } = fakeFetch(new Response('no', { status: 404 }));
    const incoming = await transport(fetch)();
    expect(incoming).toMatchObject({ text: 'no', attempts: 1, isTooLong: false });
    expect(incoming.response.status).toBe(404);
  });

  test('is read as it is where there is no key', async () => {
    const { fetch } = fakeFetch(new Response('undefined'));
    const send = transport(fetch, { apiKey: undefined, baseUrl: 'https://a.example' });
    expect((await send({ url: 'https://a.example/v2/x' })).text).toBe('undefined');
  });
});

describe('sending again', () => {
  test('goes on until a response is final, and says how often', async () => {
    const { fetch, requests } = fakeFetch(busy, new TypeError('failed'), ok);
    const time = fakeTime({ random: 0.5 });
    const incoming = await transport(fetch, {}, time)();
    expect(incoming).toMatchObject({ text: 'done', attempts: 3 });
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{}', '{}', '{}']);
    expect(time).toMatchObject({ timers: [30_000, 250, 30_000, 500, 30_000], pending: 0 });
  });

  test('ends after two more attempts, with the last response', async () => {
    const { fetch, requests } = fakeFetch(busy);
    const incoming = await transport(fetch)();
    expect(incoming.attempts).toBe(3);
    expect(incoming.response.status).toBe(503);
    expect(requests).toHaveLength(3);
  });

  test('is off where the call says so', async () => {
    const { fetch, requests } = fakeFetch(busy);
    expect(await transport(fetch)({ retry: { maxRetries: 0 } })).toMatchObject({ attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test('asks for the key again, since keys rotate', async () => {
    const { fetch, requests } = fakeFetch(busy, ok);
    let calls = 0;
    await transport(fetch, { apiKey: () => Promise.resolve(`key-${++calls}`) })();
    expect(requests.map((request) => request.headers.get('Authorization'))).toEqual(['Bearer key-1', 'Bearer key-2']);
  });
});

describe('no response', () => {
  test('is a ConnectionError with reason and number of attempts', async () => {
    const error = await rejection(transport(fakeFetch(new TypeError('fetch failed')).fetch)());
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: 'PATCH /v2/x got no response: fetch failed',
      cause: { name: 'TypeError', message: 'fetch failed' },
      attempts: 3,
      reason: 'connection',
    });
  });

  test('is a ConnectionError also where fetch resolves to something else', async () => {
    const error = await rejection(transport((() => Promise.resolve()) as never)({ retry: { maxRetries: 0 } }));
    expect(error).toMatchObject({ name: 'ConnectionError' });
  });

  test('in time is a ConnectionError that says so, after three attempts', async () => {
    const time = fakeTime();
    const { fetch, requests } = fakeFetch(() => new Promise(() => undefined));
    const error = await rejection(transport(fetch, { timeoutMs: 40 }, time)());
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: 'PATCH /v2/x got no response: no response within 40 ms',
      reason: 'timeout',
      attempts: 3,
    });
    expect(requests).toHaveLength(3);
    expect(time).toMatchObject({ timers: [40, 500, 40, 1000, 40], pending: 0 });
  });

  test('in time is the same where the body does not end', async () => {
    const stalled = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const error = await rejection(transport(fakeFetch(stalled).fetch)({ timeoutMs: 40, retry: { maxRetries: 0 } }));
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'timeout', attempts: 1 });
  });

  test('without a key is never about the key, whatever goes wrong first', async () => {
    const { fetch, requests } = fakeFetch(ok);
    const signal = { throwIfAborted: () => undefined } as AbortSignal;
    const keyless = transport(fetch, { apiKey: undefined, baseUrl: 'https://api.spirii.com' });
    expect(await rejection(keyless({ signal }))).toMatchObject({ reason: 'connection', attempts: 0 });
    expect(requests).toHaveLength(0);
  });

  test('because the key function is late, is its failure, and nothing is sent once it resolves', async () => {
    let resolveLate: (key: string) => void = () => undefined;
    const apiKey = () => new Promise<string>((resolve) => (resolveLate = resolve));
    const { fetch, requests } = fakeFetch(ok);
    const error = await rejection(transport(fetch, { apiKey })({ timeoutMs: 40 }));
    expect(error).toMatchObject({
      ...{ name: 'ConnectionError', reason: 'api-key', attempts: 0 },
      message: expect.stringMatching(/ was not sent: no response within 40 ms$/),
    });
    resolveLate('k');
    await new Promise(setImmediate);
    expect(requests).toHaveLength(0);
  });
});

describe('a key function', () => {
  test.each([
    [
      'throws',
      () => {
        throw new RangeError('vault');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('vault'))],
  ])('that %s ends the call with a ConnectionError: nothing is sent', async (_how, apiKey) => {
    const { fetch, requests } = fakeFetch(ok);
    const time = fakeTime();
    const error = (await rejection(transport(fetch, { apiKey }, time)())) as ConnectionError;
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'api-key', attempts: 0 });
    expect(error.message).toBe('PATCH /v2/x was not sent: the apiKey function failed (RangeError)');
    expect(requests).toHaveLength(0);
    expect(time).toMatchObject({ timers: [30_000], pending: 0 });
  });

  test.each([
    ['PATCH', ''],
    ['POST', '. It may have been carried out: list before you send it again'],
  ])('that fails at the second attempt of a %s does not deny the first', async (method, advice) => {
    let calls = 0;
    const apiKey = () => (calls++ ? Promise.reject(new RangeError('vault')) : 'k');
    const error = await rejection(transport(fakeFetch(busy).fetch, { apiKey })({ method }));
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'api-key', attempts: 1 });
    const message = `${method} /v2/x was not sent again: the apiKey function failed (RangeError)${advice}`;
    expect(error).toHaveProperty('message', message);
  });

  test.each([
    ['', 'is empty'],
    [undefined, 'must be printable ASCII without spaces'],
    ['line\n', 'must be printable ASCII without spaces'],
    [42, 'must be printable ASCII without spaces'],
  ])('that returns %p ends the call with a ConnectionError: nothing is sent', async (key, fault) => {
    const { fetch, requests } = fakeFetch(ok);
    const error = await rejection(transport(fetch, { apiKey: () => key })({ method: 'POST' }));
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'api-key', attempts: 0 });
    expect(error).toHaveProperty('message', `POST /v2/x was not sent: the key from the apiKey function ${fault}`);
    expect(requests).toHaveLength(0);
  });
});

test.each([
  [{}, [7, 3, 7]],
  [{ retry: { maxRetries: 0 } }, [7]],
  [{ timeoutMs: 5, retry: { maxRetryWaitMs: 2 } }, [5, 2, 5]],
])('the client’s limits apply where a call, here %j, has none of its own', async (call, timers) => {
  const time = fakeTime({ stopped: Infinity });
  const options = { timeoutMs: 7, retry: { maxRetries: 1, maxRetryWaitMs: 3 } };
  await transport(fakeFetch(busy).fetch, options, time)(call);
  expect(time.timers).toEqual(timers);
});

test('a body that is too long ends before a key that is cut off could begin', async () => {
  const body = 'x'.repeat(maxBodyBytes + 1);
  const { text, isTooLong } = await transport(() => Promise.resolve(new Response(body)))();
  expect(isTooLong).toBe(true);
  expect(body.length - text.length).toBeGreaterThan(8000);
  expect(text.length).toBeGreaterThan(maxBodyBytes - 10_000);
});

describe('the caller’s signal', () => {
  test('that has fired ends the call before anything is sent, with its reason', async () => {
    const { fetch, requests } = fakeFetch(ok);
    expect(await rejection(transport(fetch)({ signal: AbortSignal.abort('mine') }))).toBe('mine');
    expect(requests).toHaveLength(0);
  });

  test('ends an attempt, and what fetch makes of it does not matter', async () => {
    const controller = new AbortController();
    const { fetch, requests } = fakeFetch((_request, { signal }) => {
      controller.abort('mine');
      return Promise.reject(new Error(`aborted with ${String(signal?.reason)}`));
    });
    expect(await rejection(transport(fetch)({ signal: controller.signal }))).toBe('mine');
    expect(requests).toHaveLength(1);
    expect(listenersOn(controller.signal)).toBe(0);
  });

  test('ends the wait before the next attempt', async () => {
    const controller = new AbortController();
    const time = fakeTime({ stopped: 500 });
    const { fetch, requests } = fakeFetch(busy);
    const sending = transport(fetch, {}, time)({ signal: controller.signal });
    // Only the 500 ms of the wait stay; those of the attempt are cancelled.
    while (time.timers.at(-1) !== 500) await new Promise(setImmediate);
    controller.abort('mine');
    expect(await rejection(sending)).toBe('mine');
    expect(requests).toHaveLength(1);
    expect(time.pending).toBe(0);
    expect(listenersOn(controller.signal)).toBe(0);
  });

  test('is not held on to after a call, and fetch never gets it', async () => {
    const { signal } = new AbortController();
    const { fetch, inits } = fakeFetch(busy, ok);
    const send = transport(fetch);
    await Promise.all(Array.from({ length: 20 }, () => send({ signal })));
    expect(inits.some((init) => init.signal === signal)).toBe(false);
    expect(listenersOn(signal)).toBe(0);
  });
});

test('a POST whose response is lost or late is not sent again, whoever sends it', async () => {
  for (const reply of [new TypeError('lost'), () => new Promise<Response>(() => undefined)]) {
    const { fetch, requests, inits } = fakeFetch(reply, ok);
    const error = (await rejection(transport(fetch)({ method: 'POST', timeoutMs: 40 }))) as ConnectionError;
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect(error.message).toMatch(/^POST \/v2\/x got no response: .* list before you send it again$/);
    expect(requests).toHaveLength(1);
    expect(inits[0]?.redirect).toBe('manual');
  }
});

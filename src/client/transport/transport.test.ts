import { describe, expect, test } from '@jest/globals';
import type { ConnectionError } from '../errors.ts';
import type { ClientOptions, RequestOptions } from '../options.ts';
import { readSettings } from '../settings.ts';
import { fakeFetch, fakeTime, listenersOn, rejection } from '../test-support.ts';
import { createTransport } from './transport.ts';
import type { OutgoingRequest } from './transport.ts';

const url = 'https://api.spirii.com/v2/x';
const ok = new Response('done');
const busy = new Response('busy', { status: 503 });

/** A client's transport, with the options of the test's choice. */
function transport(fetch: ClientOptions['fetch'], options: object = {}, time = fakeTime()) {
  const settings = readSettings({ apiKey: 'k', fetch, ...options }, time.runtime);
  const send = createTransport(settings, time.runtime);
  return (call: RequestOptions & Partial<OutgoingRequest> = {}) =>
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
    let asked = 0;
    await transport(fetch, { apiKey: () => String(++asked) })({ url: elsewhere });
    expect(requests[0]?.headers.has('Authorization')).toBe(false);
    expect(asked).toBe(0);
  });
});

describe('a response', () => {
  test('is handed on with its text and the number of attempts, whatever its status', async () => {
    const { fetch } = fakeFetch(new Response('no', { status: 404 }));
    const incoming = await transport(fetch)();
    expect(incoming).toMatchObject({ text: 'no', attempts: 1, isTooLong: false });
    expect(incoming.response.status).toBe(404);
  });

  test('that sends the key back does not show it', async () => {
    const { fetch } = fakeFetch(new Response('You sent secret-key. secret-key!'));
    const { text } = await transport(fetch, { apiKey: 'secret-key' })();
    expect(text).toBe('You sent [redacted]. [redacted]!');
  });

  test.each([
    ['12345678', '[redacted] is a key'],
    ['1234567', '1234567 is a key'],
  ])('is not torn apart by a placeholder of less than eight characters: %s', async (apiKey, text) => {
    const { fetch } = fakeFetch(new Response(`${apiKey} is a key`));
    expect((await transport(fetch, { apiKey })()).text).toBe(text);
  });

  test('is read as it is where there is no key', async () => {
    const { fetch } = fakeFetch(new Response('undefined'));
    const send = transport(fetch, { apiKey: undefined, baseUrl: 'https://a.example' });
    expect((await send({ url: 'https://a.example/v2/x' })).text).toBe('undefined');
  });
});

describe('sending again', () => {
  test('goes on until there is a response to keep, and says how often', async () => {
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
    expect(await transport(fetch)({ retry: false })).toMatchObject({ attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test('waits as long as Retry-After says', async () => {
    const { fetch } = fakeFetch(new Response('', { status: 429, headers: { 'Retry-After': '7' } }), ok);
    const time = fakeTime();
    await transport(fetch, {}, time)();
    expect(time.timers).toEqual([30_000, 7000, 30_000]);
  });

  test('asks for the key again, since keys rotate', async () => {
    const { fetch, requests } = fakeFetch(busy, ok);
    let asked = 0;
    await transport(fetch, { apiKey: () => Promise.resolve(`key-${++asked}`) })();
    expect(requests.map((request) => request.headers.get('Authorization'))).toEqual(['Bearer key-1', 'Bearer key-2']);
  });
});

describe('no response', () => {
  test('is a ConnectionError with reason and number of attempts', async () => {
    const failure = new TypeError('fetch failed');
    const error = (await rejection(transport(fakeFetch(failure).fetch)())) as ConnectionError;
    expect(error.name).toBe('ConnectionError');
    expect(error.message).toBe('PATCH /v2/x got no response: fetch failed');
    expect(error).toMatchObject({
      cause: { name: 'TypeError', message: 'fetch failed' },
      attempts: 3,
      reason: 'connection',
    });
  });

  test.each([
    [new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }), 'connect ECONNREFUSED'],
    [
      new Error('fetch failed', { cause: Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }) }),
      'ECONNREFUSED',
    ],
    [new Error('fetch failed', { cause: 'a text' }), 'a text'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Object.create(null), 'Error'],
    [new DOMException('', 'NetworkError'), 'NetworkError'],
    [new Error('fetch failed', { cause: { message: 7, code: 8 } }), 'fetch failed'],
  ])('for %p names the reason', async (failure, reason) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a fetch may reject with anything
    const fetch = () => Promise.reject(failure);
    const error = (await rejection(transport(fetch)({ retry: false }))) as ConnectionError;
    expect(error.message).toBe(`PATCH /v2/x got no response: ${reason}`);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('from a fetch that gives no Response is a ConnectionError, too', async () => {
    const error = await rejection(transport((() => Promise.resolve()) as never)({ retry: false }));
    expect(error).toMatchObject({ name: 'ConnectionError' });
  });

  test('in time is a ConnectionError that says so, after as many attempts', async () => {
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

  test('in time, since the body does not end, is the same', async () => {
    const stalled = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const error = await rejection(transport(fakeFetch(stalled).fetch)({ timeoutMs: 40, retry: false }));
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'timeout', attempts: 1 });
  });

  test('to the key function in time is the same, and nothing is sent when it resolves after all', async () => {
    let resolveLate: (key: string) => void = () => undefined;
    const apiKey = () => new Promise<string>((resolve) => (resolveLate = resolve));
    const { fetch, requests } = fakeFetch(ok);
    const error = await rejection(transport(fetch, { apiKey })({ timeoutMs: 40, retry: false }));
    expect(error).toMatchObject({ name: 'ConnectionError', reason: 'timeout' });
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

  test.each([undefined, 'line\n', 42])('that gives %p ends the call: nothing is sent', async (key) => {
    const { fetch, requests } = fakeFetch(ok);
    const error = await rejection(transport(fetch, { apiKey: () => key })());
    expect(error).toMatchObject({
      name: 'InvalidArgumentError',
      message: 'apiKey must be (or return) printable ASCII without spaces',
    });
    expect(requests).toHaveLength(0);
  });
});

describe('the caller’s signal', () => {
  test.each([null, {}, 'signal', new AbortController()])('is not %p', async (signal) => {
    const { fetch, requests } = fakeFetch(ok);
    const error = await rejection(transport(fetch)({ signal: signal as AbortSignal }));
    const shown =
      typeof signal === 'string'
        ? '"signal"'
        : signal === null
          ? 'null'
          : Object.prototype.toString.call(signal).slice(8, -1);
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'signal' });
    expect((error as Error).message).toBe(`signal must be an AbortSignal, not ${shown}`);
    expect(requests).toHaveLength(0);
  });

  test('that has fired ends the call before anything is sent, with its reason', async () => {
    const { fetch, requests } = fakeFetch(ok);
    expect(await rejection(transport(fetch)({ signal: AbortSignal.abort('mine') }))).toBe('mine');
    expect(requests).toHaveLength(0);
  });

  test('ends an attempt, and what fetch makes of it does not matter', async () => {
    const controller = new AbortController();
    const { fetch, requests } = fakeFetch((_request, { signal }) => {
      controller.abort('mine');
      return Promise.reject(new Error(`fetch saw ${String(signal?.reason)}`));
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
    // Only the 500 ms of the wait stay; those of the attempt are called off.
    while (time.timers.at(-1) !== 500) await new Promise(setImmediate);
    controller.abort('mine');
    expect(await rejection(sending)).toBe('mine');
    expect(requests).toHaveLength(1);
    expect(time.pending).toBe(0);
    expect(listenersOn(controller.signal)).toBe(0);
  });

  test('is not held on to after a call', async () => {
    const { signal } = new AbortController();
    const { fetch } = fakeFetch(busy, ok);
    await transport(fetch)({ signal });
    expect(listenersOn(signal)).toBe(0);
  });
});

describe('a POST', () => {
  test.each([
    ['lost', new TypeError('lost')],
    ['late', () => new Promise<Response>(() => undefined)],
  ])('whose response is %s is not sent again, whoever sends it', async (_how, respond) => {
    const { fetch, requests, inits } = fakeFetch(respond, ok);
    const error = (await rejection(transport(fetch)({ method: 'POST', timeoutMs: 40 }))) as ConnectionError;
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect(error.message).toMatch(/^POST \/v2\/x got no response: .* list before you send it again$/);
    expect(requests).toHaveLength(1);
    expect(inits[0]?.redirect).toBe('manual');
  });
});

describe('what is kept of a cause', () => {
  test('is its name, message and code, and the same of its own cause', async () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', headers: { secret: 1 } });
    const error = await rejection(
      transport(fakeFetch(new TypeError('fetch failed', { cause })).fetch)({ retry: false }),
    );
    const kept = (error as Error).cause as Error;
    expect(kept).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
    expect(kept.cause).not.toHaveProperty('headers');
  });

  test('survives an error whose members throw, and causes that go round in a circle', async () => {
    const trap = Object.defineProperty(new Error('x'), 'message', {
      get() {
        throw new Error('of the getter');
      },
    });
    const circle = new Error('round');
    circle.cause = circle;
    for (const failure of [trap, circle]) {
      const error = await rejection(transport(fakeFetch(failure).fetch)({ retry: false }));
      expect(error).toMatchObject({ name: 'ConnectionError' });
    }
  });
});

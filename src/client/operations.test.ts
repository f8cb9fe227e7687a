import { describe, expect, test } from '@jest/globals';
import { detectDrift } from '../drift.ts';
import { createClientIn } from './create-client.ts';
import type { DriftFinding } from './drift.ts';
import type { TemporaryEvseStatusOperations } from './operations.ts';
import type { ClientOptions, RequestOptions } from './options.ts';
import { fakeFetch, fakeTime, listenersOn, rejection } from './testing/support.ts';

const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };
const status = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'MAINTENANCE' } as const;

function clientOf(fetch: ClientOptions['fetch'], options: Partial<ClientOptions> = {}, time = fakeTime()) {
  return createClientIn(time.runtime, { apiKey: 'k', fetch, ...options });
}

/** A client whose fetch replies with these, in turn. */
function replying(...replies: Parameters<typeof fakeFetch>) {
  const { fetch, requests } = fakeFetch(...replies);
  return { client: clientOf(fetch), requests };
}

describe('an update', () => {
  test('goes out as PATCH with key, media types and the fields to change', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const change = { temporaryStatus: 'MAINTENANCE', validFrom: new Date(0) } as const;
    await expect(clientOf(fetch, { environment: 'sandbox' }).update(42, change)).resolves.toEqual(record);
    const [request] = requests;
    expect(request?.method).toBe('PATCH');
    expect(request?.url).toBe('https://sandbox.api.spirii.com/v2/temporary-evse-statuses/42');
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer k',
      'content-type': 'application/json',
    });
    expect(await request?.json()).toEqual({ temporaryStatus: 'MAINTENANCE', validFrom: '1970-01-01T00:00:00.000Z' });
  });

  test('goes below a base URL with a path', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    await clientOf(fetch, { environment: undefined, baseUrl: 'https://a.example/spirii/' }).update(0, {});
    expect(requests[0]?.url).toBe('https://a.example/spirii/v2/temporary-evse-statuses/0');
    expect(await requests[0]?.text()).toBe('{}');
  });
});

describe('a create', () => {
  test('goes out as POST with the status, and resolves to the record', async () => {
    const { client, requests } = replying(Response.json(record, { status: 201 }));
    await expect(client.create(status)).resolves.toEqual(record);
    expect(requests[0]).toMatchObject({ method: 'POST', url: 'https://api.spirii.com/v2/temporary-evse-statuses' });
    expect(await requests[0]?.json()).toEqual(status);
  });

  test('whose connection is lost is not sent again, and its error says how to find out', async () => {
    const { client, requests } = replying(new TypeError('lost'), Response.json(record));
    const error = await rejection(client.create(status));
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect((error as Error).message).toMatch(/It may have been carried out: list before you send it again$/);
    expect(requests).toHaveLength(1);
  });

  test.each([429, 503])('that is refused with %d is sent again', async (status) => {
    const { client, requests } = replying(new Response('', { status }), Response.json(record));
    await client.create({ evseId: 'x', temporaryStatus: 'BLOCKED' });
    expect(requests).toHaveLength(2);
  });
});

describe('a list', () => {
  test('goes out as GET without a body, the filter as the query', async () => {
    const { client, requests } = replying(Response.json([record]));
    await expect(client.list({ evseId: 'DK*SPI*E123*1', activeOnly: false })).resolves.toEqual([record]);
    const [request] = requests;
    expect([request?.method, request?.body]).toEqual(['GET', null]);
    const query = [...new URL(String(request?.url)).searchParams];
    expect(query).toEqual(Object.entries({ evseId: 'DK*SPI*E123*1', activeOnly: 'false' }));
    expect(request?.headers.has('Content-Type')).toBe(false);
  });

  test('without a filter has no query', async () => {
    const { client, requests } = replying(Response.json([]));
    await expect(client.list()).resolves.toEqual([]);
    expect(requests[0]?.url).toBe('https://api.spirii.com/v2/temporary-evse-statuses');
  });
});

type Call = (client: TemporaryEvseStatusOperations, options?: RequestOptions) => Promise<unknown>;

describe.each<[string, string, string, Call]>([
  ['list', 'GET', '[{}]', (client, options) => client.list({}, options)],
  ['create', 'POST', '{}', (client, options) => client.create(status, options)],
  ['update', 'PATCH', '{}', (client, options) => client.update(42, {}, options)],
])('every operation, here %s,', (_name, method, usable, call) => {
  const path = method === 'PATCH' ? '/v2/temporary-evse-statuses/42' : '/v2/temporary-evse-statuses';

  test('takes signal, time limit and retries of the call', async () => {
    const { signal } = new AbortController();
    const { fetch } = fakeFetch(new Response('', { status: 503 }));
    const time = fakeTime({ stopped: 9 });
    const error = await rejection(call(clientOf(fetch, {}, time), { signal, timeoutMs: 9, retry: { maxRetries: 1 } }));
    expect(error).toMatchObject({ name: 'ResponseError', status: 503, attempts: 2 });
    expect(time.timers).toEqual([9, 500, 9]);
    expect(listenersOn(signal)).toBe(0);
  });

  test.each([
    [{ timeoutMs: -1 }, 'timeoutMs', 'timeoutMs must be '],
    [{ signal: 'now' }, 'signal', 'signal must be '],
    [null, 'options', 'options must be an object'],
    [0, 'options', 'options must be an object'],
    [{ timeout: 5 }, 'timeout', 'options: there is no timeout; '],
    [{ retries: 5 }, 'retries', 'options: there is no retries; '],
    [{ headers: {} }, 'headers', 'options: there is no headers; '],
  ])('sends nothing with the options %j', async (options, argument, rule) => {
    const { client, requests } = replying(new Response(usable));
    const error = await rejection(call(client, options as never));
    const message = expect.stringContaining(rule) as unknown;
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument, message });
    expect(requests).toHaveLength(0);
  });

  test('is not sent where its signal fires in the tick of the call', async () => {
    const { client, requests } = replying(new Response(usable));
    const controller = new AbortController();
    const pending = rejection(call(client, { signal: controller.signal }));
    controller.abort('changed my mind');
    expect(await pending).toBe('changed my mind');
    expect(requests).toHaveLength(0);
  });

  test.each([null, 0, '', false, NaN])('rejects with the reason of its signal, also with %p', async (reason) => {
    const controller = new AbortController();
    const { client } = replying((_request, { signal }) => {
      controller.abort(reason);
      return Promise.reject(signal?.reason as Error);
    });
    expect(await rejection(call(client, { signal: controller.signal }))).toBe(reason);
  });

  test('rejects with what a response outside 2xx says', async () => {
    const body = { error: { type: 'not_found', code: 'c', message: 'Gone astray.', param: 'id', request_id: 'req_1' } };
    const error = await rejection(call(replying(Response.json(body, { status: 404 })).client));
    expect(error).toMatchObject({ status: 404, body, type: 'not_found', code: 'c', param: 'id', requestId: 'req_1' });
    expect(String(error)).toBe(`ResponseError: ${method} ${path} failed with 404: Gone astray. (req_1)`);
  });

  test.each(['', 'null', usable === '{}' ? '[]' : '{}', '[null]', '[[{}]]', '"text"', '<html></html>'])(
    'rejects with a 2xx body that cannot be used: %j',
    async (body) => {
      const error = await rejection(call(replying(new Response(body)).client));
      expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 200, text: body });
    },
  );

  test.each([
    ['ResponseError', new Response('', { status: 404 }), {}],
    ['UnexpectedResponseError', new Response(''), {}],
    ['ConnectionError', new TypeError('failed'), { retry: false }],
    ['InvalidArgumentError', new Response(usable), { timeoutMs: -1 }],
    ['InvalidArgumentError', new Response(usable), { retry: { maxRetries: -1 } }],
  ])('has the line of its caller in the stack of a %s', async (name, reply, options) => {
    async function theCaller() {
      await call(replying(reply).client, options as RequestOptions);
    }
    const error = await rejection(theCaller());
    expect(error).toMatchObject({ name, stack: expect.stringContaining('theCaller') });
  });
});

test.each<[string, Call]>([
  ['id', (client) => client.update(NaN, {})],
  ['temporaryStatus', (client) => client.update(42, { temporaryStatus: 'BROKEN' as never })],
  ['evseId', (client) => client.create({} as never)],
  ['evseId', (client) => client.list({ evseId: 5 as never })],
  ['evseID', (client) => client.list({ evseID: 'x' } as never)],
])('nothing is sent with a wrong %s', async (argument, call) => {
  const { client, requests } = replying(Response.json(record));
  expect(await rejection(call(client))).toMatchObject({ name: 'InvalidArgumentError', argument });
  expect(requests).toHaveLength(0);
});

test('a Retry-After date is measured from now', async () => {
  const headers = { 'Retry-After': 'Thu, 01 Jan 1970 00:02:00 GMT' };
  const { fetch } = fakeFetch(new Response('', { status: 429, headers }));
  const error = await rejection(clientOf(fetch, {}, fakeTime({ now: 20_000 })).update(1, {}));
  expect(error).toMatchObject({ status: 429, retryAfterSeconds: 100, attempts: 1 });
});

describe('drift', () => {
  const grown = { ...record, temporaryStatus: 'RETIRED' };
  const broken = { id: 42, temporaryStatus: 'RESERVED' };

  /** A client that reports to `reports`. */
  function watching(...responses: Response[]) {
    const reports: (readonly DriftFinding[])[] = [];
    const drift = detectDrift((findings) => void reports.push(findings));
    return { reports, client: clientOf(fakeFetch(...responses).fetch, { drift }) };
  }

  test('is reported, and the record returned as it came', async () => {
    const { client, reports } = watching(Response.json(grown), Response.json(broken));
    expect(await client.update(42, {})).toEqual(grown);
    expect(await client.create(status)).toEqual(broken);
    expect(reports).toMatchObject([
      [{ kind: 'additive', pointer: '/temporaryStatus', actual: 'RETIRED' }],
      [{ kind: 'breaking', pointer: '/evseId', actual: undefined }],
    ]);
  });

  test('of a list is reported with the place in it', async () => {
    const { client, reports } = watching(Response.json([record, broken]));
    expect(await client.list()).toEqual([record, broken]);
    expect(reports).toMatchObject([[{ kind: 'breaking', pointer: '/1/evseId' }]]);
  });

  test('is not reported where there is none', async () => {
    const { client, reports } = watching(Response.json(record));
    await client.update(42, {});
    expect(reports).toEqual([]);
  });

  test('of a response outside 2xx is reported before the call rejects', async () => {
    const { client, reports } = watching(new Response('', { status: 410, headers: { Sunset: 'soon' } }));
    expect(await rejection(client.update(42, {}))).toMatchObject({ name: 'ResponseError', status: 410 });
    expect(reports).toMatchObject([[{ kind: 'breaking' }, { kind: 'additive' }]]);
  });

  test('is waited for, and what the report throws ends the call', async () => {
    const error = new Error('of the report');
    const drift = detectDrift(() => Promise.reject(error));
    expect(await rejection(clientOf(fakeFetch(Response.json(grown)).fetch, { drift }).update(42, {}))).toBe(error);
  });

  test("that is breaking rejects with 'throw', that is additive does not", async () => {
    const drift = detectDrift('throw');
    const strict = clientOf(fakeFetch(Response.json(broken), Response.json(grown)).fetch, { drift });
    expect(await rejection(strict.update(42, {}))).toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringContaining('a body against the contract (/evseId must be present)'),
      findings: [{ kind: 'breaking', pointer: '/evseId' }],
    });
    expect(await strict.update(42, {})).toEqual(grown);
  });

  test("of a response outside 2xx leaves its error as it is, with 'throw' too", async () => {
    const gone = Response.json({ error: { code: 'gone' } }, { status: 410 });
    const strict = clientOf(fakeFetch(gone).fetch, { drift: detectDrift('throw') });
    expect(await rejection(strict.update(42, {}))).toMatchObject({ name: 'ResponseError', status: 410, code: 'gone' });
  });

  test('is not found by an option that returns nothing, as one in JavaScript may', async () => {
    const seen: string[] = [];
    const drift = ((operationId: string) => void seen.push(operationId)) as never;
    expect(await clientOf(fakeFetch(Response.json(record)).fetch, { drift }).update(42, {})).toEqual(record);
    expect(seen).toEqual(['updateTemporaryEvseStatus']);
  });
});

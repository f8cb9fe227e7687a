import { describe, expect, test } from '@jest/globals';
import { detectDrift } from '../drift.ts';
import { createClientIn } from './create-client.ts';
import type { DriftFinding } from './drift.ts';
import type { ClientOptions } from './options.ts';
import { fakeFetch, fakeTime, listenersOn, rejection } from './test-support.ts';

const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };

function client(fetch: ClientOptions['fetch'], options: Partial<ClientOptions> = {}) {
  return createClientIn(fakeTime().runtime, { apiKey: 'k', fetch, ...options });
}

describe('an update', () => {
  test('goes out as PATCH with key, media types and the fields to change', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const change = { temporaryStatus: 'MAINTENANCE', validFrom: new Date(0) } as const;
    await expect(client(fetch, { environment: 'sandbox' }).update(42, change)).resolves.toEqual(record);
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
    await client(fetch, { baseUrl: 'https://a.example/spirii/' }).update(0, {});
    expect(requests[0]?.url).toBe('https://a.example/spirii/v2/temporary-evse-statuses/0');
    expect(await requests[0]?.text()).toBe('{}');
  });

  test('takes signal, time limit and retries', async () => {
    const { signal } = new AbortController();
    const { fetch, requests } = fakeFetch(new Response('', { status: 503 }));
    const error = await rejection(client(fetch).update(42, {}, { signal, timeoutMs: 9, retry: { maxRetries: 1 } }));
    expect(error).toMatchObject({ name: 'ResponseError', status: 503, attempts: 2 });
    expect(requests).toHaveLength(2);
    expect(listenersOn(signal)).toBe(0);
  });

  test('shares a signal with any number of others, which has one listener of ours and then none', async () => {
    const { signal } = new AbortController();
    const { fetch } = fakeFetch(Response.json(record));
    const updating = Promise.all(Array.from({ length: 20 }, (_, id) => client(fetch).update(id, {}, { signal })));
    await Promise.resolve();
    expect(listenersOn(signal)).toBeLessThanOrEqual(1);
    await updating;
    expect(listenersOn(signal)).toBe(0);
  });

  test.each([
    [NaN, {}, undefined, 'id'],
    [42, { temporaryStatus: 'BROKEN' }, undefined, 'temporaryStatus'],
    [42, {}, { timeoutMs: -1 }, 'timeoutMs'],
    [42, {}, { signal: 'now' }, 'signal'],
    [42, {}, { timeout: 5 }, 'timeout'],
    [42, {}, { retries: 5 }, 'retries'],
  ])('that cannot be sent is not: %p %j %j', async (id, change, options, argument) => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const error = await rejection(client(fetch).update(id, change as never, options as never));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(requests).toHaveLength(0);
  });

  test('that fails with a status outside 2xx rejects with what the response says', async () => {
    const body = { error: { type: 'not_found', code: 'c', message: 'Gone astray.', param: 'id', request_id: 'req_1' } };
    const { fetch } = fakeFetch(Response.json(body, { status: 404 }));
    const error = await rejection(client(fetch).update(1, {}));
    expect(error).toMatchObject({ status: 404, body, type: 'not_found', code: 'c', param: 'id', requestId: 'req_1' });
    expect(String(error)).toBe(
      'ResponseError: PATCH /v2/temporary-evse-statuses/1 failed with 404: Gone astray. (req_1)',
    );
  });

  test('that fails with 429 measures a Retry-After date from now', async () => {
    const headers = { 'Retry-After': 'Thu, 01 Jan 1970 00:02:00 GMT' };
    const { fetch } = fakeFetch(new Response('', { status: 429, headers }));
    const time = fakeTime({ now: 20_000 });
    const error = await rejection(createClientIn(time.runtime, { apiKey: 'k', fetch }).update(1, {}));
    expect(error).toMatchObject({ status: 429, retryAfterSeconds: 100, attempts: 1 });
  });

  test('that gets no record rejects', async () => {
    const error = await rejection(client(fakeFetch(new Response(null, { status: 204 })).fetch).update(1, {}));
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 204, text: '' });
  });
});

describe('a create', () => {
  const status = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'MAINTENANCE' } as const;

  test('goes out as POST with the status, and resolves to the record', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record, { status: 201 }));
    await expect(client(fetch).create(status)).resolves.toEqual(record);
    expect(requests[0]).toMatchObject({ method: 'POST', url: 'https://api.spirii.com/v2/temporary-evse-statuses' });
    expect(await requests[0]?.json()).toEqual(status);
  });

  test('whose connection is lost is not sent again, and its error says how to find out', async () => {
    const { fetch, requests } = fakeFetch(new TypeError('lost'), Response.json(record));
    const error = await rejection(client(fetch).create(status));
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect((error as Error).message).toMatch(/It may have been carried out: list before you send it again$/);
    expect(requests).toHaveLength(1);
  });

  test('that is refused with 503 is sent again, since the vendor calls that safe', async () => {
    const { fetch, requests } = fakeFetch(new Response('', { status: 503 }), Response.json(record));
    await client(fetch).create(status);
    expect(requests).toHaveLength(2);
  });

  test('that cannot be sent is not', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const error = await rejection(client(fetch).create({} as never));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'evseId' });
    expect(requests).toHaveLength(0);
  });
});

describe('a list', () => {
  test('goes out as GET without a body, the filter as the query', async () => {
    const { fetch, requests } = fakeFetch(Response.json([record]));
    await expect(client(fetch).list({ evseId: 'DK*SPI*E123*1', activeOnly: false })).resolves.toEqual([record]);
    const [request] = requests;
    expect([request?.method, request?.body]).toEqual(['GET', null]);
    expect([...new URL(String(request?.url)).searchParams]).toEqual([
      ['evseId', 'DK*SPI*E123*1'],
      ['activeOnly', 'false'],
    ]);
    expect(request?.headers.has('Content-Type')).toBe(false);
  });

  test('without a filter has no query', async () => {
    const { fetch, requests } = fakeFetch(Response.json([]));
    await expect(client(fetch).list()).resolves.toEqual([]);
    expect(requests[0]?.url).toBe('https://api.spirii.com/v2/temporary-evse-statuses');
  });

  test.each([[{}], [record], [[null]], [[[record]]], ['text']])('that gets %j rejects', async (body) => {
    const error = await rejection(client(fakeFetch(Response.json(body)).fetch).list());
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 200 });
  });

  test.each([
    [{ evseId: 5 }, 'evseId'],
    [{ evseID: 'x' }, 'evseID'],
  ])('with the filter %j is not sent', async (filter, argument) => {
    const { fetch, requests } = fakeFetch(Response.json([]));
    const error = await rejection(client(fetch).list(filter as never));
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(requests).toHaveLength(0);
  });
});

describe('drift', () => {
  const grown = { ...record, temporaryStatus: 'RETIRED' };
  const broken = { id: 42, temporaryStatus: 'RESERVED' };

  function watching(...responses: Response[]) {
    const seen: (readonly DriftFinding[])[] = [];
    const drift = detectDrift((findings) => void seen.push(findings));
    return { seen, client: client(fakeFetch(...responses).fetch, { drift }) };
  }

  test('is reported, and the record returned as it came', async () => {
    const { client, seen } = watching(Response.json(grown), Response.json(broken));
    expect(await client.update(42, {})).toEqual(grown);
    expect(await client.update(42, {})).toEqual(broken);
    expect(seen).toMatchObject([
      [{ kind: 'additive', pointer: '/temporaryStatus', actual: 'RETIRED' }],
      [{ kind: 'breaking', pointer: '/evseId', actual: undefined }],
    ]);
  });

  test('of a list is reported with the place in it', async () => {
    const { client, seen } = watching(Response.json([record, broken]));
    expect(await client.list()).toEqual([record, broken]);
    expect(seen).toMatchObject([[{ kind: 'breaking', pointer: '/1/evseId' }]]);
  });

  test('is not reported where there is none', async () => {
    const { client, seen } = watching(Response.json(record));
    await client.update(42, {});
    expect(seen).toEqual([]);
  });

  test('of a response outside 2xx is reported before the call rejects', async () => {
    const { client, seen } = watching(new Response('', { status: 410, headers: { Sunset: 'soon' } }));
    expect(await rejection(client.update(42, {}))).toMatchObject({ name: 'ResponseError', status: 410 });
    expect(seen).toMatchObject([[{ kind: 'breaking' }, { kind: 'additive' }]]);
  });

  test('is waited for, and what the report throws ends the call', async () => {
    const error = new Error('of the report');
    const drift = detectDrift(() => Promise.reject(error));
    expect(await rejection(client(fakeFetch(Response.json(grown)).fetch, { drift }).update(42, {}))).toBe(error);
  });

  test("that is breaking rejects with 'throw', that is additive does not", async () => {
    const drift = detectDrift('throw');
    const strict = client(fakeFetch(Response.json(broken), Response.json(grown)).fetch, { drift });
    expect(await rejection(strict.update(42, {}))).toMatchObject({
      name: 'UnexpectedResponseError',
      message: expect.stringContaining('a body against the contract (/evseId must be there)'),
      findings: [{ kind: 'breaking', pointer: '/evseId' }],
    });
    expect(await strict.update(42, {})).toEqual(grown);
  });
});

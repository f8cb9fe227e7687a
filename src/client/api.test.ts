import { describe, expect, test } from '@jest/globals';
import { createClientIn } from './create-client.ts';
import type { ClientOptions } from './options.ts';
import { fakeFetch, fakeTime, rejection } from './testing/support.ts';
import { maxBodyBytes } from './transport/read-body.ts';

const path = '/v2/temporary-evse-statuses/{id}';
const collection = '/v2/temporary-evse-statuses';
const params = { path: { id: 42 } };
const record = { id: 42, temporaryStatus: 'BLOCKED', evseId: 'x' };

function raw(fetch: ClientOptions['fetch'], options: Partial<ClientOptions> = {}) {
  return createClientIn(fakeTime().runtime, { apiKey: 'k', fetch, ...options }).raw;
}

describe('client.raw sends', () => {
  test('what openapi-fetch makes, with the client’s base URL and key', async () => {
    const { fetch, requests, inits } = fakeFetch(Response.json(record));
    const body = { temporaryStatus: 'BLOCKED' } as const;
    const options = { params, body, credentials: 'include', headers: { 'X-Own': '1' } } as const;
    const { data, response } = await raw(fetch).PATCH(path, options);
    expect(data).toEqual(record);
    expect(response.status).toBe(200);
    const [request] = requests;
    expect(request).toMatchObject({ method: 'PATCH', url: 'https://api.spirii.com/v2/temporary-evse-statuses/42' });
    expect(await request?.json()).toEqual(body);
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({ authorization: 'Bearer k', 'x-own': '1' });
    expect(inits[0]).toMatchObject({ credentials: 'include', redirect: 'error' });
  });

  test('a GET without a body', async () => {
    const { fetch, requests } = fakeFetch(Response.json([]));
    await raw(fetch).GET(collection, { params: { query: { activeOnly: 'false' } } });
    expect(requests[0]).toMatchObject({ method: 'GET', body: null });
  });

  test('a HEAD, which the document does not have, without a body as well', async () => {
    const { fetch, requests } = fakeFetch(new Response());
    await raw(fetch).request('head' as never, collection as never);
    expect(requests[0]).toMatchObject({ method: 'HEAD', body: null });
  });

  test('with retry, timeoutMs and signal of the call', async () => {
    const { fetch, requests } = fakeFetch(new Response('', { status: 503 }));
    const call = (options: object) => raw(fetch).PATCH(path, { params, body: {}, ...options });
    await call({ retry: false });
    expect(requests).toHaveLength(1);
    await expect(call({ timeoutMs: -1 })).rejects.toThrow('timeoutMs');
    await expect(call({ signal: AbortSignal.abort('mine') })).rejects.toBe('mine');
  });

  test('a POST once where the connection is lost', async () => {
    const { fetch, requests } = fakeFetch(new TypeError('lost'));
    const body = { evseId: 'x', temporaryStatus: 'BLOCKED' } as const;
    await expect(raw(fetch).POST(collection, { body })).rejects.toThrow('list before you send it');
    expect(requests).toHaveLength(1);
  });

  test('what middleware makes of a request, which does not carry the key', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const client = raw(fetch);
    client.use({
      onRequest({ request }) {
        expect(request.headers.has('Authorization')).toBe(false);
        request.headers.set('X-Trace', '1');
      },
    });
    await client.PATCH(path, { params, body: {} });
    expect(requests[0]?.headers.get('X-Trace')).toBe('1');
    expect.assertions(2);
  });

  test('a call’s own Authorization in place of the key, each time', async () => {
    const { fetch, requests } = fakeFetch(new Response('', { status: 503 }));
    const apiKey = () => Promise.reject(new Error('not needed'));
    const headers = { Authorization: 'Bearer other' };
    await raw(fetch, { apiKey }).PATCH(path, { params, body: {}, headers });
    expect(requests.map((request) => request.headers.get('Authorization'))).toEqual(Array(3).fill('Bearer other'));
  });

  test('no key to another base URL', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    await raw(fetch).PATCH(path, { params, body: {}, baseUrl: 'https://other.example' });
    expect(requests[0]?.url).toContain('other.example');
    expect(requests[0]?.headers.has('Authorization')).toBe(false);
  });
});

describe('client.raw resolves to', () => {
  test('a response outside 2xx as its error, once the retries are over', async () => {
    const body = { error: { code: 'c' } };
    const options = { status: 503, statusText: 'Busy', headers: { 'X-Own': '1' } };
    const { fetch, requests } = fakeFetch(Response.json(body, options));
    const { error, response } = await raw(fetch).PATCH(path, { params, body: {} });
    expect(error).toEqual(body);
    expect(response).toMatchObject({ status: 503, statusText: 'Busy' });
    expect(response.headers.get('X-Own')).toBe('1');
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{}', '{}', '{}']);
  });

  test('a response without a body', async () => {
    const { fetch } = fakeFetch(new Response(null, { status: 204 }));
    const { data, response } = await raw(fetch).PATCH(path, { params, body: {} });
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  test('the redirect that a browser hides', async () => {
    const hidden = Response.error();
    const { response } = await raw(() => Promise.resolve(hidden)).PATCH(path, { params, body: {} });
    expect(response).toBe(hidden);
  });
});

describe('client.raw rejects', () => {
  test('without a response, with the path of the call', async () => {
    const sending = raw(fakeFetch(new TypeError('failed')).fetch).PATCH(path, { params, body: {} });
    await expect(sending).rejects.toThrow('PATCH /v2/temporary-evse-statuses/42 got no response: failed');
  });

  test('a 2xx body that is cut off, in place of handing on a part of it', async () => {
    const { fetch } = fakeFetch(new Response('x'.repeat(maxBodyBytes + 1)));
    const error = await rejection(raw(fetch).GET(collection, { parseAs: 'text' }));
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 200 });
    expect((error as Error).message).toMatch(/responded 200 with a body that is too long: x{200}$/);
  });

  test('an invalid status, which no Response can be made with', async () => {
    const last = new Response('odd', { status: 599 });
    const get = (response: Response) => raw(fakeFetch(() => response).fetch, { retry: false }).GET(collection);
    expect((await get(last.clone())).response.status).toBe(599);
    const error = await rejection(get(Object.defineProperty(last, 'status', { value: 600 })));
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', status: 600 });
    expect((error as Error).message).toMatch(/responded 600 with an invalid status: odd$/);
  });
});

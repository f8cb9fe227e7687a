import { describe, expect, test } from '@jest/globals';
import { createClientIn } from './create-client.ts';
import type { ClientOptions } from './options.ts';
import { fakeFetch, fakeTime } from './test-support.ts';

const path = '/v2/temporary-evse-statuses/{id}';
const params = { path: { id: 42 } };
const record = { id: 42, temporaryStatus: 'BLOCKED', evseId: 'x' };

function client(fetch: ClientOptions['fetch']) {
  return createClientIn(fakeTime().runtime, { apiKey: 'k', fetch }).raw;
}

describe('client.raw', () => {
  test('sends what openapi-fetch makes, with the client’s base URL and key', async () => {
    const { fetch, requests, inits } = fakeFetch(Response.json(record));
    const body = { temporaryStatus: 'BLOCKED' } as const;
    const { data, response } = await client(fetch).PATCH(path, {
      params,
      body,
      credentials: 'include',
      headers: { 'X-Own': '1' },
    });
    expect(data).toEqual(record);
    expect(response.status).toBe(200);
    const [request] = requests;
    expect(request).toMatchObject({ method: 'PATCH', url: 'https://api.spirii.com/v2/temporary-evse-statuses/42' });
    expect(await request?.json()).toEqual(body);
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({ authorization: 'Bearer k', 'x-own': '1' });
    expect(inits[0]).toMatchObject({ credentials: 'include', redirect: 'error' });
  });

  test('has a response outside 2xx as its error, once the retries are over', async () => {
    const body = { error: { code: 'c' } };
    const { fetch, requests } = fakeFetch(Response.json(body, { status: 503, headers: { 'X-Own': '1' } }));
    const { error, response } = await client(fetch).PATCH(path, { params, body: {} });
    expect(error).toEqual(body);
    expect(response.status).toBe(503);
    expect(response.headers.get('X-Own')).toBe('1');
    expect(requests).toHaveLength(3);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{}', '{}', '{}']);
  });

  test('takes retry, timeoutMs and signal', async () => {
    const { fetch, requests } = fakeFetch(new Response('', { status: 503 }));
    await client(fetch).PATCH(path, { params, body: {}, retry: false });
    expect(requests).toHaveLength(1);
    await expect(client(fetch).PATCH(path, { params, body: {}, timeoutMs: -1 })).rejects.toThrow('timeoutMs');
    await expect(client(fetch).PATCH(path, { params, body: {}, signal: AbortSignal.abort('mine') })).rejects.toBe(
      'mine',
    );
  });

  test('rejects without a response, with the path of the call', async () => {
    const sending = client(fakeFetch(new TypeError('failed')).fetch).PATCH(path, { params, body: {}, retry: false });
    await expect(sending).rejects.toThrow('PATCH /v2/temporary-evse-statuses/42 got no response: failed');
  });

  test('has a response without a body', async () => {
    const { data, response } = await client(fakeFetch(new Response(null, { status: 204 })).fetch).PATCH(path, {
      params,
      body: {},
    });
    expect(data).toBeUndefined();
    expect(response.status).toBe(204);
  });

  test('has a response that a browser hides', async () => {
    const hidden = Response.error();
    const { response } = await client(() => Promise.resolve(hidden)).PATCH(path, { params, body: {} });
    expect(response).toBe(hidden);
  });

  test('sends a GET without a body', async () => {
    const { fetch, requests } = fakeFetch(Response.json([]));
    await client(fetch).GET('/v2/temporary-evse-statuses', { params: { query: { activeOnly: 'false' } } });
    expect(requests[0]).toMatchObject({ method: 'GET', body: null });
  });

  test('lets middleware see and change a request, which does not carry the key', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    const own = client(fetch);
    own.use({
      onRequest({ request }) {
        expect(request.headers.has('Authorization')).toBe(false);
        request.headers.set('X-Trace', '1');
      },
    });
    await own.PATCH(path, { params, body: {} });
    expect(requests[0]?.headers.get('X-Trace')).toBe('1');
    expect.assertions(2);
  });

  test('sends a POST once where the connection is lost', async () => {
    const { fetch, requests } = fakeFetch(new TypeError('lost'));
    const body = { evseId: 'x', temporaryStatus: 'BLOCKED' } as const;
    await expect(client(fetch).POST('/v2/temporary-evse-statuses', { body })).rejects.toThrow(
      'list before you send it',
    );
    expect(requests).toHaveLength(1);
  });

  test('sends one Authorization, the client’s, also where the call has one of its own', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    await client(fetch).PATCH(path, { params, body: {}, headers: { Authorization: 'Bearer other' } });
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer k');
  });

  test('sends no key to another base URL', async () => {
    const { fetch, requests } = fakeFetch(Response.json(record));
    await client(fetch).PATCH(path, { params, body: {}, baseUrl: 'https://other.example' });
    expect(requests[0]?.url).toContain('other.example');
    expect(requests[0]?.headers.has('Authorization')).toBe(false);
  });
});

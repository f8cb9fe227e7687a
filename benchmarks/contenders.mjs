// The same change sent with each client: to the same URL if the client lets us choose it, with its defaults, reading the
// whole JSON response. Ours has retries, a timeout and a key function.
import createOpenApiClient from 'openapi-fetch';
import { builtEntry, load } from './peers.mjs';

const path = '/v2/temporary-evse-statuses/42';
const change = {
  temporaryStatus: /** @type {const} */ ('MAINTENANCE'),
  validFrom: '2025-04-23T10:00:00Z',
  validTo: '2025-04-23T18:00:00Z',
};
const key = 'key';
const authorization = `Bearer ${key}`;

export const ours = 'ours';

/**
 * @typedef {{ name: string, call: () => Promise<unknown> }} Contender
 * @param {{ baseUrl: string, fetch?: typeof globalThis.fetch }} target - `fetch`: a stub; without it each client uses
 *   its own default.
 * @returns {Promise<Contender[]>} raw `fetch` first.
 */
export async function makeContenders({ baseUrl, fetch: stub }) {
  const [{ createClient }, ky, axios, openai, stripe] = await Promise.all([
    load(builtEntry),
    load('ky'),
    load('axios'),
    load('openai'),
    load('stripe'),
  ]);
  const fetchOption = stub ? { fetch: stub } : {};
  const rawFetch = stub ?? globalThis.fetch;
  const url = baseUrl + path;

  const client = createClient({ apiKey: () => key, baseUrl, timeoutMs: 30_000, ...fetchOption });
  const openApi = /** @type {ReturnType<typeof createOpenApiClient<import('../generated/types.ts').paths>>} */ (
    createOpenApiClient({ baseUrl, headers: { authorization }, ...fetchOption })
  );
  const kyClient = ky.default.create({ prefixUrl: baseUrl, headers: { authorization }, ...fetchOption });
  const axiosClient = axios.default.create({
    baseURL: baseUrl,
    headers: { authorization },
    ...(stub ? { adapter: 'fetch', env: { fetch: stub } } : {}),
  });
  const openaiClient = new openai.OpenAI({ apiKey: key, baseURL: baseUrl, ...fetchOption });
  const { hostname, port, protocol } = new URL(baseUrl);
  const stripeClient = new stripe.default(key, {
    host: hostname,
    port: port || 80,
    protocol: protocol.slice(0, -1),
    telemetry: false,
    ...(stub ? { httpClient: stripe.default.createFetchHttpClient(stub) } : {}),
  });

  /** @type {Contender[]} */
  const contenders = [
    {
      name: 'raw fetch',
      call: async () => {
        const response = await rawFetch(url, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify(change),
        });
        return response.json();
      },
    },
    {
      name: 'openapi-fetch',
      call: async () => {
        const { data } = await openApi.PATCH('/v2/temporary-evse-statuses/{id}', {
          params: { path: { id: 42 } },
          body: change,
        });
        return data;
      },
    },
    { name: ours, call: () => client.update(42, change) },
    { name: 'ky', call: () => kyClient.patch(path.slice(1), { json: change }).json() },
    { name: 'axios', call: async () => (await axiosClient.patch(path, change)).data },
    { name: 'openai', call: () => openaiClient.patch(path, { body: change }) },
    { name: 'stripe', call: () => stripeClient.customers.update('42', { metadata: change }) },
  ];
  for (const { name, call } of contenders) {
    const record = /** @type {{ id?: unknown } | undefined} */ (await call());
    if (record?.id !== 42) throw new Error(`${name} did not return the record`);
  }
  return contenders;
}

/** The response of the stub and the local server. */
export const responseBody = JSON.stringify({ id: 42, evseId: 'DK*SPI*E123*1', ...change });

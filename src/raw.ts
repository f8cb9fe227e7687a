/** The entry `temporary-evse-statuses/raw`: the openapi-fetch client of the document, for `createClient({ raw })`. */
import createOpenApiClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from '../generated/types.ts';
import type { RequestOptions } from './client/options.ts';
import type { Transport } from './client/transport.ts';

export type { components, paths } from '../generated/types.ts';

/** openapi-fetch 0.17 takes the open half of `'MAINTENANCE' | … | (string & {})` for an object: here it is any string. */
type Plain<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends object
    ? { [Name in keyof T]: Plain<T[Name]> }
    : T;

/** The openapi-fetch client of the document. */
export type RawClient = Client<Plain<paths>, 'application/json'>;

/** What a `Request` says to `fetch` beside its URL, method, headers, body and signal. */
const passedOn = ['cache', 'credentials', 'integrity', 'keepalive', 'mode', 'referrer', 'referrerPolicy'] as const;

/**
 * Makes `client.raw`, with the client's base URL, key, time limit and retries. Its calls take `timeoutMs` and `retry` beside
 * openapi-fetch's own options; an answer outside 200–299 is their `error`, not thrown. Middleware sees the calls of `raw`
 * only, never the key, and one answer for all attempts. Bodies are read to their end before they are handed on.
 */
export function raw(baseUrl: string, send: Transport): RawClient {
  return createOpenApiClient<Plain<paths>, 'application/json'>({
    baseUrl,
    async fetch(request: Request & RequestOptions) {
      const { url, method, signal, timeoutMs, retry } = request;
      const { response, text } = await send({
        name: `${method} ${new URL(url).pathname}`,
        url,
        headers: Object.fromEntries(request.headers),
        init: {
          ...Object.fromEntries(passedOn.map((name) => [name, request[name]])),
          method,
          ...(method !== 'GET' && method !== 'HEAD' && { body: await request.text() }),
        },
        signal,
        timeoutMs,
        retry,
      });
      // A browser hides where a redirect leads, and that it is one, behind the status 0, which no Response can be made with.
      return response.status === 0 ? response : new Response(text === '' ? null : text, response);
    },
  });
}

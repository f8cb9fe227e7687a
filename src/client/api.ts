/** The one file that knows openapi-fetch. Both clients here send through the transport. */
import createOpenApiClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';
import { readMembers } from './read-members.ts';
import { unexpected } from './read-response.ts';
import { requestOptions } from './settings.ts';
import { redactedHeaders } from './transport/transport.ts';
import type { IncomingResponse, OutgoingRequest, Transport } from './transport/transport.ts';

/** openapi-fetch 0.17 takes the open half of `'MAINTENANCE' | … | (string & {})` for an object: here it is any string. */
type Plain<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends object
    ? { [Name in keyof T]: Plain<T[Name]> }
    : T;

/**
 * The openapi-fetch client of the document, with the client's base URL, key, time limit and retries. Its calls take
 * `timeoutMs` and `retry` besides openapi-fetch's own options. A response outside 200–299 is returned as `error`, not thrown.
 * A call's own `Authorization` is sent instead of the key. Middleware sees only calls of `raw`, never the key, and one
 * response for all attempts; where it returns a new `Request`, the call's `timeoutMs` and `retry` are lost.
 * Its parsing is openapi-fetch's: a 2xx body that is not JSON is a `SyntaxError`.
 * Each call makes a `Request`, which in Node leaves a listener on the call's `signal`: after 1500 of them Node warns of a leak.
 */
export type RawClient = Client<Plain<paths>, 'application/json'>;

/** What the operations call: the typed client, whose responses are read from the transport instead of openapi-fetch. */
export type Api = Pick<Client<paths>, 'GET' | 'PATCH' | 'POST'>;

/**
 * What openapi-fetch makes for the operations in place of a `Request`. A `Request` can be read only once, which a repeat
 * needs to do again, leaves listeners on the caller's signal, and costs as much as the rest of a call. `Accept` is set here,
 * since openapi-fetch would merge it into two sets of headers.
 */
function PlainRequest(url: string, init: Omit<OutgoingRequest, 'url'>): OutgoingRequest {
  init.headers.set('Accept', 'application/json');
  return { ...init, url };
}

/** All that openapi-fetch looks at of a response without a body. */
const noBody = { status: 204, headers: new Map() };

export function createApi(baseUrl: string, send: Transport): Api {
  // The operations wait for the response themselves: openapi-fetch would take a falsy rejection for none.
  const fetch = (request: OutgoingRequest) => ({ ...noBody, incoming: send(request) });
  return createOpenApiClient<paths>({ baseUrl, Request: PlainRequest as never, fetch: fetch as never });
}

/** The transport's response to a call of `Api`. */
export function incomingOf({ response }: { readonly response: Response }): Promise<IncomingResponse> {
  return (response as unknown as { readonly incoming: Promise<IncomingResponse> }).incoming;
}

/** What a `Request` says to `fetch` beside its URL, method, headers, body and signal. */
const passedOn = ['cache', 'credentials', 'integrity', 'keepalive', 'mode', 'referrer', 'referrerPolicy'] as const;

export function createRawClient(baseUrl: string, send: Transport): RawClient {
  return createOpenApiClient<Plain<paths>, 'application/json'>({
    baseUrl,
    async fetch(request: Request & Pick<OutgoingRequest, 'timeoutMs' | 'retry'>) {
      const { url, method, signal, timeoutMs, retry } = request;
      const incoming = await send({
        url,
        method,
        ...readMembers('options', { signal, timeoutMs, retry }, requestOptions),
        init: Object.fromEntries(passedOn.map((name) => [name, request[name]])),
        headers: new Headers(request.headers),
        body: (await request.text()) || undefined,
      });
      const { response, text, redact } = incoming;
      // A browser hides where a redirect leads behind the status 0, which no Response can be made with.
      const { status, ok } = response;
      if (status === 0) return response;
      if (status > 599) throw unexpected(incoming, 'an invalid status');
      if (incoming.isTooLong && ok) throw unexpected(incoming, 'a body that is too long');
      const init = { status, statusText: redact(response.statusText), headers: redactedHeaders(incoming) };
      return new Response(text || null, init);
    },
  });
}

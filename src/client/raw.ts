import createOpenApiClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';
import { RequestRecord } from './transport.ts';
import type { Transport } from './transport.ts';

/** The openapi-fetch client of the document. */
export type RawClient = Client<paths, 'application/json'>;

export interface Raw {
  readonly client: RawClient;
  /** What `update` has openapi-fetch make of its request: a `Request` where middleware may look at it. */
  readonly requestClass: () => typeof RequestRecord | undefined;
}

export function createRaw(baseUrl: string, transport: Transport): Raw {
  const client = createOpenApiClient<paths, 'application/json'>({
    baseUrl,
    headers: { Accept: 'application/json' },
    // A RequestRecord, which only `update` asks for, is answered with what `update` reads of a Response.
    fetch: transport.send as (request: Request) => Promise<Response>,
  });
  let hasMiddleware = false;
  const use = client.use.bind(client);
  client.use = (...middleware) => {
    hasMiddleware = true;
    use(...middleware);
  };
  return { client, requestClass: () => (hasMiddleware ? undefined : RequestRecord) };
}

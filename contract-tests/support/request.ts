import { exampleOf, operationOf, pathOf } from './document.ts';
import type { OperationId } from './document.ts';

export const KEY = 'key-of-the-contract-tests';

/** A request as a test writes it down, past the client: what is left out is a valid request's. */
export interface RawRequest {
  /** Default: `updateTemporaryEvseStatus`. */
  readonly operation?: OperationId;
  readonly method?: string;
  /** Instead of the operation's own path; may have a query. */
  readonly path?: string;
  /** As it stands in the path. Default: 42, the id of the vendor's example. */
  readonly id?: string;
  /** Added to a valid request's; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. Default: the document's first example. */
  readonly json?: unknown;
  /** Sent as it is, instead of `json`; `null` sends none. */
  readonly body?: string | null;
}

export function toRequest(target: string | { readonly baseUrl: string }, raw: RawRequest): Request {
  const baseUrl = typeof target === 'string' ? target : target.baseUrl;
  const { operation: operationId = 'updateTemporaryEvseStatus' } = raw;
  const operation = operationOf(operationId);
  const { method = operation.method, id = '42', path = pathOf(operationId, id) } = raw;
  const { json = exampleOf(operationId) } = raw;
  const { body = json === undefined ? null : JSON.stringify(json) } = raw;
  const wanted: Readonly<Record<string, string | undefined>> = {
    authorization: `Bearer ${KEY}`,
    'content-type': operation.requestBody && 'application/json',
    ...raw.headers,
  };
  const headers = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const sent = body === null || method === 'GET' || method === 'HEAD' ? null : new TextEncoder().encode(body);
  return new Request(baseUrl + path, { method, headers, body: sent });
}

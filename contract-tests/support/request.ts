import { exampleOf, operationOf, pathOf } from './document.ts';
import type { OperationId } from './document.ts';

export const KEY = 'key-of-the-contract-tests';

/** A request that does not go through the client. What is left out is taken from a valid request. */
export interface RawRequest {
  /** Default: `updateTemporaryEvseStatus`. */
  readonly operation?: OperationId;
  readonly method?: string;
  /** Replaces the operation's own path; may have a query. */
  readonly path?: string;
  /** As written in the path. Default: 42, the id of the vendor's example. */
  readonly id?: string;
  /** Added to those of a valid request; `undefined` removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. Default: the document's first example. */
  readonly json?: unknown;
  /** Sent unchanged instead of `json`; `null` sends no body. */
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

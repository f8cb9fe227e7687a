/** Where requests go: a mock, or a service. */
export interface Target {
  /** Where the document's paths begin. */
  readonly baseUrl: string;
  /** Default: any. */
  readonly key?: string;
  /** Of the record that is updated. Default: 42, the id of the vendor's example. */
  readonly id?: number;
}

export const KEY = 'key-of-the-contract-tests';

/** A request as a test writes it down, past the client: what is not named is a valid update's. */
export interface RawRequest {
  readonly method?: string;
  /** Instead of the update's own path. */
  readonly path?: string;
  /** The id as it stands in the path. Default: the target's. */
  readonly id?: string;
  /** Added to a valid update's; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, instead of `json`; `null` sends none. */
  readonly body?: string | null;
}

/** @param target - A base URL, where nothing else about the target has to be said. */
export function toRequest(target: Target | string, raw: RawRequest): Request {
  const { baseUrl, key = KEY, id: known = 42 } = typeof target === 'string' ? { baseUrl: target } : target;
  const { method = 'PATCH', id = String(known), path = `/v2/temporary-evse-statuses/${id}`, json = {} } = raw;
  const { body = JSON.stringify(json) } = raw;
  const wanted: Readonly<Record<string, string | undefined>> = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    ...raw.headers,
  };
  const headers = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const sent = body === null || method === 'GET' || method === 'HEAD' ? null : new TextEncoder().encode(body);
  return new Request(baseUrl + path, { method, headers, body: sent });
}

/** A request with more headers. */
export function withHeaders(request: RawRequest, headers: RawRequest['headers']): RawRequest {
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** A request as a test writes it down, past the client: what is not named is a valid update's. */
export interface RawRequest {
  readonly method?: string;
  /** Instead of the update's own path. */
  readonly path?: string;
  /** The id as it stands in the path. Default: 42, the id of the vendor's example. */
  readonly id?: string;
  /** Added to a valid update's; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, instead of `json`; `null` sends none. */
  readonly body?: string | null;
}

const VALID_HEADERS = { authorization: 'Bearer key-of-the-contract-tests', 'content-type': 'application/json' };

export function toRequest(baseUrl: string, raw: RawRequest): Request {
  const { method = 'PATCH', id = '42', path = `/v2/temporary-evse-statuses/${id}`, json = {} } = raw;
  const { body = JSON.stringify(json) } = raw;
  const wanted: Readonly<Record<string, string | undefined>> = { ...VALID_HEADERS, ...raw.headers };
  const headers = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const sent = body === null || method === 'GET' || method === 'HEAD' ? null : new TextEncoder().encode(body);
  return new Request(baseUrl + path, { method, headers, body: sent });
}

/** A call as a test writes it: what is not named is a valid update's. */
import type { components } from '../../../generated/types.ts';

export interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly id?: string;
  /** Added to a valid update's; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly json?: unknown;
  /** Instead of `json`, as it is. */
  readonly body?: string | Uint8Array<ArrayBuffer> | null;
}

export const KEY = 'key-of-the-tests';
export const COLLECTION = '/v2/temporary-evse-statuses';

export interface CallResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  readonly error: components['schemas']['ErrorDetails'];
}

export async function call(
  fetch: typeof globalThis.fetch,
  given: Call = {},
  base = 'https://api.test',
): Promise<CallResponse> {
  const { method = 'PATCH', id = '42', path = `${COLLECTION}/${id}`, json = {} } = given;
  const { body = JSON.stringify(json) } = given;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const headers: Call['headers'] = {
    authorization: `Bearer ${KEY}`,
    'content-type': 'application/json',
    ...given.headers,
  };
  const response = await fetch(base + path, {
    method,
    headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
    body: method === 'GET' || method === 'HEAD' ? null : bytes,
  });
  const text = await response.text();
  let parsed: { error?: CallResponse['error'] } | undefined;
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    // Not every response is JSON.
  }
  return { status: response.status, headers: response.headers, text, json: parsed, error: parsed?.error ?? {} };
}

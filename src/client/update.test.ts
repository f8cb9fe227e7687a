import { expect, test } from '@jest/globals';
import { createClient, isResponseError } from '../index.ts';

/** A `fetch` that keeps what it was sent, as the `Request` that a real one would make of it. */
function recording(answer: () => Response) {
  const requests: Request[] = [];
  const fetch = (input: string | Request, init?: RequestInit) => {
    requests.push(new Request(input, init));
    return Promise.resolve(answer());
  };
  return { requests, fetch };
}

test('an update goes out as PATCH with key, media type and instants as RFC 3339 in UTC', async () => {
  const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };
  const { requests, fetch } = recording(() => Response.json(record));
  const client = createClient({ apiKey: 'k', environment: 'sandbox', fetch });
  await expect(client.update(42, { temporaryStatus: 'MAINTENANCE', validFrom: new Date(0) })).resolves.toEqual(record);
  const [request] = requests;
  expect(request?.method).toBe('PATCH');
  expect(request?.url).toBe('https://sandbox.api.spirii.com/v2/temporary-evse-statuses/42');
  expect(Object.fromEntries(request?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer k',
    'content-type': 'application/json',
  });
  expect(await request?.json()).toEqual({ temporaryStatus: 'MAINTENANCE', validFrom: '1970-01-01T00:00:00.000Z' });
});

test('an answer outside 2xx rejects with what the envelope says', async () => {
  const body = { error: { type: 'not_found', code: 'c', message: 'Gone astray.', param: 'id', request_id: 'req_1' } };
  const { fetch } = recording(() => Response.json(body, { status: 404 }));
  const error: unknown = await createClient({ apiKey: 'k', fetch })
    .update(1, {})
    .catch((thrown: unknown) => thrown);
  expect(isResponseError(error)).toBe(true);
  expect(error).toMatchObject({ status: 404, body, type: 'not_found', code: 'c', param: 'id', requestId: 'req_1' });
  expect(String(error)).toBe('ResponseError: PATCH /v2/temporary-evse-statuses/1 answered 404: Gone astray. (req_1)');
});

/** `client.raw` and the bulk functions: only what the document has compiles. */
import { createClient } from 'temporary-evse-statuses';
import type { TemporaryEvseStatus } from 'temporary-evse-statuses';
import { createMany, updateMany } from 'temporary-evse-statuses/bulk';
import { isA, same } from './equal.ts';

const client = createClient({ apiKey: 'k' });
const { raw } = client;
const item = '/v2/temporary-evse-statuses/{id}';
const collection = '/v2/temporary-evse-statuses';

// In the document
void raw.PATCH(item, { params: { path: { id: 42 } }, body: { temporaryStatus: 'BLOCKED' } });
void raw.GET(collection);
void raw.GET(collection, { params: { query: { evseId: 'x', activeOnly: 'false' } } });
void raw.POST(collection, { body: { evseId: 'x', temporaryStatus: 'BLOCKED' }, timeoutMs: 1, retry: false });
void raw.PATCH(item, { params: { path: { id: 42 } }, body: {} }).then(({ data, error }) => {
  isA<number | undefined>()(data?.id, true);
  for (const text of [data?.temporaryStatus, data?.evseId, data?.validFrom, data?.validTo])
    isA<string | undefined>()(text, true);
  isA<{ error: { type?: string; code?: string; message?: string; param?: string; request_id?: string } } | undefined>()(
    error,
    true,
  );
});

// @ts-expect-error -- no such path
void raw.GET('/v2/evses');
// @ts-expect-error -- no such method of the path
void raw.PATCH(collection, { body: {} });
// @ts-expect-error -- no such method of the path
void raw.GET(item, { params: { path: { id: 42 } } });
// @ts-expect-error -- no such method at all
void raw.DELETE(item, { params: { path: { id: 42 } } });
// @ts-expect-error -- no such query parameter
void raw.GET(collection, { params: { query: { evseID: 'x' } } });
// @ts-expect-error -- activeOnly is a string on the wire
void raw.GET(collection, { params: { query: { activeOnly: false } } });
// @ts-expect-error -- no such path parameter
void raw.PATCH(item, { params: { path: { evseId: 'x' } }, body: {} });
// @ts-expect-error -- an id is a number
void raw.PATCH(item, { params: { path: { id: '42' } }, body: {} });
// @ts-expect-error -- the path parameter is required
void raw.PATCH(item, { body: {} });
// @ts-expect-error -- the body is required
void raw.PATCH(item, { params: { path: { id: 42 } } });
// @ts-expect-error -- a required field of the body is missing
void raw.POST(collection, { body: { evseId: 'x' } });
// @ts-expect-error -- no such field of the body
void raw.POST(collection, { body: { evseId: 'x', temporaryStatus: 'BLOCKED', id: 42 } });
// @ts-expect-error -- not one of the four statuses
void raw.PATCH(item, { params: { path: { id: 42 } }, body: { temporaryStatus: 'BROKEN' } });
// @ts-expect-error -- a GET has no body
void raw.GET(collection, { body: { evseId: 'x' } });

// Bulk: an outcome has the item that was given
async function bulk(): Promise<void> {
  for await (const outcome of updateMany(client, [{ id: 42, change: { validTo: new Date() }, row: 7 }])) {
    same<typeof outcome.item.row, number>(true);
    if (outcome.status === 'succeeded') same<typeof outcome.record, TemporaryEvseStatus>(true);
  }
  createMany(client, [{ status: { evseId: 'x', temporaryStatus: 'RESERVED' } }], { concurrency: 2 });
  // @ts-expect-error -- an item of an update has an id
  updateMany(client, [{ change: {} }]);
  // @ts-expect-error -- a create needs its required fields
  createMany(client, [{ status: { evseId: 'x' } }]);
  // @ts-expect-error -- no such option
  createMany(client, [], { concurency: 2 });
}

export { bulk };

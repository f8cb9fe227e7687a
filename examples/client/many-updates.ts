import { createClient } from 'temporary-evse-statuses';
import { updateMany, type UpdateItem } from 'temporary-evse-statuses/bulk';

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });
const items: UpdateItem[] = [42, 43].map((id) => ({ id, change: { temporaryStatus: 'BLOCKED' } }));

const rest: UpdateItem[] = [];
for await (const outcome of updateMany(client, items, { concurrency: 8 })) {
  if (outcome.status === 'succeeded') console.log(outcome.record.temporaryStatus); // BLOCKED, BLOCKED
  else rest.push(outcome.item); // `failed` has the error, `not-sent` the reason
}
console.log(rest.length); // 0: otherwise, call updateMany with `rest` to resume

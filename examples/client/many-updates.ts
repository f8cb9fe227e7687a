import { createClient, isConnectionError, isResponseError } from 'temporary-evse-statuses';
import { updateMany, type UpdateItem } from 'temporary-evse-statuses/bulk';

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });
const items: UpdateItem[] = [42, 43, 4711].map((id) => ({ id, change: { temporaryStatus: 'BLOCKED' } }));

/** A rejected key, a rate limit or an outage passes; a wrong item stays wrong. */
const mayPass = (error: unknown) =>
  isConnectionError(error) ||
  (isResponseError(error) && ([401, 403, 429].includes(error.status) || error.status >= 500));

const rest: UpdateItem[] = [];
for await (const outcome of updateMany(client, items, { concurrency: 8 })) {
  if (outcome.status === 'succeeded') console.log(outcome.record.temporaryStatus); // BLOCKED, BLOCKED
  else {
    if (outcome.status === 'failed') console.error(outcome.item.id, outcome.error); // 4711: there is no such status
    if (outcome.status === 'not-sent' || mayPass(outcome.error)) rest.push(outcome.item);
  }
}
console.log(rest.length); // 0: otherwise, call updateMany with `rest` to resume

import { createClient } from 'temporary-evse-statuses';
import { createMockFetch } from 'temporary-evse-statuses/mock';

const mock = createMockFetch();
const client = createClient({ apiKey: 'any', fetch: mock.fetch });

await client.update(42, { temporaryStatus: 'RESERVED' });
console.log(mock.state().records[0]?.['temporaryStatus']); // RESERVED

mock.respondNext([429, 503]); // the next two responses; the client sends the update again after each
await client.update(42, { temporaryStatus: 'BLOCKED' });
const statuses = mock.state().requests.map(({ status }) => status);
console.log(statuses.join(' ')); // 200 429 503 200

mock.reset(); // after each test

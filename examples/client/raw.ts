import { createClient } from 'temporary-evse-statuses';

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });

const { data, error, response } = await client.raw.PATCH('/v2/temporary-evse-statuses/{id}', {
  params: { path: { id: 42 } },
  body: { temporaryStatus: 'RESERVED' },
});
console.log(response.status, data?.temporaryStatus ?? error); // 200 RESERVED
console.log(response.headers.has('X-RateLimit-Remaining')); // true

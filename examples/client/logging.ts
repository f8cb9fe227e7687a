import { createClient, type FetchFunction } from 'temporary-evse-statuses';

const loggingFetch: FetchFunction = async (url, init) => {
  const response = await fetch(url, init);
  console.log(init.method, new URL(url).pathname, response.status); // PATCH /v2/temporary-evse-statuses/42 200
  return response;
};

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox', fetch: loggingFetch });
await client.update(42, { temporaryStatus: 'RESERVED' });

import { createClient, type FetchFunction } from 'temporary-evse-statuses';

const loggingFetch: FetchFunction = async (url, init) => {
  let outcome: number | string = 'no response';
  try {
    const response = await fetch(url, init);
    outcome = response.status;
    return response;
  } finally {
    console.log(init.method, new URL(url).pathname, outcome); // PATCH /v2/temporary-evse-statuses/42 no response, PATCH /v2/temporary-evse-statuses/42 200
  }
};

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox', fetch: loggingFetch });
await client.update(42, { temporaryStatus: 'RESERVED' });

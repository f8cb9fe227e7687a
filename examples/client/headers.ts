import { createClient, type FetchFunction } from 'temporary-evse-statuses';

const fetchWithHeaders: FetchFunction = (url, init) => {
  const headers = new Headers(init.headers);
  headers.set('User-Agent', 'depot-planner/2.1');
  return fetch(url, { ...init, headers });
};

const client = createClient({
  apiKey: process.env.SPIRII_API_KEY ?? '',
  environment: 'sandbox',
  fetch: fetchWithHeaders,
});
await client.update(42, { temporaryStatus: 'RESERVED' });

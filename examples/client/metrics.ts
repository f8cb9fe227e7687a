import { createClient, type FetchFunction } from 'temporary-evse-statuses';

const durations = new Map<string, number[]>();
const measuringFetch: FetchFunction = async (url, init) => {
  const start = performance.now();
  let outcome: number | string = 'no response';
  try {
    const response = await fetch(url, init);
    outcome = response.status;
    return response;
  } finally {
    const key = `${init.method} ${outcome}`;
    durations.set(key, [...(durations.get(key) ?? []), performance.now() - start]);
  }
};

const client = createClient({
  apiKey: process.env.SPIRII_API_KEY ?? '',
  environment: 'sandbox',
  fetch: measuringFetch,
});
await client.update(42, { temporaryStatus: 'RESERVED' });
console.log([...durations.keys()].join(' then ')); // PATCH no response then PATCH 503 then PATCH 200: one for each attempt

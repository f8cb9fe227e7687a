import { trace } from '@opentelemetry/api';
import { createClient, type FetchFunction } from 'temporary-evse-statuses';

const tracingFetch: FetchFunction = (url, init) =>
  trace.getTracer('spirii').startActiveSpan(`${init.method} ${new URL(url).pathname}`, async (span) => {
    try {
      const response = await fetch(url, init);
      span.setAttribute('http.response.status_code', response.status);
      return response;
    } finally {
      span.end();
    }
  });

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox', fetch: tracingFetch });
await client.update(42, { temporaryStatus: 'RESERVED' });

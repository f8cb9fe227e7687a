import { createClient } from 'temporary-evse-statuses';

const client = createClient({
  apiKey: () => process.env.SPIRII_API_KEY ?? '', // called for each attempt, since keys rotate
  environment: 'sandbox',
  timeoutMs: 5_000, // for each attempt
  retry: { maxRetries: 4, maxRetryWaitMs: 10_000 },
});
const shutdown = new AbortController();
process.once('SIGTERM', () => shutdown.abort(new Error('The service shuts down.')));

const active = await client.list({ evseId: 'DK*SPI*E123*1' }, { signal: shutdown.signal, retry: false });
console.log(active.length); // 1

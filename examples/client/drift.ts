import { createClient } from 'temporary-evse-statuses';
import { detectDrift } from 'temporary-evse-statuses/drift';

const client = createClient({
  apiKey: process.env.SPIRII_API_KEY ?? '',
  environment: 'sandbox',
  drift: detectDrift((findings) => {
    for (const { kind, pointer, expected } of findings) console.log(kind, pointer, expected); // additive /newField must be a field that the document knows
  }),
});

await client.update(42, { temporaryStatus: 'RESERVED' });

import { createClient } from 'temporary-evse-statuses';

const client = createClient({ baseUrl: 'http://127.0.0.1:4010' });
const [status] = await client.list();
const updated = await client.update(status.id, { temporaryStatus: 'RESERVED' });
console.log(updated.evseId, updated.temporaryStatus); // DK*SPI*E123*1 RESERVED

import { createClient } from 'temporary-evse-statuses';
import { createMany, type CreateItem } from 'temporary-evse-statuses/bulk';

const client = createClient({ apiKey: process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });

/** Shows every EVSE of a location as under maintenance. A status belongs to one EVSE, so each gets its own. */
export async function startMaintenance(evseIds: readonly string[], validFrom: Date, validTo: Date) {
  const items = evseIds.map((evseId): CreateItem => ({
    status: { evseId, temporaryStatus: 'MAINTENANCE', validFrom, validTo },
  }));
  const ids: number[] = [];
  const failures: unknown[] = [];
  for await (const outcome of createMany(client, items)) {
    if (outcome.status === 'succeeded') ids.push(outcome.record.id);
    else failures.push(outcome.status === 'failed' ? outcome.error : outcome.reason);
  }
  return { ids, failures }; // keep `ids`: update takes them, not EVSE IDs
}

const tonight = new Date('2037-04-23T22:00:00Z');
const { ids } = await startMaintenance(['DK*SPI*E7*1', 'DK*SPI*E7*2'], tonight, new Date('2037-04-24T04:00:00Z'));
console.log(ids.length); // 2

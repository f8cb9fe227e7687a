import { ResponseError, type TemporaryEvseStatusOperations } from 'temporary-evse-statuses';

/** Your own code asks for the three operations, so that a test can pass three functions. */
export async function release(client: TemporaryEvseStatusOperations, evseId: string): Promise<number> {
  const active = await client.list({ evseId });
  for (const { id } of active) await client.update(id, { validTo: new Date() });
  return active.length;
}

const fake: TemporaryEvseStatusOperations = {
  list: async () => [{ id: 1, evseId: 'DK*SPI*E7*1', temporaryStatus: 'RESERVED' }],
  create: () => Promise.reject(new ResponseError('POST: 409', { status: 409 })),
  update: async (id) => ({ id, evseId: 'DK*SPI*E7*1', temporaryStatus: 'RESERVED' }),
};
console.log(await release(fake, 'DK*SPI*E7*1')); // 1

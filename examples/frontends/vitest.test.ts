import { createClient } from 'temporary-evse-statuses';
import { createMockFetch } from 'temporary-evse-statuses/mock';
import { afterEach, expect, test } from 'vitest';

const mock = createMockFetch({ keys: 'off' });
const client = createClient({ baseUrl: 'https://backend.example', fetch: mock.fetch });
afterEach(() => mock.reset());

test('a reservation is remembered', async () => {
  const { id } = await client.create({ evseId: 'DK*SPI*E7*1', temporaryStatus: 'RESERVED' });
  expect(await client.list({ evseId: 'DK*SPI*E7*1' })).toMatchObject([{ id, temporaryStatus: 'RESERVED' }]);
});

test('a refusal reaches the page', async () => {
  mock.respondNext([403]);
  await expect(client.update(42, { temporaryStatus: 'BLOCKED' })).rejects.toMatchObject({ status: 403 });
});

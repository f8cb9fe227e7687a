/** Whether the provider that the fleet is made of is correct itself. */
import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../../generated/operations.ts';
import { isDateTime } from '../../src/shared/rfc3339.ts';
import { instantOf } from './instant.ts';
import { createProvider, type Provider } from './provider.ts';
import { KEYS, RECORDS } from './steps.ts';

const path = '/v2/temporary-evse-statuses';

async function send({ fetch }: Provider, method: string, where: string, body?: unknown, key: string = KEYS.good) {
  const response = await fetch(`http://provider.example${path}${where}`, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

test('an update is stored, and what it leaves out is kept', async () => {
  const provider = createProvider();
  await send(provider, 'PATCH', '/43', { temporaryStatus: 'RESERVED', validTo: '2037-01-01T01:30:00.5+01:00' });
  expect(await send(provider, 'PATCH', '/43', {})).toEqual({
    status: 200,
    body: { ...RECORDS[1], temporaryStatus: 'RESERVED', validTo: '2037-01-01T00:30:00.500Z' },
  });
});

test('a created status has a new id, begins now if no start is sent, and is listed', async () => {
  const provider = createProvider(undefined, () => Date.UTC(2030, 0, 1));
  const sent = { evseId: 'DK*SPI*E123*7', temporaryStatus: 'BLOCKED' };
  const created = { status: 201, body: { ...sent, id: 1002, validFrom: '2030-01-01T00:00:00.000Z' } };
  expect(await send(provider, 'POST', '', sent)).toEqual(created);
  expect(await send(provider, 'GET', '?evseId=DK*SPI*E123*7')).toEqual({ status: 200, body: [created.body] });
});

test('a list holds the active statuses unless all are asked for, and the filter is exact', async () => {
  const ids = async (query: string) =>
    ((await send(createProvider(), 'GET', query)).body as { id: number }[]).map(({ id }) => id);
  expect(await ids('')).toEqual([43, 1001]);
  expect(await ids('?activeOnly=false')).toEqual([42, 43, 57, 1001]);
  expect(await ids('?evseId=DK*SPI*E123*1&activeOnly=false')).toEqual([42, 57]);
});

test.each([
  [400, 'PATCH', '/x42', {}, KEYS.good],
  [400, 'PATCH', '/42', '{', KEYS.good],
  [401, 'GET', '', undefined, 'wrong-key'],
  [403, 'PATCH', '/42', {}, KEYS.forbidden],
  [404, 'PATCH', '/7', {}, KEYS.good],
  [404, 'GET', '/7/more', undefined, KEYS.good],
  [422, 'PATCH', '/42', { validFrom: 'tomorrow' }, KEYS.good],
  [422, 'POST', '', { evseId: 'DK*SPI*E123*1' }, KEYS.good],
  [429, 'GET', '', undefined, KEYS.throttled],
])('a request that has to be refused is refused with %s and an error', async (status, method, where, body, key) => {
  const provider = createProvider();
  expect(await send(provider, method, where, body, key)).toMatchObject({
    status,
    body: { error: { code: expect.any(String) } },
  });
  expect([...provider.records.values()]).toEqual(RECORDS);
});

test('reads and writes have separate quotas, which end with the minute', async () => {
  let now = Date.UTC(2030, 0, 1);
  const provider = createProvider(
    () => ({ limits: { read: 2, write: 1 } }),
    () => now,
  );
  const statuses = async (...methods: string[]) => {
    const found = [];
    for (const method of methods)
      found.push(
        (await send(provider, method, method === 'GET' ? '' : '/42', method === 'GET' ? undefined : {})).status,
      );
    return found;
  };
  expect(await statuses('GET', 'PATCH', 'GET', 'GET', 'PATCH')).toEqual([200, 200, 200, 429, 429]);
  now += 60_000;
  expect(await statuses('GET', 'PATCH')).toEqual([200, 200]);
});

test('the fleet and the project read times alike', () => {
  const texts = OPERATIONS.flatMap(({ requestBody }) => requestBody?.content ?? []).flatMap(({ examples }) =>
    examples.flatMap(({ value }) => Object.values(value as Record<string, string>)),
  );
  const leap = ['2024-02-29T00:00:00z', '2023-02-29T00:00:00Z', '2016-12-31T23:59:60Z', '2016-12-30T23:59:60Z'];
  const loose = ['2025-01-01 00:00:00Z', '2025-01-01T24:00:00Z', '2025-01-01T00:00:00+0100'];
  for (const text of [...texts, ...leap, ...loose])
    expect([text, instantOf(text) !== undefined]).toEqual([text, isDateTime(text)]);
});

/** List, create and update work on the same records. */
import { expect, test } from '@jest/globals';
import type { components } from '../../../generated/types.ts';
import { temporaryStatusValues } from '../../../generated/types.ts';
import { VALIDATORS } from '../../../generated/validators.ts';
import { createMockFetch, type MockFetch, type MockOptions } from '../index.ts';
import { call, COLLECTION } from '../testing/call.ts';

type Status = components['schemas']['TemporaryEvseStatus'];

const clock = '2026-02-03T10:30:00Z';

function open(options: MockOptions = {}) {
  const mock = createMockFetch({ clock, ...options });
  return {
    mock,
    create: (json: unknown) => call(mock.fetch, { method: 'POST', path: COLLECTION, json }),
    update: (id: number, json: unknown) => call(mock.fetch, { id: String(id), json }),
    list: async (query = '') => (await list(mock, query)).map(({ id }) => id),
  };
}

async function list({ fetch }: MockFetch, query = ''): Promise<readonly Status[]> {
  const response = await call(fetch, { method: 'GET', path: COLLECTION + query });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(VALIDATORS['#/components/schemas/TemporaryEvseStatusList']?.strict?.(response.json)).toEqual([]);
  return response.json as readonly Status[];
}

test('without a seed there are three records around the clock: one active, one without an end, one to come', async () => {
  const { mock } = open();
  const [active, openEnded, upcoming, ...more] = await list(mock, '?activeOnly=false');
  expect(active).toEqual({
    id: 42,
    temporaryStatus: 'MAINTENANCE',
    evseId: 'DK*SPI*E123*1',
    validFrom: '2026-02-03T09:00:00Z',
    validTo: '2026-02-03T17:00:00Z',
  });
  expect(openEnded).toEqual({
    id: 43,
    temporaryStatus: 'BLOCKED',
    evseId: 'DK*SPI*E123*2',
    validFrom: '2026-02-03T09:00:00Z',
  });
  expect(upcoming).toEqual({
    ...active,
    id: 44,
    validFrom: '2026-02-04T10:00:00Z',
    validTo: '2026-02-04T18:00:00Z',
  });
  expect(more).toEqual([]);
});

test('with a running clock, too, two of the three are active', async () => {
  expect(await open({ clock: 'real' }).list()).toEqual([42, 43]);
});

test('only active records are listed, unless activeOnly is false', async () => {
  const { list } = open();
  expect(await list()).toEqual([42, 43]);
  expect(await list('?activeOnly=true')).toEqual([42, 43]);
  expect(await list('?activeOnly=false')).toEqual([42, 43, 44]);
});

test('a record is active from its start on and before its end, by the mock’s clock', async () => {
  const { mock, list } = open();
  const seen = [];
  for (const instant of ['08:59:59', '09:00:00', '16:59:59', '17:00:00']) {
    mock.set({ clock: `2026-02-03T${instant}Z` });
    seen.push(await list('?evseId=DK*SPI*E123*1'));
  }
  expect(seen).toEqual([[], [42], [42], []]);
  mock.set({ clock: '2026-02-04T12:00:00Z' });
  expect(await list()).toEqual([43, 44]);
});

test('a list is filtered by EVSE ID, with or without activeOnly; a parameter that is no field filters nothing', async () => {
  const { list } = open();
  expect(await list('?evseId=DK*SPI*E123*1')).toEqual([42]);
  expect(await list(`?evseId=${encodeURIComponent('DK*SPI*E123*1')}&activeOnly=false`)).toEqual([42, 44]);
  expect(await list('?evseId=nothing')).toEqual([]);
  expect(await list('?evseId=DK*SPI*E123*1&evseId=nothing')).toEqual([42]);
  expect(await list('?limit=1')).toEqual([42, 43]);
});

test('a create returns 201 with an id of its own, starts now, and is listed, updated and remembered', async () => {
  const { mock, create, update, list: ids } = open();
  const created = await create({ evseId: 'DK*SPI*E9*1', temporaryStatus: 'RESERVED' });
  const record = { id: 45, evseId: 'DK*SPI*E9*1', temporaryStatus: 'RESERVED', validFrom: clock };
  expect([created.status, created.json]).toEqual([201, record]);
  expect(await list(mock, '?evseId=DK*SPI*E9*1')).toEqual([record]);
  const updated = await update(45, { validTo: '2026-02-03T12:00:00+01:00' });
  expect(updated.json).toEqual({ ...record, validTo: '2026-02-03T11:00:00Z' });
  expect(mock.state().records.at(-1)).toEqual(updated.json);
  mock.set({ clock: '2026-02-03T11:00:00Z' });
  expect(await ids('?evseId=DK*SPI*E9*1')).toEqual([]);
});

test('a create keeps a start that is sent, in UTC, and is not active before it', async () => {
  const { create, list: ids } = open();
  const json = { evseId: 'X', temporaryStatus: 'BLOCKED', validFrom: '2026-02-03T12:30:00+01:00' };
  expect((await create(json)).json).toMatchObject({ validFrom: '2026-02-03T11:30:00Z' });
  expect(await ids()).toEqual([42, 43]);
});

test('each documented status can be created, and ids are never used twice', async () => {
  const { mock, create } = open({ seed: [] });
  for (const temporaryStatus of temporaryStatusValues) await create({ evseId: 'X', temporaryStatus });
  expect(mock.state().records.map(({ id, temporaryStatus }) => [id, temporaryStatus])).toEqual(
    temporaryStatusValues.map((value, index) => [index + 1, value]),
  );
  mock.seed([{ id: 99.5, evseId: 'X', temporaryStatus: 'BLOCKED' }]);
  expect((await create({ evseId: 'X', temporaryStatus: 'BLOCKED' })).json).toMatchObject({ id: 100 });
});

test('where no larger id exists, a create is refused and no record is lost', async () => {
  const record = { id: 2 ** 53, evseId: 'X', temporaryStatus: 'BLOCKED' };
  const { mock, create } = open({ seed: [record] });
  expect((await create({ evseId: 'Y', temporaryStatus: 'BLOCKED' })).error.code).toBe('mock_error');
  expect(mock.state().records).toEqual([record]);
});

test('a mock that is full refuses a create and keeps what it has', async () => {
  const { mock, create } = open({ seed: [], maxBodyBytes: 20_000_000 });
  const large = { evseId: 'x'.repeat(9_000_000), temporaryStatus: 'BLOCKED' };
  expect((await create(large)).status).toBe(201);
  expect((await create(large)).error).toMatchObject({
    code: 'mock_error',
    message: expect.stringContaining('holds as many'),
  });
  expect(mock.state().records).toHaveLength(1);
  expect((await create({ ...large, evseId: 'X' })).status).toBe(201);
});

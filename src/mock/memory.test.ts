import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../../generated/operations.ts';
import { createMockFetch, MockOptionError, type MockRecord } from './index.ts';
import { call } from './testing/call.ts';

const examples = OPERATIONS[0]?.responses.find(({ status }) => status === '200')?.content[0]?.examples ?? [];
const record: MockRecord = {
  id: 7,
  temporaryStatus: 'BLOCKED',
  evseId: 'DK*SPI*E1*1',
  validFrom: '2025-01-01T00:00:00Z',
};

test('without a seed there are three records around the clock: one active, one without an end, one to come', () => {
  const mock = createMockFetch({ clock: '2026-03-01T12:34:56Z' });
  const [active, endless] = examples.map(({ value }) => value as MockRecord);
  expect(mock.state().records).toEqual([
    { ...active, validFrom: '2026-03-01T11:34:00Z', validTo: '2026-03-01T19:34:00Z' },
    { ...endless, validFrom: '2026-02-28T12:34:00Z' },
    { ...active, id: 44, validFrom: '2026-03-02T12:34:00Z', validTo: '2026-03-02T20:34:00Z' },
  ]);
});

test('a created status is listed, filtered, active by the clock, updated and remembered', async () => {
  const mock = createMockFetch({ seed: [], clock: '2026-03-01T12:00:00Z' });
  const path = '/v2/temporary-evse-statuses';
  const list = async (query = '') => (await call(mock.fetch, { method: 'GET', path: path + query, body: null })).json;
  const status = { evseId: 'DK*SPI*E9*1', temporaryStatus: 'RESERVED', validTo: '2026-03-01T13:00:00+00:00' };

  const made = await call(mock.fetch, { method: 'POST', path, json: status });
  const created = { id: 1, ...status, validFrom: '2026-03-01T12:00:00Z', validTo: '2026-03-01T13:00:00Z' };
  expect([made.status, made.json]).toEqual([201, created]);
  expect(await list()).toEqual([created]);
  expect(await list('?evseId=DK*SPI*E9*1')).toEqual([created]);
  expect(await list('?evseId=DK*SPI*E9')).toEqual([]);

  mock.set({ clock: '2026-03-01T13:00:00Z' });
  expect(await list()).toEqual([]);
  expect(await list('?activeOnly=true')).toEqual([]);
  expect(await list('?activeOnly=false')).toEqual([created]);

  await call(mock.fetch, { method: 'PATCH', path: `${path}/1`, json: { validTo: '2026-03-01T14:00:00Z' } });
  expect(await list()).toEqual([{ ...created, validTo: '2026-03-01T14:00:00Z' }]);
});

test('reads and writes have limits of their own', async () => {
  const mock = createMockFetch();
  const path = '/v2/temporary-evse-statuses';
  const read = await call(mock.fetch, { method: 'GET', path, body: null });
  const written = await call(mock.fetch, { json: {} });
  expect(read.headers.get('X-RateLimit-Limit')).toBe('600');
  expect([written.headers.get('X-RateLimit-Limit'), written.headers.get('X-RateLimit-Remaining')]).toEqual([
    '120',
    '119',
  ]);
});

test('an update is answered with the id of its path and the merged record, and stays remembered', async () => {
  const mock = createMockFetch({ seed: [record] });
  const first = await call(mock.fetch, { id: '7', json: { temporaryStatus: 'RESERVED' } });
  expect([first.status, first.json]).toEqual([200, { ...record, temporaryStatus: 'RESERVED' }]);
  const second = await call(mock.fetch, { id: '7', json: { validTo: '2025-01-02T00:00:00Z' } });
  expect(second.json).toEqual({ ...record, temporaryStatus: 'RESERVED', validTo: '2025-01-02T00:00:00Z' });
  expect(mock.state().records).toEqual([second.json]);
});

test('an id that is not there gets 404, and its neighbours stay as they are', async () => {
  const mock = createMockFetch({ seed: [record] });
  const answer = await call(mock.fetch, { id: '8', json: { temporaryStatus: 'RESERVED' } });
  expect(answer.status).toBe(404);
  expect(answer.error).toEqual({
    type: 'not_found',
    code: 'unknown_id',
    message: 'There is no record with the id 8.',
    param: 'id',
    request_id: 'req_mock_000001',
  });
  expect(mock.state().records).toEqual([record]);
});

test('timestamps come back in UTC, whatever offset they were sent with', async () => {
  const { fetch } = createMockFetch({ seed: [record] });
  const json = { validFrom: '2025-04-23T12:00:00.5+02:00', validTo: '2025-04-23t18:00:00z' };
  const answer = await call(fetch, { id: '7', json });
  expect(answer.json).toMatchObject({ validFrom: '2025-04-23T10:00:00.5Z', validTo: '2025-04-23T18:00:00Z' });
});

test('a timestamp whose UTC form RFC 3339 cannot write stays as it was sent', async () => {
  const { fetch } = createMockFetch({ seed: [record] });
  const validTo = '9999-12-31T23:30:00-01:00';
  expect((await call(fetch, { id: '7', json: { validTo } })).json).toMatchObject({ validTo });
});

test('validFrom is kept where an update leaves it out, and moved to now where the switch says so', async () => {
  const mock = createMockFetch({ seed: [record], clock: '2026-02-03T04:05:06.789Z' });
  expect((await call(mock.fetch, { id: '7' })).json).toEqual(record);
  mock.set({ validFromWhenOmitted: 'now' });
  expect((await call(mock.fetch, { id: '7' })).json).toEqual({ ...record, validFrom: '2026-02-03T04:05:06Z' });
  const sent = { validFrom: '2025-05-05T00:00:00Z' };
  expect((await call(mock.fetch, { id: '7', json: sent })).json).toEqual({ ...record, ...sent });
});

test('fields that the document does not know change nothing and are told', async () => {
  const mock = createMockFetch({ seed: [record] });
  const answer = await call(mock.fetch, {
    id: '7',
    body: '{"temporaryStaus":"RESERVED","evseId":"other","id":9,"__proto__":{"polluted":true},"constructor":1}',
  });
  expect(answer.json).toEqual(record);
  expect(mock.state().requests[0]?.ignoredFields).toEqual([
    'temporaryStaus',
    'evseId',
    'id',
    '__proto__',
    'constructor',
  ]);
  expect('polluted' in {}).toBe(false);
});

test('a seed may hold what the vendor may send one day: an unknown status and an unknown field', async () => {
  const seed = [{ ...record, temporaryStatus: 'BROKEN_DOWN', note: 'new' }];
  const answer = await call(createMockFetch({ seed }).fetch, { id: '7', json: { validTo: '2025-01-02T00:00:00Z' } });
  expect(answer.json).toEqual({ ...seed[0], validTo: '2025-01-02T00:00:00Z' });
});

test.each([
  ['no list', 5, 'seed must be a list of records; it was 5.'],
  ['a missing field', [record, { id: 8, temporaryStatus: 'BLOCKED' }], 'seed[1].evseId is missing.'],
  ['a wrong type', [{ ...record, id: '7' }], 'seed[0].id must be of the type number; it was "7".'],
  [
    'a wrong time',
    [{ ...record, validTo: 'soon' }],
    /^seed\[0\]\.validTo must be an RFC 3339 date-time .* it was "soon"\.$/,
  ],
  ['one id twice', [record, record], "seed[1].id is 7, as an earlier record's is."],
  ['nothing', [null], 'seed[0] must be of the type object; it was null.'],
  ['an unknown collection', { '/v1/x': [] }, /^seed names the collection "\/v1\/x", but the document has \/v2/],
])('a seed with %s is refused, naming record and field', (_, seed, message) => {
  const mock = createMockFetch({ seed: [record] });
  expect(() => {
    mock.seed(seed as never);
  }).toThrow(MockOptionError);
  expect(() => {
    mock.seed(seed as never);
  }).toThrow(message);
  expect(() => createMockFetch({ seed: seed as never })).toThrow(message);
  expect(mock.state().records).toEqual([record]);
});

test('a seed that its owner changes afterwards changes nothing, nor does a state that was read', () => {
  const mine = { ...record, id: 7 };
  const mock = createMockFetch({ seed: [mine] });
  mine.id = 99;
  (mock.state().records as MockRecord[]).pop();
  expect(mock.state().records).toEqual([record]);
});

test('reset makes everything as it was when the mock was made', async () => {
  const mock = createMockFetch({ seed: [record], latencyMs: 1, clock: '2026-01-01T00:00:00Z' });
  const before = mock.state();
  await call(mock.fetch);
  mock.seed([]);
  mock.set({ latencyMs: 0, keys: 'off', rateLimit: { requests: 1, windowSeconds: 60 }, randomSeed: 9 });
  mock.respondNext([503, 429]);
  await call(mock.fetch);
  mock.reset();
  expect(mock.state()).toEqual({ ...before, revision: expect.any(Number) });
  const first = await call(mock.fetch, { id: '1' });
  expect([first.error.request_id, first.headers.get('x-ratelimit-remaining')]).toEqual(['req_mock_000001', '119']);
});

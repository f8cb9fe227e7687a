import { expect, test } from '@jest/globals';
import { createMockFetch, MockOptionError, type MockRecord } from '../index.ts';
import { call } from '../testing/call.ts';

const record: MockRecord = {
  id: 7,
  temporaryStatus: 'BLOCKED',
  evseId: 'DK*SPI*E1*1',
  validFrom: '2025-01-01T00:00:00Z',
};

test('an update returns the merged record with the id of its path, and is remembered', async () => {
  const mock = createMockFetch({ seed: [record] });
  const first = await call(mock.fetch, { id: '7', json: { temporaryStatus: 'RESERVED' } });
  expect([first.status, first.json]).toEqual([200, { ...record, temporaryStatus: 'RESERVED' }]);
  const second = await call(mock.fetch, { id: '7', json: { validTo: '2025-01-02T00:00:00Z' } });
  expect(second.json).toEqual({ ...record, temporaryStatus: 'RESERVED', validTo: '2025-01-02T00:00:00Z' });
  expect(mock.state().records).toEqual([second.json]);
});

test('an id that is not there gets 404, and its neighbours stay as they are', async () => {
  const mock = createMockFetch({ seed: [record] });
  const response = await call(mock.fetch, { id: '8', json: { temporaryStatus: 'RESERVED' } });
  expect(response.status).toBe(404);
  expect(response.error).toEqual({
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
  const response = await call(fetch, { id: '7', json });
  expect(response.json).toMatchObject({ validFrom: '2025-04-23T10:00:00.5Z', validTo: '2025-04-23T18:00:00Z' });
});

test('a timestamp whose UTC form RFC 3339 cannot write stays as it was sent', async () => {
  const { fetch } = createMockFetch({ seed: [record] });
  const validTo = '9999-12-31T23:30:00-01:00';
  expect((await call(fetch, { id: '7', json: { validTo } })).json).toMatchObject({ validTo });
});

test('an update without validFrom keeps it, or moves it to now where the switch says so', async () => {
  const mock = createMockFetch({ seed: [record], clock: '2026-02-03T04:05:06.789Z' });
  expect((await call(mock.fetch, { id: '7' })).json).toEqual(record);
  mock.set({ validFromWhenOmitted: 'now' });
  expect((await call(mock.fetch, { id: '7' })).json).toEqual({ ...record, validFrom: '2026-02-03T04:05:06Z' });
  const sent = { validFrom: '2025-05-05T00:00:00Z' };
  expect((await call(mock.fetch, { id: '7', json: sent })).json).toEqual({ ...record, ...sent });
});

test('fields that the document does not know change nothing and are reported', async () => {
  const mock = createMockFetch({ seed: [record] });
  const response = await call(mock.fetch, {
    id: '7',
    body: '{"temporaryStaus":"RESERVED","evseId":"other","id":9,"__proto__":{"polluted":true},"constructor":1}',
  });
  expect(response.json).toEqual(record);
  expect(mock.state().requests[0]?.ignoredFields).toEqual([
    'temporaryStaus',
    'evseId',
    'id',
    '__proto__',
    'constructor',
  ]);
  expect('polluted' in {}).toBe(false);
});

test('a seed may have an unknown status and an unknown field, which the vendor may add', async () => {
  const seed = [{ ...record, temporaryStatus: 'BROKEN_DOWN', unknownField: 'new' }];
  const response = await call(createMockFetch({ seed }).fetch, { id: '7', json: { validTo: '2025-01-02T00:00:00Z' } });
  expect(response.json).toEqual({ ...seed[0], validTo: '2025-01-02T00:00:00Z' });
});

test('a seed may have an unknown field that resembles one which the record has', () => {
  const seed = [{ ...record, validTo: '2025-01-02T00:00:00Z', validToReason: 'repaired' }];
  expect(createMockFetch({ seed }).state().records).toEqual(seed);
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
  [
    'a misspelt field',
    [{ ...record, vaildTo: '2025-01-02T00:00:00Z' }],
    'seed[0]: there is no vaildTo; did you mean validTo?',
  ],
  ['one id twice', [record, record], 'seed[1].id is 7, like that of an earlier record.'],
  ['nothing', [null], 'seed[0] must be of the type object; it was null.'],
  ['an object', { '/v1/x': [] }, 'seed must be a list of records; it was {"/v1/x":[]}.'],
  ['a function', [() => 1], 'seed[0] must be JSON, at most 32 levels deep; it was a function.'],
  [
    '33 levels',
    [{ ...record, unknownField: JSON.parse('['.repeat(32) + ']'.repeat(32)) as unknown }],
    /^seed\[0\] must be JSON/,
  ],
  [
    'too much text',
    [{ ...record, unknownField: 'x'.repeat(16_777_216) }],
    'seed must have at most 16777216 characters of JSON.',
  ],
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

test('reset returns the mock to its state after creation', async () => {
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

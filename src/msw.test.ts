import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { call, COLLECTION } from './mock/testing/call.ts';
import { createMockHandlers, MockOptionError } from './msw.ts';

const mock = createMockHandlers();
const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  server.resetHandlers();
  mock.reset();
});
afterAll(() => {
  server.close();
});

test('an update through the handlers is applied, remembered, and shown under /__mock/', async () => {
  server.use(...mock.handlers);
  const response = await call(fetch, { json: { temporaryStatus: 'RESERVED' } });
  expect([response.status, response.json]).toEqual([
    200,
    expect.objectContaining({ id: 42, temporaryStatus: 'RESERVED' }),
  ]);
  expect(mock.state().records[0]).toEqual(response.json);
  const state = await call(fetch, { method: 'GET', path: '/__mock/state' });
  expect(state.json).toMatchObject({ records: [response.json, {}, {}], requests: [{ status: 200 }] });
});

test('refusals and stubbed responses come through, and a path before the documented one does not matter', async () => {
  server.use(...mock.handlers);
  mock.respondNext([503]);
  expect((await call(fetch, { path: `/api/spirii${COLLECTION}/42` })).status).toBe(503);
  expect((await call(fetch, { id: '%zz' })).error.code).toBe('malformed_path');
  expect((await call(fetch, { method: 'GET' })).headers.get('allow')).toBe('PATCH, OPTIONS');
  expect((await call(fetch, { headers: { authorization: undefined } })).status).toBe(401);
});

test('calls that are not documented are left to the app’s own handlers', async () => {
  server.use(
    ...mock.handlers,
    http.get('https://api.test/v2/others', () => HttpResponse.text('mine')),
  );
  expect((await call(fetch, { method: 'GET', path: '/v2/others' })).text).toBe('mine');
  expect(mock.state().requests).toEqual([]);
});

test('a base URL leaves other places alone', async () => {
  const elsewhere = http.patch(`https://other.test/api${COLLECTION}/42`, () => HttpResponse.text('mine'));
  server.use(...createMockHandlers({ baseUrl: 'https://api.test/api/' }).handlers, elsewhere);
  expect((await call(fetch, { path: `/api${COLLECTION}/42` })).status).toBe(200);
  expect((await call(fetch, { path: `/api${COLLECTION}/42` }, 'https://other.test')).text).toBe('mine');
});

test.each(['api.test', '/api', 'https://api.test?x=1', 5])('the base URL %j is refused', (baseUrl) => {
  expect(() => createMockHandlers({ baseUrl: baseUrl as string })).toThrow(MockOptionError);
});

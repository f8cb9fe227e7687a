import { setupServer } from 'msw/node';
import { createClient } from 'temporary-evse-statuses';
import { createMockHandlers } from 'temporary-evse-statuses/msw';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const mock = createMockHandlers({ baseUrl: 'https://backend.example', keys: 'off' });
const server = setupServer(...mock.handlers);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

test('the global fetch reaches the mock', async () => {
  const client = createClient({ baseUrl: 'https://backend.example' });
  expect(await client.update(42, { temporaryStatus: 'RESERVED' })).toMatchObject({ temporaryStatus: 'RESERVED' });
});

import { afterEach, expect, test } from '@jest/globals';
import { createMockFetch, startMock, type StartedMock } from '../index.ts';

const init = {
  method: 'PATCH',
  headers: { authorization: 'Bearer a-key', 'content-type': 'application/json' },
  body: JSON.stringify({ temporaryStatus: 'RESERVED' }),
};
const path = '/v2/temporary-evse-statuses/42';

let started: StartedMock | undefined;
afterEach(async () => {
  await started?.close();
  started = undefined;
});

test('fetch and node:http give the same response to the same call', async () => {
  const options = { clock: '2025-04-23T10:00:00Z' };
  started = await startMock(options);
  const overHttp = await fetch(started.url + path, init);
  const inProcess = await createMockFetch(options).fetch(`https://api.test${path}`, init);

  expect(inProcess.status).toBe(200);
  expect(overHttp.status).toBe(200);
  const http = Object.fromEntries(overHttp.headers);
  expect(http).toEqual({
    ...Object.fromEntries(inProcess.headers),
    'content-length': http['content-length'],
    connection: 'keep-alive',
    'keep-alive': 'timeout=5',
    server: 'temporary-evse-statuses mock',
  });
  expect(await overHttp.text()).toBe(await inProcess.text());
});

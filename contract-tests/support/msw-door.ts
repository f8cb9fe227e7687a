import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMockHandlers } from '../../src/msw.ts';
import type { OpenDoor } from './doors.ts';
import { MOCK_OPTIONS } from './mock-options.ts';
import { lastReasons } from './mock-reasons.ts';

/** Our mock in Mock Service Worker, which takes over this process's `fetch` for one address that leads nowhere. */
export function openMsw(): OpenDoor {
  const baseUrl = 'https://msw.example';
  const mock = createMockHandlers({ ...MOCK_OPTIONS, baseUrl });
  // What the handlers leave alone, since the document does not name it, would go to the network.
  const left = http.all(
    `${baseUrl}/*`,
    () => new HttpResponse(null, { status: 404, headers: { 'x-left-alone': 'yes' } }),
  );
  const server = setupServer(...mock.handlers, left);
  server.listen({ onUnhandledRequest: 'error' });
  return {
    baseUrl,
    id: 42,
    fetch: (request) => fetch(request),
    reasons: (response) =>
      Promise.resolve(response.headers.has('x-left-alone') ? [{ part: 'route' }] : lastReasons(mock.state())),
    close: () => {
      server.close();
      return Promise.resolve();
    },
  };
}

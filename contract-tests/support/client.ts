import { createClient } from '../../src/index.ts';
import type { ClientOptions, TemporaryEvseStatusesClient } from '../../src/index.ts';
import type { OpenDoor } from './doors.ts';

export const KEY = 'key-of-the-contract-tests';

/** A client of a door that sends each request once, with headers added on its way. */
export function clientOf(
  door: Pick<OpenDoor, 'baseUrl' | 'fetch'>,
  headers: Readonly<Record<string, string>> = {},
): TemporaryEvseStatusesClient {
  return createClient({
    apiKey: KEY,
    baseUrl: door.baseUrl,
    retry: false,
    fetch: (input, init) => {
      const request = new Request(input, init);
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return door.fetch(request);
    },
  });
}

type Answer = (request: Request) => Response | Promise<Response>;

/** A client whose requests are kept and answered by a function. */
export function recordingClient(answer: Answer, options: Partial<Pick<ClientOptions, 'timeoutMs'>> = {}) {
  const requests: Request[] = [];
  const client = createClient({
    ...options,
    apiKey: KEY,
    baseUrl: 'https://service.example',
    retry: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      return answer(request);
    },
  });
  return { client, requests };
}

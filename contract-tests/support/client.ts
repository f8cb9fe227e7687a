import { createClient } from '../../src/index.ts';
import type { OpenDoor } from './doors.ts';
import { KEY } from './request.ts';

/** A client of a door that sends each request once, with headers added on its way. */
export function clientOf(
  { baseUrl, key = KEY, fetch }: Pick<OpenDoor, 'baseUrl' | 'key' | 'fetch'>,
  headers: Readonly<Record<string, string>> = {},
) {
  return createClient({
    apiKey: key,
    baseUrl,
    retry: false,
    fetch: (input, init) => {
      const request = new Request(input, init);
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return fetch(request);
    },
  });
}

type Answer = (request: Request) => Response | Promise<Response>;

/** A client whose requests are kept and answered by a function. */
export function recordingClient(answer: Answer) {
  const requests: Request[] = [];
  const client = createClient({
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

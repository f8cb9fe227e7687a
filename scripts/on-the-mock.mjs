// @ts-check
/**
 * `node --import ./on-the-mock.mjs SAMPLE`: calls to the vendor, and to a mock on its default port, go to a mock in the same
 * process. `STUBS` has its next responses as JSON; `SHOW_HEADER` names a request header to print.
 */
import process from 'node:process';
import { createMockFetch } from 'temporary-evse-statuses/mock';

const mock = createMockFetch({ keys: 'off' });
mock.respondNext(JSON.parse(process.env['STUBS'] ?? '[]'));
process.env['SPIRII_API_KEY'] = 'key-of-a-sample';

const header = process.env['SHOW_HEADER'];
const network = globalThis.fetch;
/** @type {typeof fetch} */
const sampleFetch = (input, init) => {
  const { host } = new URL(input instanceof Request ? input.url : input);
  if (!host.endsWith('.spirii.com') && host !== '127.0.0.1:4010') return network(input, init);
  if (header !== undefined) console.log(new Request(input, init).headers.get(header));
  return mock.fetch(input, init);
};
globalThis.fetch = sampleFetch;

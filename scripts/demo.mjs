// @ts-check
/**
 * The package at work, end to end and in one process: a mock of the document, the built client, one update that is
 * answered and one that is refused. Ends by itself.
 */
import { createRequire } from 'node:module';
import { createClient, isResponseError } from 'temporary-evse-statuses';
import { startMock } from 'temporary-evse-statuses/mock';

const document = createRequire(import.meta.url)('temporary-evse-statuses/openapi.json');
const operation = document.paths['/v2/temporary-evse-statuses/{id}'].patch;
/** @type {number} */
const id = operation.parameters[0].examples.vendor.value;
/** @type {import('temporary-evse-statuses').TemporaryEvseStatusUpdate} */
const change = operation.requestBody.content['application/json'].examples.maintenanceWindow.value;

const mock = await startMock();
try {
  const client = createClient({
    apiKey: 'demo-key',
    baseUrl: mock.url,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      console.log(`> ${request.method} ${request.url}`);
      for (const [name, value] of request.headers) {
        console.log(`> ${name}: ${name === 'authorization' ? 'Bearer [redacted]' : value}`);
      }
      console.log(`> ${await request.clone().text()}`);
      return fetch(request);
    },
  });

  console.log("The vendor's example update:\n");
  console.log('\n', await client.update(id, change), '\n');

  console.log('An update of a temporary status that is not there:\n');
  await client.update(id + 1_000_000, change).catch((/** @type {unknown} */ error) => {
    if (!isResponseError(error)) throw error;
    const { name, message, status, code, param, requestId } = error;
    console.log('\n', { name, message, status, code, param, requestId });
  });
} finally {
  await mock.close();
}

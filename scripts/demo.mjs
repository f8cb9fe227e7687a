// @ts-check
/**
 * A demo in one process: the built client lists, creates and updates temporary statuses on a mock, and is refused once. No
 * request leaves the machine.
 */
import { createClient, isResponseError } from 'temporary-evse-statuses';
import { startMock } from 'temporary-evse-statuses/mock';

/** @param {unknown} value */
const show = (value) => {
  console.log(`   ${JSON.stringify(value)}\n`);
};

const mock = await startMock();
try {
  const client = createClient({
    apiKey: 'demo-key',
    baseUrl: mock.url,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      const { pathname, search } = new URL(url);
      console.log(`   ${init.method} ${pathname}${search} → ${response.status}`);
      return response;
    },
  });

  console.log('1. Which charging points have a temporary status right now? client.list()');
  const [first] = await client.list();
  if (first === undefined) throw new Error('The mock starts with a status that is active.');
  show(first);

  const { evseId } = first;
  console.log(`2. Reserve ${evseId} for an hour on New Year’s Day: client.create(…)`);
  const year = new Date().getUTCFullYear() + 1;
  const hour = { validFrom: `${year}-01-01T10:00:00Z`, validTo: `${year}-01-01T11:00:00Z` };
  const created = await client.create({ evseId, temporaryStatus: 'RESERVED', ...hour });
  show(created);

  console.log(`3. An hour longer: client.update(${created.id}, …)`);
  show(await client.update(created.id, { ...hour, validTo: `${year}-01-01T12:00:00Z` }));

  console.log('4. A status that does not exist: client.update(999, …) rejects with an error that says why');
  await client.update(999, { temporaryStatus: 'BLOCKED' }).catch((/** @type {unknown} */ error) => {
    if (!isResponseError(error)) throw error;
    const { name, status, code, param, requestId, message } = error;
    show({ name, status, code, param, requestId, message });
  });
} finally {
  await mock.close();
}

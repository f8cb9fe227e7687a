// @ts-check
/** An application that uses the client in every way, in plain JavaScript for every runtime. */
import { createClient, isConnectionError, isResponseError } from 'temporary-evse-statuses';
import { updateMany } from 'temporary-evse-statuses/bulk';
import { detectDrift } from 'temporary-evse-statuses/drift';
import { createMockFetch } from 'temporary-evse-statuses/mock';

const key = 'secret-of-this-test';
/** The texts of errors, which must not contain the key. @type {string[]} */
const said = [];
const status = /** @type {const} */ ({ evseId: 'DK*SPI*E123*1', temporaryStatus: 'RESERVED' });
const change = { validFrom: new Date('2037-04-23T10:00:00Z') };

/**
 * @param {string} service - Address of the service; what it does depends on the first part of the path.
 * @returns {Promise<object>} The outcome of each use, as JSON can hold it.
 */
export async function useEverything(service) {
  /** @type {import('temporary-evse-statuses/drift').DriftFinding[]} */
  const drift = [];
  /** @param {string} behaviour */
  const clientOf = (behaviour) =>
    createClient({
      apiKey: () => Promise.resolve(key),
      baseUrl: `${service}/${behaviour}`,
      retry: { maxRetries: 1, maxRetryWaitMs: 1 },
      drift: detectDrift((findings) => {
        drift.push(...findings);
      }),
    });
  const fine = clientOf('fine');
  const reason = { why: 'the user left' };
  const leaving = new AbortController();

  const outcomes = [];
  for await (const { index, status } of updateMany(
    fine,
    [1, 2, 3].map((id) => ({ id, change })),
    { concurrency: 1 },
  )) {
    outcomes.push(`${index} ${status}`);
  }
  const mock = createMockFetch();
  const onMock = createClient({ apiKey: key, fetch: mock.fetch });

  return {
    list: await clientOf('listed').list({ activeOnly: false }),
    create: await clientOf('fine').create(status),
    createHungUp: await failure(clientOf('hung-up').create(status)),
    update: await fine.update(42, change),
    refused: await failure(clientOf('refused').update(42, change)),
    busyAtFirst: await clientOf('busy-at-first').update(42, change),
    redirected: await failure(clientOf('redirected').update(42, change)),
    unreadable: await failure(clientOf('unreadable').update(42, change)),
    silent: await failure(clientOf('silent').update(42, change, { timeoutMs: 50 })),
    stalledBody: await failure(clientOf('stalled-body').update(42, change, { timeoutMs: 50 })),
    hungUp: await failure(clientOf('hung-up').update(42, change)),
    left: await (async () => {
      const update = clientOf('silent').update(42, change, { signal: leaving.signal });
      setTimeout(() => {
        leaving.abort(reason);
      }, 20);
      return (await update.catch((/** @type {unknown} */ error) => error)) === reason;
    })(),
    raw: (await fine.raw.PATCH('/v2/temporary-evse-statuses/{id}', { params: { path: { id: 42 } }, body: {} })).data,
    drift: (await clientOf('grown').update(42, change), drift.map(({ kind, pointer }) => `${kind} ${pointer}`)),
    outcomes,
    onMock: (await onMock.update(42, change)).validFrom,
    keyIsShown: [JSON.stringify(fine), JSON.stringify(Object.entries(fine)), ...said].some((text) =>
      text.includes(key),
    ),
  };
}

/** @param {Promise<unknown>} work */
async function failure(work) {
  /** @type {unknown} */
  const error = await work.then(
    () => undefined,
    (/** @type {unknown} */ reason) => reason,
  );
  said.push(String(error), JSON.stringify(error), /** @type {Error} */ (error).stack ?? '');
  if (isResponseError(error)) return [error.name, error.status, error.code, error.attempts];
  if (isConnectionError(error)) return [error.name, error.reason, error.attempts];
  return [/** @type {Error} */ (error).name];
}

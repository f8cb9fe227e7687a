/** The client's public types. Each line that must not compile says why. */
import {
  createClient,
  isConnectionError,
  isInvalidArgumentError,
  isKnownTemporaryStatus,
  isResponseError,
  isTemporaryEvseStatusesError,
  isUnexpectedResponseError,
  TEMPORARY_STATUSES,
} from 'temporary-evse-statuses';
import type {
  ClientOptions,
  DriftFinding,
  ListFilter,
  RawClient,
  RequestOptions,
  TemporaryEvseStatus,
  TemporaryEvseStatusCreate,
  TemporaryEvseStatusesClient,
  TemporaryEvseStatusOperations,
  TemporaryEvseStatusUpdate,
  TemporaryStatus,
} from 'temporary-evse-statuses';
import { detectDrift } from 'temporary-evse-statuses/drift';
import { same } from './equal.ts';

const client = createClient({ apiKey: 'k' });
declare const signal: AbortSignal | undefined;
declare const text: string;
declare const status: TemporaryStatus;

// createClient: the service and its options
createClient({ apiKey: () => 'k', environment: 'sandbox' });
createClient({ apiKey: () => Promise.resolve('k'), baseUrl: 'https://a.example' });
createClient({ baseUrl: new URL('https://a.example') });
createClient({
  apiKey: 'k',
  fetch,
  timeoutMs: 1,
  retry: { maxRetries: 0, maxRetryWaitMs: 1 },
  dangerouslyAllowBrowser: true,
});
createClient({ apiKey: 'k', fetch: undefined, timeoutMs: undefined, retry: undefined });
declare const clientOptions: ClientOptions;
createClient(clientOptions);
// @ts-expect-error -- options are required
createClient();
// @ts-expect-error -- a key is required for the vendor
createClient({});
// @ts-expect-error -- a key is required for the vendor's sandbox
createClient({ environment: 'sandbox' });
// @ts-expect-error -- no such environment
createClient({ apiKey: 'k', environment: 'staging' });
// @ts-expect-error -- an environment or a base URL, not both
createClient({ apiKey: 'k', environment: 'sandbox', baseUrl: 'https://a.example' });
// @ts-expect-error -- a key is a string
createClient({ apiKey: 42 });
// @ts-expect-error -- an unset variable is not a key
createClient({ apiKey: undefined });
// @ts-expect-error -- a key function returns a string
createClient({ apiKey: () => undefined });
// @ts-expect-error -- retries are off or limited
createClient({ apiKey: 'k', retry: true });
// @ts-expect-error -- a misspelt option
createClient({ apiKey: 'k', timeout: 1 });

// createClient: drift
createClient({ apiKey: 'k', drift: detectDrift('throw') });
createClient({ apiKey: 'k', drift: detectDrift((found) => void found.map(({ kind, pointer }) => kind + pointer)) });
createClient({ apiKey: 'k', drift: detectDrift(() => Promise.resolve()) });
same<DriftFinding['kind'], 'breaking' | 'additive'>(true);
// @ts-expect-error -- only 'throw'
detectDrift('log');
same<typeof client.raw, RawClient>(true);
const plain: TemporaryEvseStatusesClient = client;

// A fake of the client is three functions.
const fake: TemporaryEvseStatusOperations = {
  list: () => Promise.resolve([record]),
  create: () => Promise.resolve(record),
  update: () => Promise.resolve(record),
};

// list: arguments and result
void client.list();
void client.list({ evseId: 'x', activeOnly: false }, { signal, timeoutMs: 1, retry: false });
void client.list({ evseId: undefined, activeOnly: undefined });
same<ReturnType<typeof client.list>, Promise<readonly TemporaryEvseStatus[]>>(true);
same<ListFilter['activeOnly'], boolean | undefined>(true);
// @ts-expect-error -- a boolean here, whatever it is on the wire
void client.list({ activeOnly: 'false' });
// @ts-expect-error -- an EVSE ID is a string
void client.list({ evseId: 5 });
// @ts-expect-error -- no such filter
void client.list({ evseID: 'x' });

// create: arguments and result
void client.create({ evseId: 'x', temporaryStatus: 'RESERVED', validFrom: new Date(), validTo: undefined });
same<ReturnType<typeof client.create>, Promise<TemporaryEvseStatus>>(true);
same<Parameters<typeof client.create>[0], TemporaryEvseStatusCreate>(true);
same<TemporaryEvseStatusCreate['evseId'], string>(true);
// @ts-expect-error -- the EVSE ID is required
void client.create({ temporaryStatus: 'RESERVED' });
// @ts-expect-error -- the status is required
void client.create({ evseId: 'x' });
// @ts-expect-error -- not one of the four statuses
void client.create({ evseId: 'x', temporaryStatus: 'BROKEN' });
// @ts-expect-error -- no such field
void client.create({ evseId: 'x', temporaryStatus: 'BLOCKED', id: 42 });

// @ts-expect-error -- no page describes a delete
same<TemporaryEvseStatusesClient['delete'], never>(true);

// update: arguments
void client.update(42, {});
void client.update(42, { temporaryStatus: 'MAINTENANCE', validFrom: new Date(), validTo: '2025-04-23T18:00:00Z' });
void client.update(42, { temporaryStatus: status }, { signal, timeoutMs: 1, retry: false });
void client.update(42, { validTo: text === '' ? text : undefined });
// @ts-expect-error -- the id is a number
void client.update('42', {});
// @ts-expect-error -- the id is required
void client.update({});
// @ts-expect-error -- the change is required
void client.update(42);
// @ts-expect-error -- not one of the four statuses
void client.update(42, { temporaryStatus: 'BROKEN' });
// @ts-expect-error -- any string is not one of the four statuses
void client.update(42, { temporaryStatus: text });
// @ts-expect-error -- an instant is a Date or a string
void client.update(42, { validFrom: 0 });
// @ts-expect-error -- null is not documented
void client.update(42, { validTo: null });
// @ts-expect-error -- no such field
void client.update(42, { validUntil: new Date() });
// @ts-expect-error -- no such option
void client.update(42, {}, { timeout: 1 });
// @ts-expect-error -- a controller is not a signal
void client.update(42, {}, { signal: new AbortController() });

// update: result
same<ReturnType<typeof client.update>, Promise<TemporaryEvseStatus>>(true);
declare const record: TemporaryEvseStatus;
same<typeof record.id, number>(true);
same<typeof record.evseId, string>(true);
const shown: string = record.temporaryStatus;
// @ts-expect-error -- a start may be missing
const start: string = record.validFrom;
// @ts-expect-error -- the vendor may add statuses
const known: TemporaryStatus = record.temporaryStatus;
if (isKnownTemporaryStatus(record.temporaryStatus)) {
  same<typeof record.temporaryStatus, TemporaryStatus>(true);
}
same<typeof TEMPORARY_STATUSES, readonly TemporaryStatus[]>(true);
same<TemporaryStatus, 'MAINTENANCE' | 'COMMISSIONING' | 'BLOCKED' | 'RESERVED'>(true);
same<TemporaryEvseStatusUpdate['temporaryStatus'], TemporaryStatus | undefined>(true);

// Errors
declare const error: unknown;
if (isTemporaryEvseStatusesError(error)) same<typeof error.message, string>(true);
if (isResponseError(error)) {
  same<typeof error.name, 'ResponseError'>(true);
  same<typeof error.status, number>(true);
  same<typeof error.body, unknown>(true);
  same<typeof error.requestId, string | undefined>(true);
  same<typeof error.retryAfterSeconds, number | undefined>(true);
  same<typeof error.rateLimit.resetsAt, Date | undefined>(true);
  same<typeof error.attempts, number>(true);
} else if (isUnexpectedResponseError(error)) {
  same<typeof error.name, 'UnexpectedResponseError'>(true);
  same<typeof error.text, string>(true);
} else if (isConnectionError(error)) {
  same<typeof error.name, 'ConnectionError'>(true);
  same<typeof error.reason, 'connection' | 'timeout' | 'api-key'>(true);
} else if (isInvalidArgumentError(error)) {
  same<typeof error.name, 'InvalidArgumentError'>(true);
  same<typeof error.argument, string>(true);
}

// Arguments and constants are read-only
declare const options: RequestOptions;
// @ts-expect-error -- read only
options.timeoutMs = 1;
declare const change: TemporaryEvseStatusUpdate;
// @ts-expect-error -- read only
change.validTo = '2025-04-23T18:00:00Z';
// @ts-expect-error -- read only
TEMPORARY_STATUSES[0] = 'BLOCKED';

export { fake, known, plain, shown, start };

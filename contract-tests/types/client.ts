/** The public types of the client, as a consumer's compiler sees them: each line that must not compile says why it does not. */
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

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one way to tell `any` from other types
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where both types are the same; `any` is the same as nothing but itself. */
declare function same<A, B>(proof: Equal<A, B>): void;
/** Compiles where the value is of just that type. */
declare function isA<A>(): <B>(value: B, proof: Equal<A, B>) => void;

const client = createClient({ apiKey: 'k' });
declare const signal: AbortSignal | undefined;
declare const text: string;
declare const status: TemporaryStatus;

// createClient: who is called
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
// @ts-expect-error -- what is not set is not a key
createClient({ apiKey: undefined });
// @ts-expect-error -- a key function gives a string
createClient({ apiKey: () => undefined });
// @ts-expect-error -- retries are off or have bounds
createClient({ apiKey: 'k', retry: true });
// @ts-expect-error -- a misspelt option
createClient({ apiKey: 'k', timeout: 1 });

// createClient: drift and raw
createClient({ apiKey: 'k', drift: detectDrift('throw') });
createClient({ apiKey: 'k', drift: detectDrift((found) => void found.map(({ kind, pointer }) => kind + pointer)) });
createClient({ apiKey: 'k', drift: detectDrift(() => Promise.resolve()) });
same<DriftFinding['kind'], 'breaking' | 'additive'>(true);
// @ts-expect-error -- only 'throw'
detectDrift('log');
same<typeof client.raw, RawClient>(true);
const plain: TemporaryEvseStatusesClient = client;
const item = '/v2/temporary-evse-statuses/{id}';
const collection = '/v2/temporary-evse-statuses';
void client.raw.PATCH(item, { params: { path: { id: 42 } }, body: { temporaryStatus: 'BLOCKED' } });
void client.raw.GET(collection, { params: { query: { evseId: 'x', activeOnly: 'false' } } });
void client.raw.POST(collection, { body: { evseId: 'x', temporaryStatus: 'BLOCKED' }, timeoutMs: 1 });
void client.raw.PATCH(item, { params: { path: { id: 42 } }, body: {} }).then(({ data, error }) => {
  isA<{ id: number; temporaryStatus: string; evseId: string; validFrom?: string; validTo?: string } | undefined>()(
    data,
    true,
  );
  isA<{ error: { type?: string; code?: string; message?: string; param?: string; request_id?: string } } | undefined>()(
    error,
    true,
  );
});
// @ts-expect-error -- not one of the four statuses
void client.raw.PATCH(item, { params: { path: { id: 42 } }, body: { temporaryStatus: 'BROKEN' } });
// @ts-expect-error -- a method that the document does not have for this path
void client.raw.PATCH(collection, { body: {} });
// @ts-expect-error -- a path that the document does not have
void client.raw.GET('/v2/evses');
// @ts-expect-error -- a parameter that the document does not have
void client.raw.GET(collection, { params: { query: { evseID: 'x' } } });
// @ts-expect-error -- an id is a number
void client.raw.PATCH(item, { params: { path: { id: '42' } }, body: {} });
// @ts-expect-error -- a required field of the body is missing
void client.raw.POST(collection, { body: { evseId: 'x' } });

// A fake of the client is three functions.
const fake: TemporaryEvseStatusOperations = {
  list: () => Promise.resolve([record]),
  create: () => Promise.resolve(record),
  update: () => Promise.resolve(record),
};

// list: what it takes and gives
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

// create: what it takes and gives
void client.create({ evseId: 'x', temporaryStatus: 'RESERVED', validFrom: new Date(), validTo: undefined });
same<ReturnType<typeof client.create>, Promise<TemporaryEvseStatus>>(true);
same<TemporaryEvseStatusCreate['evseId'], string>(true);
// @ts-expect-error -- the EVSE ID is required
void client.create({ temporaryStatus: 'RESERVED' });
// @ts-expect-error -- the status is required
void client.create({ evseId: 'x' });
// @ts-expect-error -- not one of the four statuses
void client.create({ evseId: 'x', temporaryStatus: 'BROKEN' });
// @ts-expect-error -- no such field
void client.create({ evseId: 'x', temporaryStatus: 'BLOCKED', id: 42 });

// update: what it takes
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
// @ts-expect-error -- a controller is not its signal
void client.update(42, {}, { signal: new AbortController() });

// update: what it gives
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

// What is given is not changed
declare const options: RequestOptions;
// @ts-expect-error -- read only
options.timeoutMs = 1;
declare const change: TemporaryEvseStatusUpdate;
// @ts-expect-error -- read only
change.validTo = '2025-04-23T18:00:00Z';
// @ts-expect-error -- read only
TEMPORARY_STATUSES[0] = 'BLOCKED';

export { fake, known, plain, shown, start };

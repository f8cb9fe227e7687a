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
  RequestOptions,
  TemporaryEvseStatus,
  TemporaryEvseStatusesClient,
  TemporaryEvseStatusUpdate,
  TemporaryStatus,
} from 'temporary-evse-statuses';
import { judge } from 'temporary-evse-statuses/drift';
import { raw } from 'temporary-evse-statuses/raw';

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
createClient({ apiKey: 'k', onDrift: 'throw', judge });
createClient({ apiKey: 'k', onDrift: (findings) => void findings.map(({ kind, pointer }) => kind + pointer), judge });
same<DriftFinding['kind'], 'breaking' | 'additive'>(true);
createClient({ apiKey: 'k', onDrift: () => Promise.resolve(), judge });
// @ts-expect-error -- onDrift needs judge
createClient({ apiKey: 'k', onDrift: 'throw' });
// @ts-expect-error -- judge needs onDrift
createClient({ apiKey: 'k', judge });
// @ts-expect-error -- only 'throw'
createClient({ apiKey: 'k', onDrift: 'log', judge });
same<typeof client.raw, undefined>(true);
const plain: TemporaryEvseStatusesClient = client;
const withRaw = createClient({ apiKey: 'k', raw });
void withRaw.raw.PATCH('/v2/temporary-evse-statuses/{id}', {
  params: { path: { id: 42 } },
  body: { temporaryStatus: 'BLOCKED' },
});
void withRaw.raw
  .PATCH('/v2/temporary-evse-statuses/{id}', { params: { path: { id: 42 } }, body: {} })
  .then(({ data, error }) => {
    isA<{ id: number; temporaryStatus: string; evseId: string; validFrom?: string; validTo?: string } | undefined>()(
      data,
      true,
    );
    isA<
      { error: { type?: string; code?: string; message?: string; param?: string; request_id?: string } } | undefined
    >()(error, true);
  });
void withRaw.raw.PATCH('/v2/temporary-evse-statuses/{id}', {
  params: { path: { id: 42 } },
  // @ts-expect-error -- not one of the four statuses
  body: { temporaryStatus: 'BROKEN' },
});
// @ts-expect-error -- a path that the document does not have
void withRaw.raw.PATCH('/v2/temporary-evse-statuses', { body: {} });

// update: what it takes
void client.update(42, {});
void client.update(42, { temporaryStatus: 'MAINTENANCE', validFrom: new Date(), validTo: '2025-04-23T18:00:00Z' });
void client.update(42, { temporaryStatus: status }, { signal, timeoutMs: 1, retry: false });
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
  same<typeof error.timedOut, boolean>(true);
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

export { known, plain, shown, start };

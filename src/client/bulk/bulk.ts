import { InvalidArgumentError, refuseOption, refuseValue } from '../errors.ts';
import type { TemporaryEvseStatusOperations } from '../operations.ts';
import type { RequestOptions } from '../options.ts';
import type { TemporaryEvseStatus, TemporaryEvseStatusCreate, TemporaryEvseStatusUpdate } from '../records.ts';
import { readMembers } from '../read-members.ts';
import type { Read } from '../read-members.ts';
import { defaultLimits, readFunction, requestOptions } from '../settings.ts';
import { systemRuntime } from '../transport/runtime.ts';
import type { Runtime } from '../transport/runtime.ts';
import type { BulkOptions, Outcome } from './outcomes.ts';
import { runMany } from './run-many.ts';

/** One update among many. Further fields are yours: the outcome returns the item unchanged. */
export interface UpdateItem {
  /** Id of the temporary status, as `client.update` takes it. */
  readonly id: number;
  /** The fields to change, as `client.update` takes them. */
  readonly change: TemporaryEvseStatusUpdate;
}

/** One create among many. Further fields are yours: the outcome returns the item unchanged. */
export interface CreateItem {
  /** The status to create, as `client.create` takes it. */
  readonly status: TemporaryEvseStatusCreate;
}

type Outcomes<Item> = AsyncGenerator<Outcome<Item>, void, undefined>;

/**
 * Changes many temporary statuses, one PATCH each: the vendor has no call for many [guide]. Yields one outcome for each
 * item as it settles; no item is lost, and none makes the iteration throw.
 *
 * Nothing is sent until you iterate over the outcomes; `await updateMany(…)` alone does nothing:
 * `for await (const outcome of updateMany(client, items)) …`. Nor is anything sent while you take no outcomes, and items are
 * read only when it is their turn. Leaving the loop aborts the requests in flight.
 *
 * It stays within the rate limit, retries included: 120 writes a minute until the service's `X-RateLimit-*` headers say
 * otherwise [limits]. Half of what a window allows is sent at once, the rest spread evenly.
 *
 * The run stops, and reports the remaining items as `not-sent`, when they would all fail too: after three 401 or 403 in a row,
 * an `apiKey` function that fails or returns no key, a 410, or a 429 whose `Retry-After` is longer than the
 * `retry.maxRetryWaitMs` of these options.
 * @param items - An array, iterable or async iterable. If it throws, the iteration throws the same error, after the outcomes of
 *   the requests in flight.
 * @param options.signal - Aborts the requests in flight and stops the run; the iteration does not throw, but ends after the
 *   remaining outcomes. The rest of an array or `Set` is reported as `not-sent`; no more is read from other sources.
 * @param options.timeoutMs - For each attempt; waiting for the rate limit does not count.
 * @throws {InvalidArgumentError} Immediately: `client` has no `update`, `items` is not iterable, or an option cannot be used.
 */
export function updateMany<Item extends UpdateItem>(
  client: Pick<TemporaryEvseStatusOperations, 'update'>,
  items: readonly Item[] | Iterable<Item> | AsyncIterable<Item>,
  options?: BulkOptions,
): Outcomes<Item> {
  return runBulk(systemRuntime, items, updating(client), options);
}

/**
 * Creates many temporary statuses, one POST each, such as one for every EVSE of a location. Like `updateMany`, it
 * sends nothing until you iterate. A create whose connection was lost is `failed` and not sent again: `client.list` shows
 * whether it was carried out.
 * @throws {InvalidArgumentError} Immediately: `client` has no `create`, `items` is not iterable, or an option cannot be used.
 */
export function createMany<Item extends CreateItem>(
  client: Pick<TemporaryEvseStatusOperations, 'create'>,
  items: readonly Item[] | Iterable<Item> | AsyncIterable<Item>,
  options?: BulkOptions,
): Outcomes<Item> {
  return runBulk(systemRuntime, items, creating(client), options);
}

/** How the client sends one item. */
type Send<Item> = (item: Item, options: RequestOptions) => Promise<TemporaryEvseStatus>;

export function updating(client: Pick<TemporaryEvseStatusOperations, 'update'>): Send<UpdateItem> {
  readFunction((client as Partial<typeof client> | null)?.update, 'client.update');
  return ({ id, change }, options) => client.update(id, change, options);
}

export function creating(client: Pick<TemporaryEvseStatusOperations, 'create'>): Send<CreateItem> {
  readFunction((client as Partial<typeof client> | null)?.create, 'client.create');
  return ({ status }, options) => client.create(status, options);
}

const bulkOptions = {
  ...requestOptions,
  concurrency: (value, name) =>
    typeof value === 'number' && value >= 1 && value % 1 === 0
      ? value
      : refuseOption(name, 'a whole number, 1 or more', value),
  onProgress: readFunction<NonNullable<BulkOptions['onProgress']>>,
} satisfies Record<keyof BulkOptions, Read>;

/** Checks what was given, and starts the run. */
export function runBulk<Item>(
  runtime: Runtime,
  items: Iterable<Item> | AsyncIterable<Item>,
  send: Send<Item>,
  options: BulkOptions = {},
): Outcomes<Item> {
  const { concurrency = 4, onProgress, signal, ...limits } = readMembers('options', options, bulkOptions);
  // A string is iterable too, but its characters are no items.
  if (Object(items) !== items || !(Symbol.iterator in items || Symbol.asyncIterator in items)) {
    refuseValue('items', 'an iterable or async iterable', items);
  }
  const { maxRetryWaitMs } = { ...defaultLimits, ...limits.retry };
  const sendItem = (item: Item, index: number, own: RequestOptions) => {
    if (Object(item) !== item) throw new InvalidArgumentError('items', `items[${index}] must be an object`);
    return send(item, { ...limits, ...own });
  };
  return runMany({ runtime, items, sendItem, concurrency, onProgress, signal, maxRetryWaitMs });
}

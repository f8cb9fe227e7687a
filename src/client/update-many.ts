import type { TemporaryEvseStatusesClient } from './create-client.ts';
import { invalid } from './errors.ts';
import type { RequestOptions } from './options.ts';
import { runMany } from './run-many.ts';
import { systemRuntime } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import { defaultLimits, readLimits } from './settings.ts';
import type { TemporaryEvseStatus, TemporaryEvseStatusUpdate } from './temporary-status.ts';

/** One update among many; further fields are yours, and come back in the outcome's `item`. */
export interface ChangeItem {
  /** Id of the temporary status, as `client.update` takes it. */
  readonly id: number;
  /** The fields to change, as `client.update` takes them. */
  readonly change: TemporaryEvseStatusUpdate;
}

/** What became of one item. */
export type UpdateOutcome<Item extends ChangeItem = ChangeItem> = {
  /** Place of the item in `changes`, from 0. */
  readonly index: number;
  /** The item's id, as given. */
  readonly id: Item['id'];
  /** The item itself, as given: feed the items that are not `updated` to `updateMany` again to resume. */
  readonly item: Item;
} & (
  | { readonly status: 'updated'; readonly record: TemporaryEvseStatus }
  /** `error` is what `client.update` rejects with. Where it is a `ConnectionError` or your abort, the change may have been made. */
  | { readonly status: 'failed'; readonly error: unknown }
  /** Nothing was sent for this item. `reason`: the error that stopped the run, or the reason of `signal`. */
  | { readonly status: 'not-sent'; readonly reason: unknown }
);

/** How many items have which outcome so far. */
export interface UpdateProgress {
  readonly updated: number;
  readonly failed: number;
  readonly notSent: number;
  /** How many there are; `undefined` where `changes` does not say (it is no array, `Set` or `Map`). */
  readonly total: number | undefined;
}

/** What `updateMany` takes beside the client and the changes. */
export interface UpdateManyOptions extends RequestOptions {
  /** How many updates may be under way at once. A whole number, 1 or more. Default: 4. */
  readonly concurrency?: number | undefined;
  /** Called with each outcome, before it is yielded; what it throws ends the iteration. */
  readonly onProgress?: ((progress: UpdateProgress) => void) | undefined;
}

/**
 * Changes many temporary statuses, one PATCH each: the vendor has no call for many [old-ref]. Yields one outcome for each
 * item as it settles, in the order in which they do; no item is lost, and none makes the iteration throw.
 *
 * Keeps to the rate limit by itself: 120 writes a minute until the service's `X-RateLimit-*` headers say otherwise
 * [limits]; retries count. Half of what a window allows goes out at once, the rest evenly.
 *
 * A rejected key stops the run at once, and the rest is read and reported as `not-sent`: a 401, a key function that fails, a 403
 * as long as nothing has been updated. So does a 410, the version's end, and a 429 whose `Retry-After` is longer than
 * `retry.maxRetryWaitMs`. See docs/decisions/bulk-stops-when-no-item-would-fare-better.md.
 *
 * Nothing happens before the iteration begins. It takes no more from `changes` than is under way, and sends nothing new
 * while its outcomes are not taken. Leaving the loop ends what is under way.
 * @param changes - An iterable or async iterable. What it throws comes out of the iteration, after the outcomes of what was
 *   under way.
 * @param options.signal - Ends what is under way and stops the run; the iteration then ends with the outcomes, it does not throw. What
 *   an async iterable has not handed over by then is left there; any other is read to its end and reported as `not-sent`.
 * @param options.timeoutMs - For each attempt; waiting for the rate limit is not counted.
 * @throws {InvalidArgumentError} At the call: `changes` is not iterable, or an option cannot be used.
 */
export function updateMany<Item extends ChangeItem>(
  client: Pick<TemporaryEvseStatusesClient, 'update'>,
  changes: Iterable<Item> | AsyncIterable<Item>,
  options?: UpdateManyOptions,
): AsyncGenerator<UpdateOutcome<Item>, void, undefined> {
  return updateManyIn(systemRuntime, client, changes, options);
}

/** `updateMany`, with time of the tests' choice. */
export function updateManyIn<Item extends ChangeItem>(
  runtime: Runtime,
  client: Pick<TemporaryEvseStatusesClient, 'update'>,
  changes: Iterable<Item> | AsyncIterable<Item>,
  { concurrency = 4, onProgress, signal, ...limits }: UpdateManyOptions = {},
): AsyncGenerator<UpdateOutcome<Item>, void, undefined> {
  if (!isIterable(changes)) throw invalid('changes', 'an iterable or async iterable', changes);
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw invalid('concurrency', 'a whole number, 1 or more', concurrency);
  }
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw invalid('onProgress', 'a function', onProgress);
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.throwIfAborted !== 'function') {
    throw invalid('signal', 'an AbortSignal', signal);
  }
  const { maxRetryWaitMs } = readLimits(limits, defaultLimits);
  return runMany({ runtime, client, changes, concurrency, onProgress, signal, limits, maxRetryWaitMs });
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}

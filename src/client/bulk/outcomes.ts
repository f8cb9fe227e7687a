import type { RequestOptions } from '../options.ts';
import type { TemporaryEvseStatus } from '../records.ts';

/** What became of one item. */
export type Outcome<Item> = {
  /** Place of the item in `items`, from 0. */
  readonly index: number;
  /** The item itself, as given: pass the items that did not succeed to the same function again to resume. */
  readonly item: Item;
} & (
  | { readonly status: 'succeeded'; readonly record: TemporaryEvseStatus }
  /** `error` is what the client's method rejects with. After a `ConnectionError` or your abort it may have been carried out. */
  | { readonly status: 'failed'; readonly error: unknown }
  /** Nothing was sent for this item. `reason`: the error that stopped the run, or the reason of `signal`. */
  | { readonly status: 'not-sent'; readonly reason: unknown }
);

/** How many items have which outcome so far. */
export interface BulkProgress {
  readonly succeeded: number;
  readonly failed: number;
  readonly notSent: number;
  /** How many items there are; `undefined` where `items` does not say (it is no array, `Set` or `Map`). */
  readonly total: number | undefined;
}

/** Options of `updateMany` and `createMany`. */
export interface BulkOptions extends RequestOptions {
  /** How many requests may be under way at once. A whole number, 1 or more. Default: 4. */
  readonly concurrency?: number | undefined;
  /** Called with the counts after each outcome, before it is yielded; what it throws ends the iteration. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
}

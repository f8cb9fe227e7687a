import type { RequestOptions } from '../options.ts';
import type { TemporaryEvseStatus } from '../records.ts';

/** What happened to one item. */
export type Outcome<Item> = {
  /** Place of the item in `items`, from 0. */
  readonly index: number;
  /** The item itself, unchanged. To resume, pass those that are `not-sent`, or may succeed later, to the same function. */
  readonly item: Item;
} & (
  | {
      /** The service carried it out. */
      readonly status: 'succeeded';
      /** The record as the service returned it. */
      readonly record: TemporaryEvseStatus;
    }
  | {
      /** It failed. Nothing was sent if `error` is an `InvalidArgumentError` or has 0 `attempts`. */
      readonly status: 'failed';
      /** What the client's method rejected with. After a `ConnectionError` or your abort, the change may have been carried out. */
      readonly error: unknown;
    }
  | {
      /** Nothing was sent for this item. */
      readonly status: 'not-sent';
      /** The error that stopped the run, or the reason of `signal`. */
      readonly reason: unknown;
    }
);

/** How many items have which outcome so far. */
export interface BulkProgress {
  /** Items that the service carried out. */
  readonly succeeded: number;
  /** Items that failed. */
  readonly failed: number;
  /** Items for which nothing was sent. */
  readonly notSent: number;
  /** How many items there are; `undefined` if `items` is neither an array nor a `Set`. */
  readonly total: number | undefined;
}

/** Options of `updateMany` and `createMany`. */
export interface BulkOptions extends RequestOptions {
  /** How many requests may be in flight at once. A whole number, 1 or more. Default: 4. */
  readonly concurrency?: number | undefined;
  /** Called with the counts after each outcome, before it is yielded; if it throws, so does the iteration. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
}

import { temporaryStatusValues } from '../../generated/types.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** A status that a request may carry. */
export type TemporaryStatus = Schemas['TemporaryStatus'];

/** One temporary status as the service stores it. `temporaryStatus` may hold a value that came later [versioning]. */
export type TemporaryEvseStatus = Schemas['TemporaryEvseStatus'];

type Instant = 'validFrom' | 'validTo';

/** The fields to change, every one optional. Instants: a `Date`, or an ISO 8601 string that carries an offset. */
export type TemporaryEvseStatusUpdate = {
  readonly [Field in keyof Schemas['TemporaryEvseStatusUpdate']]:
    Schemas['TemporaryEvseStatusUpdate'][Field] | (Field extends Instant ? Date : never);
};

/** The values of `temporaryStatus` that a request may carry, in the document's order. Source: [endpoint]. */
export const TEMPORARY_STATUSES: readonly TemporaryStatus[] = temporaryStatusValues;

/** Whether a status is one that the document knows; the vendor may add others at any time. Source: [versioning]. */
export function isKnownTemporaryStatus(status: unknown): status is TemporaryStatus {
  return (TEMPORARY_STATUSES as readonly unknown[]).includes(status);
}

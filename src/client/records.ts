import { temporaryStatusValues } from '../../generated/types.ts';
import type { components, operations } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** A status that a request may carry. */
export type TemporaryStatus = Schemas['TemporaryStatus'];

/** One temporary status as the service stores it. `temporaryStatus` may hold a newer value. Source: [versioning]. */
export type TemporaryEvseStatus = Schemas['TemporaryEvseStatus'];

/** An instant: a `Date`, or an ISO 8601 string with an offset, such as `2025-04-23T10:00:00Z`. */
export type Instant = Date | string;

/** What goes over the wire: the bodies of create and update, and the query of the list. */
export type WireCreate = Schemas['TemporaryEvseStatusCreate'];
export type WireUpdate = Schemas['TemporaryEvseStatusUpdate'];
export type WireQuery = NonNullable<operations['listTemporaryEvseStatuses']['parameters']['query']>;

/** What an input takes besides the wire's values: a `Date` for an instant, and `undefined` for an optional field that is left out. */
type Also<Body, Field extends keyof Body> =
  | (Field extends 'validFrom' | 'validTo' ? Date : never)
  | (object extends Pick<Body, Field> ? undefined : never);

/** The status to create. Without `validFrom` it starts now; without `validTo` it has no end. Source: [create]. */
export type TemporaryEvseStatusCreate = {
  readonly [Field in keyof WireCreate]: WireCreate[Field] | Also<WireCreate, Field>;
};

/** The fields to change, each optional. Source: [endpoint]. */
export type TemporaryEvseStatusUpdate = {
  readonly [Field in keyof WireUpdate]: WireUpdate[Field] | Also<WireUpdate, Field>;
};

/** Which statuses to list. Default: the active ones of every EVSE. Source: [list]. */
export type ListFilter = {
  readonly [Name in keyof WireQuery]: (Name extends 'activeOnly' ? boolean : WireQuery[Name]) | undefined;
};

/** The values of `temporaryStatus` that a request may carry, in the document's order. Source: [endpoint]. */
export const TEMPORARY_STATUSES: readonly TemporaryStatus[] = temporaryStatusValues;

/** Whether a status is one that the document knows; the vendor may add others at any time. Source: [versioning]. */
export function isKnownTemporaryStatus(status: unknown): status is TemporaryStatus {
  return (TEMPORARY_STATUSES as readonly unknown[]).includes(status);
}

import { temporaryStatusValues } from '../generated/types.ts';
import type { components } from '../generated/types.ts';

export type TemporaryStatus = components['schemas']['TemporaryStatus'];

/** The values of `temporaryStatus` that a request may carry, in the document's order. Source: [endpoint]. */
export const TEMPORARY_STATUSES: readonly TemporaryStatus[] = temporaryStatusValues;

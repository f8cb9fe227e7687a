import type { components } from '../../generated/types.ts';

type Update = components['schemas']['TemporaryEvseStatusUpdate'];

/**
 * What the vendor's pages leave open about the meaning of a field. The check observes it and never fails it.
 */

/**
 * Fields for which leaving them out of an update may keep the stored value or set another. "If unset, the current date and
 * time will be used" [endpoint] can be read either way. Requests of the check send them, unless this is what they ask.
 */
export const OPEN_WHEN_LEFT_OUT: readonly string[] = ['validFrom'] satisfies (keyof Update)[];

/** Pairs of instants whose order no page prescribes: the first is the start of what the second ends. */
export const START_AND_END: readonly (readonly [string, string])[] = [['validFrom', 'validTo']] satisfies [
  keyof Update,
  keyof Update,
][];

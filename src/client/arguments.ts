import { parseDateTime } from '../shared/rfc3339.ts';
import type { components } from '../../generated/types.ts';
import { invalid, InvalidArgumentError } from './errors.ts';
import { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './temporary-status.ts';

type WireChange = components['schemas']['TemporaryEvseStatusUpdate'];

/** A number [endpoint]; that it is whole and not negative is assumed. Digits are all that goes into the URL. */
export function checkId(id: unknown): asserts id is number {
  if (!Number.isSafeInteger(id) || (id as number) < 0) throw invalid('id', 'a whole number, 0 or more', id);
}

/** Checks the fields to change and writes them as they go over the wire. */
export function toWire(change: unknown): WireChange {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) {
    throw invalid('change', 'an object', change);
  }
  const wire: WireChange = {};
  /** Milliseconds since the Unix epoch. */
  const at = { validFrom: -Infinity, validTo: Infinity };
  for (const [field, value] of Object.entries(change as Record<keyof WireChange, unknown>)) {
    if (value === undefined) continue;
    if (field === 'validFrom' || field === 'validTo') {
      [wire[field], at[field]] = readInstant(field, value);
    } else if (field !== 'temporaryStatus')
      throw new InvalidArgumentError(field, `change has no field ${JSON.stringify(field)}`);
    else if (isKnownTemporaryStatus(value)) wire[field] = value;
    else throw invalid(field, `one of ${TEMPORARY_STATUSES.join(', ')}`, value);
  }
  if (at.validTo <= at.validFrom) throw invalid('validTo', `after validFrom (${String(wire.validFrom)})`, wire.validTo);
  return wire;
}

/** An instant as it goes over the wire, and in milliseconds since the Unix epoch. */
function readInstant(field: string, value: unknown): readonly [text: string, at: number] {
  // Not `instanceof`: a Date may come from another realm, such as another frame.
  const isDate = Object.prototype.toString.call(value) === '[object Date]';
  const text = isDate && !Number.isNaN(Number(value)) ? (value as Date).toISOString() : value;
  const at = typeof text === 'string' ? parseDateTime(text) : undefined;
  if (at !== undefined) return [text as string, at];
  throw invalid(field, 'a valid Date or an ISO 8601 timestamp with an offset, such as 2025-04-23T10:00:00Z', value);
}

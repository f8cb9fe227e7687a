import type { components, operations } from '../../generated/types.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import { refuseValue, tagOf } from './errors.ts';
import { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './records.ts';
import { checkNames } from './settings.ts';

type WireCreate = components['schemas']['TemporaryEvseStatusCreate'];
type WireUpdate = components['schemas']['TemporaryEvseStatusUpdate'];
type WireQuery = NonNullable<operations['listTemporaryEvseStatuses']['parameters']['query']>;

/** What an update may carry, what a create has to carry and may carry, and what a list is filtered by. */
const updateFields = ['temporaryStatus', 'validFrom', 'validTo'] satisfies (keyof WireUpdate)[];
const createFields = ['evseId', ...updateFields] satisfies (keyof WireCreate)[];
const filterFields = ['evseId', 'activeOnly'] satisfies (keyof WireQuery)[];

/** A number [endpoint]; that it is whole and not negative is assumed. Digits are all that goes into the URL. */
export function readId(id: number): number {
  return Number.isSafeInteger(id) && id >= 0 ? id : refuseValue('id', 'a whole number, 0 or more', id);
}

/** What goes over the wire of each operation. @throws {InvalidArgumentError} A field cannot be used, or is not known. */
export const toUpdateBody = (change: unknown) => readFields('change', change, updateFields) as WireUpdate;
export const toCreateBody = (status: unknown) => readFields('status', status, createFields, 2) as WireCreate;
export const toListQuery = (filter: unknown = {}) => readFields('filter', filter, filterFields) as WireQuery;

/** Reads one field as it goes over the wire. An instant is left in `instants`, in milliseconds since the Unix epoch. */
type Read = (value: unknown, name: string, instants: Record<string, number>) => string;

const read = {
  // Any text that is not empty and that a URL can hold: the form of an EVSE ID is not documented.
  evseId: (value, name) =>
    typeof value === 'string' && /^[^\p{Cs}]+$/u.test(value)
      ? value
      : refuseValue(name, 'a string that is not empty', value),
  temporaryStatus: (value, name) =>
    isKnownTemporaryStatus(value) ? value : refuseValue(name, `one of ${TEMPORARY_STATUSES.join(', ')}`, value),
  validFrom: readInstant,
  validTo: readInstant,
  activeOnly: (value, name) => (typeof value === 'boolean' ? String(value) : refuseValue(name, 'a boolean', value)),
} satisfies Record<keyof WireCreate | keyof WireQuery, Read>;

/** @param required - how many of the names, from the first, have to be there */
function readFields(argument: string, given: unknown, names: readonly (keyof typeof read)[], required = 0) {
  checkNames(argument, given, names);
  const wire: Partial<Record<string, string>> = {};
  const instants: Record<string, number> = {};
  for (const [index, name] of names.entries()) {
    const value = (given as Record<string, unknown>)[name];
    if (value !== undefined || index < required) wire[name] = read[name](value, name, instants);
  }
  const { validFrom = NaN, validTo = NaN } = instants;
  if (validTo <= validFrom) refuseValue('validTo', `after validFrom (${String(wire['validFrom'])})`, wire['validTo']);
  return wire;
}

function readInstant(value: unknown, name: string, instants: Record<string, number>): string {
  // An invalid Date is null as JSON.
  const text = tagOf(value) === 'Date' ? ((value as { toJSON?(): unknown }).toJSON?.() ?? 'Invalid Date') : value;
  const at = typeof text === 'string' ? parseDateTime(text) : undefined;
  if (at === undefined) {
    refuseValue(name, 'a Date or an ISO 8601 timestamp with an offset, such as 2025-04-23T10:00:00Z', text);
  }
  instants[name] = at;
  return text as string;
}

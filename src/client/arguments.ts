import { parseDateTime } from '../shared/rfc3339.ts';
import { refuseValue, tagOf } from './errors.ts';
import { readMembers } from './read-members.ts';
import type { Read } from './read-members.ts';
import { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './records.ts';
import type { WireCreate, WireQuery, WireUpdate } from './records.ts';

/** How each field of a body or a query becomes what goes over the wire. */
type Fields<Wire> = Record<keyof Wire, Read<string>>;

/** A number [endpoint]; that it is whole and not negative is assumed. Digits are all that goes into the URL. */
export function readId(id: number): number {
  return Number.isSafeInteger(id) && id >= 0 ? id : refuseValue('id', 'a whole number, 0 or more', id);
}

/** What goes over the wire of each operation. @throws {InvalidArgumentError} A field cannot be used, or is not known. */
export const toUpdateBody = (change: unknown) => readMembers('change', change, updateFields()) as WireUpdate;
export const toCreateBody = (status: unknown) => readMembers('status', status, createFields(), required) as WireCreate;
export const toListQuery = (filter: unknown = {}) => readMembers('filter', filter, filterFields) as WireQuery;

/** Any text that is not empty and that a URL can hold: the form of an EVSE ID is not documented. */
function evseId(value: unknown, name: string) {
  if (typeof value === 'string' && /^[^\p{Cs}]+$/u.test(value)) return value;
  return refuseValue(name, 'a well-formed string that is not empty', value);
}

const filterFields = {
  evseId,
  activeOnly: (value, name) => (typeof value === 'boolean' ? String(value) : refuseValue(name, 'a boolean', value)),
} satisfies Fields<WireQuery>;

const required = ['evseId', 'temporaryStatus'] satisfies (keyof WireCreate)[];
const createFields = () => ({ evseId, ...updateFields() }) satisfies Fields<WireCreate>;

/** Made for each call: the end is compared with the start that was read before it. */
function updateFields() {
  let start: ReturnType<typeof readInstant> | undefined;
  return {
    temporaryStatus: (value, name) =>
      isKnownTemporaryStatus(value) ? value : refuseValue(name, `one of ${TEMPORARY_STATUSES.join(', ')}`, value),
    validFrom: (value, name) => (start = readInstant(value, name)).text,
    validTo(value, name) {
      const { text, at } = readInstant(value, name);
      return start && at <= start.at ? refuseValue(name, `after validFrom (${start.text})`, text) : text;
    },
  } satisfies Fields<WireUpdate>;
}

/** As it goes over the wire, and in milliseconds since the Unix epoch. */
function readInstant(value: unknown, name: string): { readonly text: string; readonly at: number } {
  // An invalid Date is null as JSON.
  const text = tagOf(value) === 'Date' ? ((value as { toJSON?(): unknown }).toJSON?.() ?? 'Invalid Date') : value;
  const at = typeof text === 'string' ? parseDateTime(text) : undefined;
  if (at !== undefined) return { text: text as string, at };
  return refuseValue(name, 'a valid Date or a timestamp with an offset, such as 2025-04-23T10:00:00Z', text);
}

import type { components, operations } from '../../generated/types.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import { invalid, InvalidArgumentError, tagOf } from './errors.ts';
import { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './records.ts';
import { checkNames } from './settings.ts';

type WireCreate = components['schemas']['TemporaryEvseStatusCreate'];
type WireUpdate = components['schemas']['TemporaryEvseStatusUpdate'];
type WireQuery = NonNullable<operations['listTemporaryEvseStatuses']['parameters']['query']>;

/** The fields that an update may carry, and the same and the EVSE ID for a create. */
const updateFields = ['temporaryStatus', 'validFrom', 'validTo'] satisfies (keyof WireUpdate)[];
const createFields = ['evseId', ...updateFields] satisfies (keyof WireCreate)[];
const filterFields = ['evseId', 'activeOnly'] satisfies (keyof WireQuery)[];

/** A number [endpoint]; that it is whole and not negative is assumed. Digits are all that goes into the URL. */
export function checkId(id: unknown): asserts id is number {
  if (!Number.isSafeInteger(id) || (id as number) < 0) throw invalid('id', 'a whole number, 0 or more', id);
}

/** The body of an update. @throws {InvalidArgumentError} */
export function toUpdateBody(change: unknown): WireUpdate {
  checkNames('change', change, updateFields);
  return toFields(change as Record<keyof WireUpdate, unknown>);
}

/** The body of a create. @throws {InvalidArgumentError} */
export function toCreateBody(status: unknown): WireCreate {
  checkNames('status', status, createFields);
  const { evseId, ...fields } = status as Record<keyof WireCreate, unknown>;
  return { evseId: readEvseId(evseId), ...toFields(fields), temporaryStatus: readStatus(fields.temporaryStatus) };
}

/** The query of a list. @throws {InvalidArgumentError} */
export function toListQuery(filter: unknown = {}): WireQuery {
  checkNames('filter', filter, filterFields);
  const { evseId, activeOnly } = filter as Record<keyof WireQuery, unknown>;
  if (activeOnly !== undefined && typeof activeOnly !== 'boolean') throw invalid('activeOnly', 'a boolean', activeOnly);
  return {
    ...(evseId !== undefined && { evseId: readEvseId(evseId) }),
    ...(activeOnly !== undefined && { activeOnly: String(activeOnly) }),
  };
}

function toFields({ temporaryStatus, validFrom, validTo }: Record<keyof WireUpdate, unknown>): WireUpdate {
  const wire: WireUpdate = {};
  if (temporaryStatus !== undefined) wire.temporaryStatus = readStatus(temporaryStatus);
  const start = readInstant('validFrom', validFrom, -Infinity);
  const end = readInstant('validTo', validTo, Infinity);
  if (start.text !== undefined) wire.validFrom = start.text;
  if (end.text !== undefined) wire.validTo = end.text;
  if (end.at <= start.at) throw invalid('validTo', `after validFrom (${String(start.text)})`, end.text);
  return wire;
}

function readStatus(value: unknown): WireCreate['temporaryStatus'] {
  if (isKnownTemporaryStatus(value)) return value;
  throw invalid('temporaryStatus', `one of ${TEMPORARY_STATUSES.join(', ')}`, value);
}

/** Any text that is not empty: the form of an EVSE ID is not documented. */
function readEvseId(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalid('evseId', 'a string that is not empty', value);
  return value;
}

/** An instant as it goes over the wire, and in milliseconds since the Unix epoch. */
function readInstant(field: string, value: unknown, absent: number): { readonly text?: string; readonly at: number } {
  if (value === undefined) return { at: absent };
  const isDate = tagOf(value) === 'Date';
  const text = isDate && !Number.isNaN(Number(value)) ? (value as Date).toISOString() : value;
  const at = typeof text === 'string' ? parseDateTime(text) : undefined;
  if (at !== undefined) return { text: text as string, at };
  const rule = 'a valid Date or an ISO 8601 timestamp with an offset, such as 2025-04-23T10:00:00Z';
  if (isDate && typeof text !== 'string') throw new InvalidArgumentError(field, `${field} is an invalid Date`);
  throw invalid(field, rule, value);
}

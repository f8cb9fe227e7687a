import type { components, operations } from '../../../generated/types.ts';
import { isDateTime, parseDateTime } from '../../shared/rfc3339.ts';
import type { JsonValue, MockRecord } from '../types.ts';

/** What the fields of a record mean, as far as the mock acts on it. Everything else it does is read from the document. */

type Status = components['schemas']['TemporaryEvseStatus'];

/** "If unset, the current date and time will be used." [endpoint] [create] */
export const START = 'validFrom' satisfies keyof Status;
const END = 'validTo' satisfies keyof Status;

/** When a record is valid, in milliseconds since the Unix epoch; an end that is left out is open. */
export interface Validity {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export type Phase = 'upcoming' | 'active' | 'ended';

export function validityOf(record: MockRecord): Validity {
  return { from: instantOf(record[START]), to: instantOf(record[END]) };
}

/** A record is active from its start on and before its end; no page says what "active" means, so this is assumed. */
export function phaseOf({ from, to }: Validity, now: number): Phase {
  if (to !== undefined && to <= now) return 'ended';
  return from !== undefined && from > now ? 'upcoming' : 'active';
}

/** The query parameter that excludes records which are not active. That `false` lists every record is assumed. */
export const ACTIVE_ONLY = 'activeOnly' satisfies keyof NonNullable<
  operations['listTemporaryEvseStatuses']['parameters']['query']
>;

function instantOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' ? parseDateTime(value) : undefined;
}

const hour = 3_600_000;

/**
 * The records of a mock that is given none: the document's examples, one for each identity, active since an hour before the mock's now (one that
 * has an end ends in some hours), and after them a copy of the first that starts tomorrow. An example that has no start
 * stays as it is.
 */
export function defaultSeed(examples: readonly MockRecord[], identity: string, now: number): readonly MockRecord[] {
  const latest = new Map(examples.map((record) => [record[identity], record]));
  const records = [...latest.values()].map((record) => around(record, now, -1));
  const [first] = records;
  const highest = Math.max(...records.map((record) => Number(record[identity])));
  if (first === undefined || !Number.isSafeInteger(highest)) return records;
  return [...records, { ...around(first, now, 24), [identity]: highest + 1 }];
}

/** On the full hour, so that the times are easy to read. */
function around(record: MockRecord, now: number, startsInHours: number): MockRecord {
  const at = (hours: number) => toDateTime(Math.floor(now / hour) * hour + hours * hour);
  if (record[START] === undefined) return record;
  const moved = { ...record, [START]: at(startsInHours) };
  return record[END] === undefined ? moved : { ...moved, [END]: at(startsInHours + 8) };
}

/** An instant as the vendor's examples write it: whole seconds where it has no fraction. */
export function toDateTime(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Timestamps come back in UTC [conventions]: every field that reads as a timestamp with another offset is rewritten. */
export function toUtc(body: MockRecord): MockRecord {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? inUtc(value) : value]),
  );
}

function inUtc(text: string): string {
  if (text.endsWith('Z') || !isDateTime(text)) return text;
  // Kept as it was sent: a Date holds no more than milliseconds.
  const fraction = /\.\d+/.exec(text)?.[0] ?? '';
  const whole = toDateTime(parseDateTime(text.replace(fraction, '')) ?? NaN);
  const utc = whole.replace('Z', `${fraction}Z`);
  // An offset at the edge of the calendar leads to a year before 0000 or after 9999, which RFC 3339 cannot write.
  return isDateTime(utc) ? utc : text;
}

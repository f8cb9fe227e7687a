import type { components, operations } from '../../../generated/types.ts';
import { parseDateTime } from '../../shared/rfc3339.ts';
import type { JsonValue } from '../json.ts';
import type { MockRecord } from '../types.ts';

/** What the fields of a record mean, as far as the mock acts on it. Everything else it does is read from the document. */

type Status = components['schemas']['TemporaryEvseStatus'];

/** "If unset, the current date and time will be used." [endpoint] [create] */
export const START = 'validFrom' satisfies keyof Status;
export const END = 'validTo' satisfies keyof Status;

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

type Filter = (record: MockRecord, value: JsonValue, now: number) => boolean;
type ListQuery = NonNullable<operations['listTemporaryEvseStatuses']['parameters']['query']>;

/** Query parameters that no field is named like. That `activeOnly=false` lists every record is assumed. */
const filters: { readonly [Name in keyof ListQuery]?: Filter } = {
  activeOnly: (record, value, now) => value === 'false' || phaseOf(validityOf(record), now) === 'active',
};
export const FILTERS: Readonly<Record<string, Filter | undefined>> = filters;

function instantOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' ? parseDateTime(value) : undefined;
}

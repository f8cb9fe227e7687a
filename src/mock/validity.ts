import type { components, operations } from '../../generated/types.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import type { MockRecord } from './types.ts';
import { toDateTime } from './utc.ts';

/**
 * What the document says of time in words that no schema holds: a status begins at its start, an unset one being now, and
 * ends at its end [endpoint] [create]; a list can leave out what is not active [list].
 */
type Field = keyof components['schemas']['TemporaryEvseStatus'];
export const START = 'validFrom' satisfies Field;
export const END = 'validTo' satisfies Field;
export const ACTIVE_ONLY = 'activeOnly' satisfies keyof NonNullable<
  operations['listTemporaryEvseStatuses']['parameters']['query']
>;

/** Whether a record has begun and not ended; what "active" means is not documented, so this is the mock's reading. */
export function isActive(record: MockRecord, now: number): boolean {
  const at = (field: string, absent: number) => {
    const value = record[field];
    return typeof value === 'string' ? (parseDateTime(value) ?? absent) : absent;
  };
  return at(START, -Infinity) <= now && now < at(END, Infinity);
}

/**
 * Of the document's examples, records around `now`: one with an end that is active, the same a day later, and one without
 * an end. Examples that have no such fields stay as they are.
 */
export function aroundNow(examples: readonly MockRecord[], identity: string, now: number): readonly MockRecord[] {
  const ending = examples.find((record) => END in record);
  const endless = examples.find((record) => !(END in record) && START in record);
  if (ending === undefined || endless === undefined) return examples;
  const hours = (count: number) => toDateTime(Math.floor(now / 60_000) * 60_000 + count * 3_600_000);
  const next = Math.max(...examples.map((record) => Number(record[identity]))) + 1;
  return [
    { ...ending, [START]: hours(-1), [END]: hours(7) },
    { ...endless, [START]: hours(-24) },
    { ...ending, [identity]: next, [START]: hours(24), [END]: hours(32) },
  ];
}

import type { JsonValue } from '../json.ts';
import { toDateTime } from '../response/utc.ts';
import type { MockRecord } from '../types.ts';
import { END, START } from './validity.ts';

const hour = 3_600_000;

/**
 * The records of a mock that is given none: the document's examples, active since an hour before the mock's now (one that
 * has an end ends in some hours), and after them a copy of the first that starts tomorrow. An example that has no start
 * stays as it is.
 */
export function defaultSeed(examples: readonly MockRecord[], identity: string, now: number): readonly MockRecord[] {
  const records = examples.map((record) => around(record, now, -1));
  const [first] = records;
  const highest = Math.max(...records.map((record) => Number(record[identity])));
  if (first === undefined || !Number.isSafeInteger(highest)) return records;
  return [...records, { ...around(first, now, 24), [identity]: highest + 1 }];
}

/** On the full hour, so that the times are easy to read. */
function around(record: MockRecord, now: number, startsInHours: number): MockRecord {
  const at = (hours: number): JsonValue => toDateTime(Math.floor(now / hour) * hour + hours * hour);
  if (record[START] === undefined) return record;
  const moved = { ...record, [START]: at(startsInHours) };
  return record[END] === undefined ? moved : { ...moved, [END]: at(startsInHours + 8) };
}

import { VALIDATORS } from '../../generated/validators.ts';
import { recordIn } from './judge-answer.ts';
import type { Fields, Ground } from './ground.ts';
import type { RecordWatch } from './record-watch.ts';
import type { Report } from './report.ts';
import type { Run } from './run.ts';
import { successesOf } from './situations.ts';

/** Brings a record back to what it was before the run, and says where it could not. */
export async function restore(run: Run, ground: Ground, record: RecordWatch): Promise<NonNullable<Report['restored']>> {
  const { original, last } = record;
  if (original === undefined) return { done: false, note: 'What the record was before the run is not known.' };
  const sent = bodyToRestore(ground, original);
  const answer = await bring(run, ground, sent);
  const notes: string[] = [];
  if (answer === undefined || !successesOf(ground.operation).includes(answer.status)) {
    const why = answer?.status ?? run.lastFailure.failure;
    notes.push(`The update that brings the record back was not accepted (${why}).`);
  }
  const now = answer === undefined ? undefined : recordIn(answer);
  for (const { name } of ground.fields) {
    if (name in sent) {
      if (now !== undefined && !record.isSame(name, original[name], now[name])) {
        notes.push(`${name} is not what it was.`);
      }
    } else if (name in original) notes.push(`${name} had a value that no request may carry.`);
    else if (last !== undefined && name in last) {
      notes.push(`${name}, which the record did not have, cannot be taken away.`);
    }
  }
  for (const [name, became] of record.leftOut) {
    if (became === 'kept') continue;
    notes.push(`Reading the record may have changed ${name}; what it was before is not known.`);
  }
  return notes.length === 0 ? { done: true } : { done: false, note: notes.join(' ') };
}

/** The fields of a record that an update can set, with the values that it may carry. */
export function bodyToRestore({ bodySchema, fields }: Ground, original: Fields): Fields {
  const names = fields.map(({ name }) => name).filter((name) => name in original);
  const sendable = names.filter((name) => VALIDATORS[bodySchema]?.contract({ [name]: original[name] }).length === 0);
  return Object.fromEntries(sendable.map((name) => [name, original[name]]));
}

/** Sends an update that is no case. */
export function bring(run: Run, { make, operation: { pointer } }: Ground, fields: Fields) {
  const sentence = 'The record is brought to known values.';
  return run.exchange(make({ id: 'restore', sentence, pointer, situation: 'valid', section: 'valid' }, fields));
}

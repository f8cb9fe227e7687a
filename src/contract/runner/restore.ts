import { VALIDATORS } from '../../../generated/validators.ts';
import { samplesOf, type Fields } from '../cases/samples.ts';
import { operationOf } from '../document.ts';
import { isSame, Model } from '../model.ts';
import type { Settings } from '../options.ts';
import type { Restored } from '../report.ts';
import type { Ground } from './first-look.ts';
import { RunEnded, type Hurry, type Service } from './service.ts';

const update = samplesOf(operationOf('update'));
const firstPauseMs = 250;
const longestPauseMs = 4000;

/** Why the record could not be restored after a run, with what to do; `undefined` where it can be. */
export function lossOf(original: Fields, { id, acceptLoss }: Settings): string | undefined {
  const lost = update.fields
    .map(({ name }) => name)
    .filter((name) => !isSendable(original, name) && !acceptLoss.includes(name));
  const [first] = lost;
  if (first === undefined) return undefined;
  const why =
    first in original ? `a ${first} that no request may carry` : `no ${first}, and no update can take one away again`;
  const names = lost.join(',');
  return `Record ${id} has ${why}: the run would leave it changed. Use a record with every field, or accept the loss with acceptLoss: ${JSON.stringify(lost)} (--accept-loss ${names}).`;
}

/**
 * Brings the record back to what it was, verifies that by reading, and repeats both until then or until its time is over.
 */
export async function restore(service: Service, { model, reader, original }: Ground, hurry: Hurry): Promise<Restored> {
  const { clock, id } = service.settings;
  const names = update.fields.map(({ name }) => name).filter((name) => isSendable(original, name));
  const body = Object.fromEntries(names.map((name) => [name, original[name]]));
  const moved = (record: Fields) => !isSame('evseId', record['evseId'], original['evseId']);
  const differing = (record: Fields) => [
    ...names.filter((name) => !isSame(name, record[name], original[name])),
    ...(moved(record) ? ['evseId'] : []),
  ];
  const one = (record: Fields) =>
    update.valid('restore', 'The record is restored.', update.operation.pointer, {
      fields: { ...body, ...(moved(record) && { evseId: original['evseId'] }) },
    });
  const lost = update.fields.map(({ name }) => name).filter((name) => !names.includes(name));
  const done: Restored = { done: true, ...(lost.length > 0 && { note: `But for ${lost.join(', ')}, as accepted.` }) };
  let record: Fields = model.record;
  let pause = firstPauseMs;
  let note = '';
  for (;;) {
    try {
      const reading = reader.isFree ? await reader.read(model, undefined, hurry) : undefined;
      const found =
        reading !== undefined && 'records' in reading
          ? reading.records.find((other) => String(other['id']) === String(id))
          : undefined;
      if (found !== undefined) record = found;
      if (found !== undefined && differing(found).length === 0) return done;
      const { final } = await service.exchange(one(record), hurry);
      const { response, failure } = final;
      const accepted = response !== undefined && response.status >= 200 && response.status < 300;
      if (accepted && !reader.isFree) {
        const back = await reader.read(new Model(id, [original]), undefined, hurry);
        if ('records' in back && back.records[0] !== undefined && differing(back.records[0]).length === 0) return done;
      }
      note = accepted
        ? 'The update was accepted, and reading does not show it.'
        : `The update was not accepted: ${response?.status ?? failure ?? ''}.`;
    } catch (error) {
      if (!(error instanceof RunEnded)) throw error;
      note = error.message;
    }
    if (hurry.signal.aborted || clock.now() + pause > hurry.until)
      return { done: false, note, curl: service.curl(one(record)) };
    await clock.sleep(pause, hurry.signal);
    pause = Math.min(2 * pause, longestPauseMs);
  }
}

function isSendable(record: Fields, name: string): boolean {
  return name in record && VALIDATORS[update.bodySchema]?.contract({ [name]: record[name] }).length === 0;
}

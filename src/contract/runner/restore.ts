import { VALIDATORS } from '../../../generated/validators.ts';
import type { Case } from '../cases/case.ts';
import { samplesOf, type Fields } from '../cases/samples.ts';
import { isSame } from '../model.ts';
import type { Settings } from '../options.ts';
import type { Restored } from '../report.ts';
import { recordOf, type Fixture } from './reader.ts';
import { RunEnded, type Service } from './service.ts';

const update = samplesOf('update');
const firstPauseMs = 250;
const longestPauseMs = 4000;

/** Why the record could not be restored after a run, with what to do; `undefined` where it can be. */
export function lossOf(original: Fields, { id, acceptLoss }: Settings): string | undefined {
  const lost = fieldsOf(original).lost.filter((name) => !acceptLoss.includes(name));
  const [first] = lost;
  if (first === undefined) return undefined;
  const why =
    first in original ? `a ${first} that no request may carry` : `no ${first}, and no update can take one away again`;
  return `Record ${id} has ${why}: the run would leave it changed. Use a record with every field, or accept the loss of ${lost.join(', ')} with \`acceptLoss\`.`;
}

/** Brings the record back to what it was, verifies that by reading, and repeats both until then or until its time is over. */
export async function restore(service: Service, { model, reader, original }: Fixture): Promise<Restored> {
  const { sendable, lost } = fieldsOf(original);
  const isAsBefore = (name: string) => isSame(name, record[name], original[name]);
  const one = () => restoring(original, isAsBefore('evseId') ? sendable : [...sendable, 'evseId']);
  let record = model.record;
  const isBack = async () => {
    const reading = await reader.read();
    const found = 'records' in reading ? recordOf(reading.records, model.id) : undefined;
    record = found ?? record;
    return found !== undefined && [...sendable, 'evseId'].every(isAsBefore);
  };
  for (let pause = firstPauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
    let note: string;
    try {
      let isDone = reader.isFree && (await isBack());
      note = 'The update was accepted, but a reading does not show it.';
      if (!isDone) {
        const { response, failure = '' } = await service.exchange(one());
        const isAccepted = response !== undefined && response.status >= 200 && response.status < 300;
        if (!isAccepted)
          note = `The update failed${response === undefined ? `: ${failure}` : ` with status ${response.status}`}.`;
        if (isAccepted) {
          // What is read by an update has to send the record as it was.
          if (!reader.isFree) model.take([original]);
          isDone = await isBack();
        }
      }
      if (isDone) return { done: true, ...(lost.length > 0 && { note: `But for ${lost.join(', ')}, as accepted.` }) };
    } catch (error) {
      if (!(error instanceof RunEnded)) throw error;
      note = error.message;
    }
    if (service.isOver(pause)) return { done: false, note, curl: service.curl(one()) };
    await service.sleep(pause, 'the record is not restored yet');
  }
}

/** The update that restores a record. */
export function restoring(original: Fields, names: readonly string[] = fieldsOf(original).sendable): Case {
  const fields = Object.fromEntries(names.map((name) => [name, original[name]]));
  return update.valid('restore', 'The record is restored.', update.operation.pointer, { fields });
}

/** The fields of an update that can carry what the record had, and those that cannot. */
function fieldsOf(record: Fields) {
  const names = update.fields.map(({ name }) => name);
  const isSendable = (name: string) =>
    name in record && VALIDATORS[update.bodySchema]?.contract({ [name]: record[name] }).length === 0;
  return { sendable: names.filter(isSendable), lost: names.filter((name) => !isSendable(name)) };
}

import type { Case } from '../cases/case.ts';
import { casesOf } from '../cases/cases.ts';
import { isConflict } from '../cases/expectations.ts';
import { checkEcho, recordIn } from '../checks/echo.ts';
import { isMissing, missingOperation } from '../checks/response.ts';
import { checkState } from '../checks/state.ts';
import type { Found } from '../checks/found.ts';
import { nameOf, RECORD_FIELDS } from '../document.ts';
import { effectOf, type Exchange, type Final } from '../exchange.ts';
import { isSame } from '../model.ts';
import { reasonToSkip } from '../plan.ts';
import { recordOf, type Fixture } from './reader.ts';
import { valuesOf } from './request.ts';
import { restoring } from './restore.ts';
import { RunEnded, type Service } from './service.ts';
import { asText } from '../shown.ts';

const firstPauseMs = 100;
/** After so many cases whose difference stayed, waiting shows nothing new. */
const patientCases = 3;
const mostUnread = 3;

/** Sends one case after the other, asks the three questions about each, and keeps the model. */
export async function performAll(service: Service, fixture: Fixture): Promise<void> {
  const { settings, findings } = service;
  const { clock, only } = settings;
  service.values = valuesOf(settings, asText(fixture.original['evseId']), clock.now());
  const ask = askerOf(service, fixture);
  const cases = casesOf(only);
  const missing = new Set(fixture.missing);
  if (only.includes('update')) service.restore = { restore: service.curl(restoring(fixture.original)) };
  let reached = 0;
  let isTried = !only.includes('update');
  try {
    for (const [index, one] of cases.entries()) {
      reached = index;
      const name = nameOf(one.operation);
      const absence = missing.has(name) ? `the service has no ${name}; \`only\` can leave it out` : undefined;
      const reason = reasonToSkip(one, settings) ?? absence;
      if (reason !== undefined) {
        findings.skip(one, reason);
        continue;
      }
      service.progress = { case: index + 1, of: cases.length, id: one.id };
      service.tellProgress();
      if (!isTried && one.operation.method !== 'GET') {
        isTried = true;
        await tryRestoring(service, fixture, ask);
      }
      const final = await service.exchange(one);
      const isFirst = cases[index - 1]?.operation !== one.operation;
      if (isFirst && isMissing(final)) {
        missing.add(name);
        service.note(one, [missingOperation(final)]);
        findings.result(one, 'passed', final.response?.status);
        continue;
      }
      await ask(final, groupOf(one) !== groupOf(cases[index + 1]));
      const status = final.response?.status;
      const isObserved = one.expect === 'open' || isConflict(one.operation.method, one.expect, status);
      findings.result(one, isObserved ? 'observed' : 'passed', status);
    }
  } catch (error) {
    for (const one of cases.slice(reached)) findings.skip(one, 'the run ended before it');
    throw error;
  }
}

/** @returns whether the service holds what the model says, where it was read */
type Ask = (final: Final, endsGroup: boolean) => Promise<boolean>;

/**
 * The first write is the one that restores the record: it changes nothing, and what it shows is known before anything else is
 * changed.
 * @throws {RunEnded} It is refused, or a reading shows that it changed something.
 */
async function tryRestoring(service: Service, { model, original }: Fixture, ask: Ask): Promise<void> {
  const final = await service.exchange(restoring(original));
  const holds = await ask(final, true);
  const changed = RECORD_FIELDS.find(({ name }) => !isSame(name, model.record[name], original[name]))?.name;
  const isAccepted = effectOf(final) === 'applied';
  if (isAccepted && holds && changed === undefined) return;
  const outcome = final.response === undefined ? 'gets no response' : `gets ${final.response.status}`;
  const why = isAccepted ? `changes ${changed === undefined ? 'other records' : `its ${changed}`}` : outcome;
  throw new RunEnded(
    `Record ${model.id} could not be restored after a run: an update with the values that it has ${why}. No other write was sent.`,
  );
}

/** Cases of one group follow each other; without a list, the record is read after a group. */
function groupOf(one: Case | undefined): string {
  return one === undefined ? '' : one.id.split('/').slice(0, 2).join('/');
}

/** Asks the three questions about one exchange after the other, and keeps the model. */
function askerOf(service: Service, { model, reader }: Fixture): Ask {
  let differed = 0;
  let unread = 0;

  /** Is the response what the document says, and does it fit the request? */
  const check = (final: Final): void => {
    const { case: one, response, throttled } = final;
    for (const exchange of [...throttled, final]) service.check(exchange);
    service.note(one, checkEcho(final, model));
    if (one.question !== undefined)
      service.note(one, [{ question: one.question, value: (response?.status ?? 400) < 300 ? 'yes' : 'no' }]);
  };

  /** Compares what the service holds with the model; a difference is read again, since a read may lag behind a write. */
  const read = async (exchange: Exchange): Promise<boolean> => {
    const one = exchange.case;
    const patience = differed >= patientCases ? 0 : service.settings.staleMs;
    let found: readonly Found[] = [];
    let reading = await reader.read();
    for (let pause = firstPauseMs; 'records' in reading; pause *= 2) {
      const before = found;
      found = checkState(exchange, reading.records, model, reader.isFree);
      if (found.length === 0 && before.length > 0)
        service.note(one, [{ question: 'does a read lag behind a write?', value: 'yes' }]);
      // The pauses so far are together as long as this one, less the first.
      if (found.length === 0 || 2 * pause - firstPauseMs > patience) break;
      await service.sleep(pause, 'a read that may lag behind a write');
      reading = await reader.read();
    }
    unread = 'records' in reading ? 0 : unread + 1;
    if (unread >= mostUnread) throw new RunEnded('The service can no longer be read.');
    if (found.length > 0) differed += 1;
    service.note(one, found);
    if ('failed' in reading) {
      service.check(reading.failed);
      takeOver(exchange);
      return true;
    }
    if (nameOf(one.operation) === 'update') model.learn(exchange, recordOf(reading.records, model.id));
    model.take(reading.records);
    return found.length === 0;
  };

  /** Without a reading, the response of an accepted update says what the record is. */
  const takeOver = (exchange: Exchange): void => {
    const shown = recordIn(exchange);
    const record = shown && recordOf([shown], model.id);
    if (record === undefined || nameOf(exchange.case.operation) !== 'update') return;
    if (effectOf(exchange) === 'nothing') return;
    model.learn(exchange, record);
    model.take([...model.records.values()].map((before) => (before === model.record ? record : before)));
  };

  // Whether the list shows a record that a create made whose response was lost.
  service.wasMade = async (one) => {
    if (!reader.isFree) return true;
    const reading = await reader.read();
    const isMade = 'records' in reading && reading.records.some(({ id }) => !model.records.has(asText(id)));
    if (isMade && one.needs.includes('createOn')) model.take(reading.records);
    return isMade;
  };

  /** @param endsGroup - whether the next case is of another kind, so that a reading that costs a write is due */
  return async (final, endsGroup) => {
    check(final);
    const isDue = reader.isFree || endsGroup;
    const holds = isDue ? await read(final) : true;
    if (!isDue) takeOver(final);
    if (service.isSilent) throw new RunEnded('The service stopped responding.');
    return holds;
  };
}

import type { Case } from '../cases/case.ts';
import { casesOf } from '../cases/cases.ts';
import { checkEcho, recordIn } from '../checks/echo.ts';
import { checkState } from '../checks/state.ts';
import type { Found } from '../checks/found.ts';
import { nameOf } from '../document.ts';
import { effectOf, type Exchange, type Final } from '../exchange.ts';
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
  const perform = performerOf(service, fixture);
  const cases = casesOf(only);
  const missing = new Set(fixture.missing);
  if (only.includes('update')) service.restore = { restore: service.curl(restoring(fixture.original)) };
  let reached = 0;
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
      const { response } = await perform(one, groupOf(one) !== groupOf(cases[index + 1]));
      const isFirst = cases[index - 1]?.operation !== one.operation;
      if (isFirst && [404, 405, 501].includes(response?.status ?? 0)) missing.add(name);
    }
  } catch (error) {
    for (const one of cases.slice(reached)) findings.skip(one, 'the run ended before it');
    throw error;
  }
}

/** Cases of one group follow each other; without a list, the record is read after a group. */
function groupOf(one: Case | undefined): string {
  return one === undefined ? '' : one.id.split('/').slice(0, 2).join('/');
}

/** Performs one case after the other: sends it, asks the three questions about it, and keeps the model. */
function performerOf(service: Service, { model, reader }: Fixture) {
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
  const read = async (exchange: Exchange): Promise<void> => {
    const one = exchange.case;
    const patience = differed >= patientCases ? 0 : service.settings.staleMs;
    let found: readonly Found[] = [];
    let reading = await reader.read(one);
    for (let pause = firstPauseMs; 'records' in reading; pause *= 2) {
      const before = found;
      found = checkState(exchange, reading.records, model, reader.isFree);
      if (found.length === 0 && before.length > 0)
        service.note(one, [{ question: 'does a read lag behind a write?', value: 'yes' }]);
      // The pauses so far are together as long as this one, less the first.
      if (found.length === 0 || 2 * pause - firstPauseMs > patience) break;
      await service.sleep(pause, 'a read that may lag behind a write');
      reading = await reader.read(one);
    }
    unread = 'records' in reading ? 0 : unread + 1;
    if (unread >= mostUnread) throw new RunEnded('The service can no longer be read.');
    if (found.length > 0) differed += 1;
    service.note(one, found);
    if ('failed' in reading) {
      service.check(reading.failed);
      takeOver(exchange);
      return;
    }
    if (nameOf(one.operation) === 'update') model.learn(exchange, recordOf(reading.records, model.id));
    model.take(reading.records);
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
    const reading = await reader.read(one);
    const isMade = 'records' in reading && reading.records.some(({ id }) => !model.records.has(asText(id)));
    if (isMade && one.needs.includes('createOn')) model.take(reading.records);
    return isMade;
  };

  /** @param endsGroup - whether the next case is of another kind, so that a reading that costs a write is due */
  return async (one: Case, endsGroup: boolean): Promise<Exchange> => {
    const final = await service.exchange(one);
    check(final);
    if (reader.isFree || endsGroup) await read(final);
    else takeOver(final);
    service.findings.result(one, one.expect === 'open' ? 'observed' : 'passed', final.response?.status);
    if (service.isSilent) throw new RunEnded('The service stopped responding.');
    return final;
  };
}

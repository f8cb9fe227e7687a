import { casesOf } from '../cases/cases.ts';
import { ACTIVE } from '../cases/list-cases.ts';
import { START, type Fields } from '../cases/samples.ts';
import { isHtml } from '../checks/body.ts';
import { recordIn, recordsIn } from '../checks/echo.ts';
import { isMissing, missingOperation } from '../checks/response.ts';
import { operationOf } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import { isNear, Model } from '../model.ts';
import { listReader, readingList, readingUpdate, recordOf, updateReader, type Fixture } from './reader.ts';
import { fill, valuesOf } from './request.ts';
import { lossOf } from './restore.ts';
import { RunEnded, type Service } from './service.ts';

const pauseMs = 100;

/** Waits until the target responds at all; a gateway that is still waiting for it does not count. */
export async function awaitTarget(service: Service): Promise<void> {
  const { base, waitForMs, clock } = service.settings;
  for (const deadline = clock.now() + waitForMs; waitForMs > 0;) {
    const { response } = await service.send({ method: 'GET', url: `${base}/`, headers: {} });
    if (response !== undefined && ![502, 503, 504].includes(response.status)) return;
    if (clock.now() + pauseMs > deadline) throw new RunEnded(`${base} did not respond within ${waitForMs} ms.`);
    await service.sleep(pauseMs, 'the target');
  }
}

/**
 * Reads the record before anything is written.
 * @throws {RunEnded} says in one sentence why a target cannot be checked
 */
export async function firstLook(service: Service): Promise<Fixture> {
  const { id, otherId, base, only, acceptLoss } = service.settings;
  const look = readingList({ [ACTIVE]: 'false' });
  const list = await service.exchange(look);
  refuse(unusable(list, base) ?? (await takesAnyKey(service, list)));
  const records = recordsIn(list);
  const fixture = (
    shown: Exchange,
    original: Fields,
    known: readonly Fields[],
    readerOf: typeof listReader,
  ): Fixture => {
    const loss = only.includes('update') ? lossOf(original, service.settings) : undefined;
    // A record that cannot be understood is often one that the list shows wrongly.
    if (loss !== undefined) service.check(shown);
    refuse(loss);
    const model = new Model(id, known, service.settings);
    refuse(only.includes('update') ? listedId(service, records ?? known) : undefined);
    return { model, reader: readerOf(service, model), original, missing: records === undefined ? ['list'] : [] };
  };
  if (records !== undefined) {
    const original = recordOf(records, id);
    if (original !== undefined) {
      if (otherId !== undefined && recordOf(records, otherId) === undefined)
        refuse(`There is no second record with the id ${otherId} at ${base}.`);
      return fixture(list, original, records, listReader);
    }
    const active = await service.exchange(readingList({}));
    const listed = recordOf(recordsIn(active) ?? [], id);
    if (listed !== undefined && only.includes('update')) {
      service.note(look, [{ question: `does ${ACTIVE}=false list every status?`, value: 'no' }]);
      return fixture(list, listed, [listed], updateReader);
    }
  }
  const isAbsent = only.includes('list') && isMissing(list);
  const tellAbsence = () => {
    if (isAbsent) service.note(look, [missingOperation(list)]);
  };
  // A record that is not found is often one that the list shows wrongly.
  if (records !== undefined || (only.includes('list') && !isAbsent)) service.check(list);
  if (!only.includes('update')) {
    tellAbsence();
    refuse(notThere(id, base, list));
  }

  const update = await service.exchange(readingUpdate({}));
  const record = recordIn(update);
  if (record === undefined) {
    const status = update.response?.status;
    if (status !== undefined && !isMissing(update)) service.check(update);
    throw new RunEnded(unusable(update, base) ?? notThere(id, base, list, status));
  }
  // Where there is no such update either, it is the base URL that is wrong.
  tellAbsence();
  if (records !== undefined) {
    const place = operationOf('list').pointer;
    const [expected, actual] = [`record ${id} in the list`, 'it can be updated, and is not listed'];
    service.note(look, [{ rule: 'record-missing', place, at: '/body', expected, actual }]);
  }
  if (isNear(record[START], update.at) && !acceptLoss.includes(START))
    refuse(
      `Record ${id} could only be read by an update without fields, and that moved its ${START} to now; what it was is not known. Accept the loss of ${START} with \`acceptLoss\`, or check a service that has a list.`,
    );
  return fixture(update, record, [record], updateReader);
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new RunEnded(problem);
}

/** Why a first response says that this is no target for the check. */
function unusable({ response, json, failure = '' }: Exchange, base: string): string | undefined {
  if (response === undefined) return `${base} did not respond: ${failure}.`;
  const { status } = response;
  if (status === 401 || status === 403) return `The key was refused with ${status}: it is not a key of ${base}.`;
  const isRedirect = status >= 300 && status < 400;
  // A list of PHP says text/html by default: the body decides, and its label is a finding.
  const isPage = isHtml(response) && (json === undefined || 'problem' in json);
  if (!isRedirect && !isPage) return undefined;
  const what = isRedirect ? `redirects (${status})` : `responds with an HTML page (${status})`;
  return `${base} ${what}: it is not the base URL of the API, or it is behind a login.`;
}

/** A mock that takes any key is no fault of a service, and would break every rule about keys. */
async function takesAnyKey(service: Service, { response }: Exchange): Promise<string | undefined> {
  if (response?.headers.get('server')?.startsWith('temporary-evse-statuses mock') !== true) return undefined;
  const { request, ...look } = readingList({ [ACTIVE]: 'false' });
  const headers = { Authorization: 'Bearer not-a-key-of-this-mock' };
  const refused = await service.exchange({ ...look, expect: 'no-valid-key', request: { ...request, headers } });
  if ((refused.response?.status ?? 401) >= 300) return undefined;
  return `${service.settings.base} is the mock of this package, and it accepts any key. Start it with --keys one, and use that key here.`;
}

/** Why an update of an id that no record has would change a record: one has it. */
function listedId({ settings }: Service, records: readonly Fields[]): string | undefined {
  const { base, id, missingId } = settings;
  const values = valuesOf(settings, '', settings.clock.now());
  const unknown = casesOf(['update']).filter(({ expect }) => expect === 'unknown-id' || expect === 'odd-id');
  const ids = unknown.map(({ request }) => Number(fill(request.pathId, values)));
  // Minus 0 is 0.
  const taken = ids.find((one) => one !== id && recordOf(records, one) !== undefined);
  if (taken === undefined) return undefined;
  const what =
    taken === missingId
      ? 'Give `missingId` an id that no record has'
      : 'Check another record, or a server without that one';
  return `The run updates the id ${taken} to see that it is refused, and ${base} lists a record with that id. ${what}.`;
}

function notThere(id: number, base: string, list: Exchange, updateStatus?: number): string {
  const { response } = list;
  if (response?.status === 200 && recordsIn(list) === undefined) {
    return `Record ${id} could not be read: the list of ${base} is not an array.`;
  }
  if (response?.status === 200) return `There is no record with the id ${id} at ${base}.`;
  const update = updateStatus === undefined ? '' : `, and the update of record ${id} with ${updateStatus}`;
  return `The list was refused with ${response?.status ?? 0}${update}: ${base} is not the base URL of the API, or it has no record ${id}.`;
}

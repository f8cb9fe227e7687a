import { ACTIVE } from '../cases/list-cases.ts';
import { START, type Fields } from '../cases/samples.ts';
import { isRecord, recordIn, successBody } from '../checks/echo.ts';
import { checkResponse } from '../checks/response.ts';
import { operationOf, type OperationName } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import { isNear, Model } from '../model.ts';
import { listReader, readingList, readingUpdate, updateReader, type Reader } from './reader.ts';
import type { Service } from './service.ts';

/** What the run stands on: the record as it was, and a way to read it. */
export interface Ground {
  readonly model: Model;
  readonly reader: Reader;
  readonly original: Fields;
  /** Operations that the service does not have. */
  readonly missing: readonly OperationName[];
  /** The response in which the record was read. */
  readonly first: Exchange;
}

export type FirstLook = Ground | { readonly problem: string };

/** Reads the record before anything is written, and says in one sentence why a target cannot be checked. */
export async function firstLook(service: Service, redact: (text: string) => string): Promise<FirstLook> {
  const { settings, findings } = service;
  const { id, otherId, base, only } = settings;
  const look = readingList({ [ACTIVE]: 'false' });
  const { final } = await service.exchange(look);
  const problem = unusable(final, base) ?? (await takesAnyKey(service, final));
  if (problem !== undefined) return { problem };
  const add = (exchange: Exchange) => {
    findings.add(exchange.case, checkResponse(exchange, redact), () => service.curl(exchange.case));
  };
  const body = successBody(final);
  if (Array.isArray(body)) {
    const records = body.filter(isRecord);
    const original = records.find((record) => String(record['id']) === String(id));
    if (
      original !== undefined &&
      otherId !== undefined &&
      !records.some((record) => String(record['id']) === String(otherId))
    ) {
      return { problem: `There is no second record with the id ${otherId} at ${base}.` };
    }
    if (original !== undefined)
      return {
        model: new Model(id, records, settings.otherId),
        reader: listReader(service, records),
        original,
        missing: [],
        first: final,
      };
    const { final: active } = await service.exchange(readingList({}));
    const listed = [successBody(active)]
      .flat()
      .filter(isRecord)
      .find((record) => String(record['id']) === String(id));
    if (listed !== undefined && only.includes('update')) {
      findings.add(
        look,
        { found: [], observed: [{ question: `does ${ACTIVE}=false list every status?`, value: 'no' }] },
        () => '',
      );
      return {
        model: new Model(id, [listed], settings.otherId),
        reader: updateReader(service),
        original: listed,
        missing: [],
        first: final,
      };
    }
  } else if (only.includes('list')) add(final);
  // A record that is not found is often one that the list shows wrongly.
  if (Array.isArray(body)) add(final);
  if (!only.includes('update')) return { problem: notThere(id, base, final) };

  const { final: update } = await service.exchange(readingUpdate({}));
  const record = recordIn(update);
  if (record === undefined) {
    const { status } = update.response ?? {};
    if (update.response !== undefined && status !== 404 && status !== 405) add(update);
    return { problem: unusable(update, base) ?? notThere(id, base, final, status) };
  }
  if (Array.isArray(body)) {
    const { pointer: place } = operationOf('list');
    findings.add(
      look,
      {
        found: [
          {
            rule: 'record-missing',
            place,
            at: '/body',
            expected: `record ${id} in the list`,
            actual: 'it can be updated, and is not listed',
          },
        ],
        observed: [],
      },
      () => service.curl(look),
    );
  }
  if (isNear(record[START], update.at) && !settings.acceptLoss.includes(START)) {
    return {
      problem: `Record ${id} could only be read by an update without fields, and that moved its ${START} to now; what it was is not known. Accept that with acceptLoss: ['${START}'] (--accept-loss ${START}), or check a service that has a list.`,
    };
  }
  return {
    model: new Model(id, [record], settings.otherId),
    reader: updateReader(service),
    original: record,
    missing: Array.isArray(body) ? [] : ['list'],
    first: update,
  };
}

/** Why a first response says that this is no target for the check. */
function unusable({ response, failure }: Exchange, base: string): string | undefined {
  if (response === undefined) return `${base} did not respond: ${failure ?? ''}.`;
  const { status, headers, body } = response;
  if (status === 401 || status === 403) return `The key was refused with ${status}: it is not a key of ${base}.`;
  if (status >= 300 && status < 400)
    return `${base} redirects (${status}): it is not the base URL of the API, or a login stands before it.`;
  const isHtml =
    /html/i.test(headers.get('content-type') ?? '') ||
    /^\s*<(?:!doctype html|html)\b/i.test(new TextDecoder().decode(body.subarray(0, 200)));
  if (isHtml)
    return `${base} responds with an HTML page (${status}): it is not the base URL of the API, or a login stands before it.`;
  return undefined;
}

/** A mock that takes any key is no fault of a service, and would break every rule about keys. */
async function takesAnyKey(service: Service, { response }: Exchange): Promise<string | undefined> {
  if (response?.headers.get('server')?.startsWith('temporary-evse-statuses mock') !== true) return undefined;
  const wrongKey = { ...readingList({ [ACTIVE]: 'false' }), expect: 'no-valid-key' as const };
  const { final } = await service.exchange({
    ...wrongKey,
    request: { ...wrongKey.request, headers: { Authorization: 'Bearer not-a-key-of-this-mock' } },
  });
  if ((final.response?.status ?? 401) >= 300) return undefined;
  return `${service.settings.base} is the mock of this package, and it takes any key. Start it with a key of its own (--keys one), and check it with that one.`;
}

function notThere(id: number, base: string, list: Exchange, updateStatus?: number): string {
  const { response } = list;
  if (response?.status === 200 && !Array.isArray(successBody(list))) {
    return `Record ${id} could not be read: the list of ${base} is not an array.`;
  }
  if (response?.status === 200) return `There is no record with the id ${id} at ${base}.`;
  const update = updateStatus === undefined ? '' : `, and the update of record ${id} with ${updateStatus}`;
  return `The list was refused with ${response?.status ?? 0}${update}: ${base} is not the base URL of the API, or it has no record ${id}.`;
}

import type { Case } from '../cases/case.ts';
import { ACTIVE, FILTER } from '../cases/list-cases.ts';
import { samplesOf, START, type Fields } from '../cases/samples.ts';
import { isRecord, recordIn, successBody } from '../checks/echo.ts';
import { operationOf, parameterOf } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import type { Model } from '../model.ts';
import type { Hurry, Service } from './service.ts';

/** A reading, or the exchange in which the service could not be read. */
export type Reading = { readonly records: readonly Fields[] } | { readonly failed: Exchange };

/** Reads what the service holds. */
export interface Reader {
  /** Whether reading is free of effects, so that it can follow every case. */
  readonly isFree: boolean;
  read(model: Model, one?: Case, hurry?: Hurry): Promise<Reading>;
}

/** A list that is longer is read by EVSE. */
const mostRecords = 200;

/** Reads with the list operation: it changes nothing, and costs nothing of the limit of writes. */
export function listReader(service: Service, all: readonly Fields[]): Reader {
  const { createOn } = service.settings;
  return {
    isFree: true,
    read: async (model, one, hurry) => {
      if (all.length <= mostRecords) return readList(service, {}, hurry);
      const other = model.records.get(String(service.settings.otherId));
      const created = one?.needs.includes('createOn') === true ? createOn : undefined;
      const evses = new Set(
        [model.record[FILTER], other?.[FILTER], created].filter((evse) => typeof evse === 'string'),
      );
      const records: Fields[] = [];
      for (const evse of evses) {
        const reading = await readList(service, { [FILTER]: evse }, hurry);
        if ('failed' in reading) return reading;
        records.push(...reading.records);
      }
      return { records };
    },
  };
}

/** For a service without a list: an update that changes nothing, which its response shows. */
export function updateReader(service: Service): Reader {
  return {
    isFree: false,
    read: async (model, _one, hurry) => {
      // Where leaving the start out moves it, reading sends it.
      const start = model.startLeftOut === 'kept' || !(START in model.record) ? {} : { [START]: model.record[START] };
      const { final } = await service.exchange(readingUpdate(start), hurry);
      const record = recordIn(final);
      return record === undefined ? { failed: final } : { records: [record] };
    },
  };
}

export function readingUpdate(fields: Fields): Case {
  const { bodySchema, valid } = samplesOf(operationOf('update'));
  return valid('read', 'The record is read by an update that changes nothing.', bodySchema, { fields });
}

export function readingList(query: Readonly<Record<string, string>>): Case {
  const { operation, valid } = samplesOf(operationOf('list'));
  return valid('read', 'The list is read.', parameterOf(operation, ACTIVE).pointer, { query });
}

export async function readList(
  service: Service,
  query: Readonly<Record<string, string>>,
  hurry?: Hurry,
): Promise<Reading> {
  const { final } = await service.exchange(readingList({ ...query, [ACTIVE]: 'false' }), hurry);
  const body = successBody(final);
  return Array.isArray(body) ? { records: body.filter(isRecord) } : { failed: final };
}

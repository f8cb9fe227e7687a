import type { Case } from '../cases/case.ts';
import { ACTIVE, FILTER } from '../cases/list-cases.ts';
import { samplesOf, START, type Fields } from '../cases/samples.ts';
import { recordIn, recordsIn } from '../checks/echo.ts';
import { parameterOf, type OperationName } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import type { Model } from '../model.ts';
import type { Service } from './service.ts';
import { asText } from '../shown.ts';

/** A reading, or the exchange in which the service could not be read. */
export type Reading = { readonly records: readonly Fields[] } | { readonly failed: Exchange };

/** Reads what the service holds. */
export interface Reader {
  /** Whether reading is free of effects, so that it can follow every case. */
  readonly isFree: boolean;
  read(): Promise<Reading>;
}

/** What the run stands on: the record as it was, and a way to read it. */
export interface Fixture {
  readonly model: Model;
  readonly reader: Reader;
  readonly original: Fields;
  /** Operations that the service does not have. */
  readonly missing: readonly OperationName[];
}

const [list, update] = [samplesOf('list'), samplesOf('update')];

/** A list that is longer is read by EVSE. */
const mostRecords = 200;

/** Reads with the list operation: it changes nothing, and costs nothing of the limit of writes. */
export function listReader(service: Service, model: Model): Reader {
  const { createOn, otherId } = service.settings;
  const all = readingList({ [ACTIVE]: 'false' });
  const isLong = model.records.size > mostRecords;
  return {
    isFree: true,
    read: async () => {
      const evses = [model.record[FILTER], model.records.get(String(otherId))?.[FILTER], createOn];
      const filters = [...new Set(evses)].filter((evse) => typeof evse === 'string');
      const cases = isLong ? filters.map((evse) => readingList({ [FILTER]: evse, [ACTIVE]: 'false' })) : [all];
      const records: Fields[] = [];
      for (const reading of cases) {
        const exchange = await service.exchange(reading);
        const read = recordsIn(exchange);
        if (read === undefined) return { failed: exchange };
        records.push(...read);
      }
      return { records };
    },
  };
}

/** For a service without a list: an update that changes nothing, which its response shows. */
export function updateReader(service: Service, model: Model): Reader {
  return {
    isFree: false,
    read: async () => {
      // Where leaving the start out moves it, reading sends it.
      const start = model.startLeftOut === 'kept' || !(START in model.record) ? {} : { [START]: model.record[START] };
      const exchange = await service.exchange(readingUpdate(start));
      const record = recordIn(exchange);
      return record === undefined ? { failed: exchange } : { records: [record] };
    },
  };
}

/** The record with an id, in whatever type the service writes ids. */
export function recordOf(records: readonly Fields[], id: number): Fields | undefined {
  return records.find((record) => asText(record['id']) === String(id));
}

export function readingUpdate(fields: Fields): Case {
  return update.valid('read', 'The record is read by an update that changes nothing.', update.bodySchema, { fields });
}

export function readingList(query: Readonly<Record<string, string>>): Case {
  return list.valid('read', 'The list is read.', parameterOf(list.operation, ACTIVE).pointer, { query });
}

import type { Validators } from '../../../generated/success-validators.ts';
import type { JsonValue } from '../json.ts';
import type { ParameterValues } from '../request/parameters.ts';
import type { Route } from '../request/routes.ts';
import { findExample, successOf } from '../response/examples.ts';
import { refuse, toRefusal, type Refusal } from '../response/refusals.ts';
import { toDateTime, toUtc } from '../response/utc.ts';
import type { MockRecord } from '../types.ts';
import { knowsField, type Store } from './store.ts';
import { FILTERS, START } from './validity.ts';

export interface Input {
  readonly parameters: ParameterValues;
  /** The body's known fields. */
  readonly fields: MockRecord;
  readonly now: number;
  /** Whether an update without a start moves it to now. */
  readonly movesStart: boolean;
}

export type Outcome = { readonly status: number; readonly value: unknown } | Refusal;

/** The refusal where the path names a record that is not there. */
export function checkRecord(
  { identity, action }: Route,
  store: Store,
  { path }: ParameterValues,
  show: (value: unknown) => string,
): Refusal | undefined {
  const key = identity === undefined ? undefined : path[identity];
  if (action === 'example' || key === undefined || store.get(key) !== undefined) return undefined;
  return refuse('unknown_id', `There is no record with the ${identity} ${show(key)}.`, identity);
}

/** Applies an operation to the records. The record that the path names has to be there. */
export function applyOperation(
  { operation, action, identity }: Route,
  store: Store,
  { parameters, fields, now, movesStart }: Input,
  validators: Readonly<Record<string, Validators>>,
): Outcome {
  const key = parameters.path[identity ?? ''] ?? null;
  const stored = store.get(key);
  switch (action) {
    case 'example':
      return findExample(operation, {});
    case 'list':
      return respond(store.all().filter((record) => passes(record, store, parameters.query, now)));
    case 'read':
      return respond(stored);
    case 'remove':
      store.remove(key);
      return respond(stored);
    case 'create': {
      const next = store.nextKey();
      if (store.get(next) !== undefined) return refuse('mock_error', 'There is no larger id; reset the mock.');
      return save(next, { [store.identity]: next }, true);
    }
    case 'merge':
      return save(key, stored, movesStart);
  }

  function save(at: JsonValue, base: MockRecord | undefined, startsNow: boolean): Outcome {
    const body = validators[operation.requestBody?.content[0]?.schema ?? ''];
    // To the second, as the API's examples write their times.
    const start = startsNow && knowsField(body, START) ? { [START]: toDateTime(Math.floor(now / 1000) * 1000) } : {};
    const record = { ...base, ...start, ...toUtc(fields) };
    const outcome = respond(record);
    if (!('status' in outcome) || store.put(at, record)) return outcome;
    return refuse('mock_error', 'The mock holds as many records as it can; reset it, or seed fewer.');
  }

  /** The mock gives no response that the document would not. */
  function respond(value: unknown): Outcome {
    const success = successOf(operation);
    const status = Number(success?.status ?? 200);
    const schema = success?.content[0]?.schema;
    if (schema === undefined) return { status, value: undefined };
    const reasons = toRefusal(validators[schema]?.contract(value) ?? [], 'body', value, (one) => JSON.stringify(one));
    if (reasons === undefined) return { status, value };
    const messages = reasons.map(({ message }) => message).join(' ');
    return refuse('mock_error', `The response would not be what the document describes: ${messages}`);
  }
}

/** A query parameter that has a field's name filters by that field. */
function passes(record: MockRecord, store: Store, query: ParameterValues['query'], now: number): boolean {
  return Object.entries(query).every(
    ([name, value]) => FILTERS[name]?.(record, value, now) ?? (!store.knows(name) || record[name] === value),
  );
}

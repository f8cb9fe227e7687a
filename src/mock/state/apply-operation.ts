import type { Call } from '../call.ts';
import type { ParameterValues } from '../request/parameters.ts';
import { successOf, type ExampleResponse } from '../response/examples.ts';
import { refusal, toReasons } from '../response/refusals.ts';
import type { JsonValue, MockRecord } from '../types.ts';
import { knowsField, type Store } from './store.ts';
import { ACTIVE_ONLY, phaseOf, START, toDateTime, toUtc, validityOf } from './validity.ts';

/** @throws {Refusal} The path names a record that is not there. */
export function checkRecord({ route: { identity, action }, store, show }: Call, parameters: ParameterValues): void {
  const key = parameters[identity ?? ''];
  if (action === 'example' || key === undefined || store.get(key) !== undefined) return;
  throw refusal('unknown_id', `There is no record with the ${identity} ${show(key)}.`, identity);
}

/**
 * Applies an operation to the records. The record that the path names has to be there.
 * @param fields - The body's known fields.
 * @param movesStart - Whether an update without a start moves it to now.
 * @throws {Refusal} The mock cannot; then nothing was changed.
 */
export function applyOperation(
  { route: { operation, action, identity }, store, validators, now, show }: Call,
  parameters: ParameterValues,
  fields: MockRecord,
  movesStart: boolean,
): ExampleResponse {
  const key = parameters[identity ?? ''] ?? null;
  const stored = store.get(key);
  switch (action) {
    case 'list':
      return respond(store.all().filter((record) => passes(record, store, parameters, now)));
    case 'remove':
      store.remove(key);
      return respond(stored);
    case 'create': {
      const next = store.nextKey();
      if (store.get(next) !== undefined) throw refusal('mock_error', 'There is no larger id; reset the mock.');
      return save(next, { [store.identity]: next }, true);
    }
    case 'merge':
      return save(key, stored, movesStart);
    default:
      return respond(stored);
  }

  function save(at: JsonValue, base: MockRecord | undefined, startsNow: boolean): ExampleResponse {
    const body = validators[operation.requestBody?.content[0]?.schema ?? ''];
    // To the second, as the API's examples write their times.
    const isLeftOut = startsNow && !(START in fields) && knowsField(body, START);
    const start = isLeftOut ? { [START]: toDateTime(Math.floor(now / 1000) * 1000) } : {};
    const record = { ...base, ...toUtc(fields), ...start };
    const response = respond(record);
    if (store.put(at, record)) return response;
    throw refusal('mock_error', 'The mock holds as many records as it can; reset it, or seed fewer.');
  }

  /** The mock gives no response that the document would not. */
  function respond(value: unknown): ExampleResponse {
    const success = successOf(operation);
    const status = Number(success?.status ?? 200);
    const schema = success?.content[0]?.schema;
    if (schema === undefined) return { status, value: undefined };
    const reasons = toReasons(validators[schema]?.contract(value) ?? [], 'body', value, show);
    if (reasons.length === 0) return { status, value };
    const messages = reasons.map(({ message }) => message).join(' ');
    throw refusal('mock_error', `The response would not be what the document describes: ${messages}`);
  }
}

/** A query parameter that has a field's name filters by that field. */
function passes(record: MockRecord, store: Store, parameters: ParameterValues, now: number): boolean {
  return Object.entries(parameters).every(([name, value]) => {
    if (name === ACTIVE_ONLY) return value === 'false' || phaseOf(validityOf(record), now) === 'active';
    return !store.knows(name) || record[name] === value;
  });
}

import { START, type Fields } from '../cases/samples.ts';
import { nameOf, RECORD_FIELDS } from '../document.ts';
import { effectOf, type Effect, type Exchange } from '../exchange.ts';
import { fits, isNear, isSame, lostAFraction, type Model } from '../model.ts';
import { shown } from '../shown.ts';
import { recordIn } from './echo.ts';
import type { Found } from './found.ts';

/** Does the service hold what the model says? Pure: compares a reading, taken after an exchange, with the model. */
export function checkState(
  exchange: Exchange,
  reading: readonly Fields[],
  model: Model,
  isComplete: boolean,
): readonly Found[] {
  const effect = effectOf(exchange);
  const { operation } = exchange.case;
  const ids = reading.map(({ id }) => String(id));
  const found = (rule: Found['rule'], expected: string, actual: string): Found => ({
    rule,
    place: operation.pointer,
    at: '',
    expected,
    actual,
  });
  const duplicated = ids.find((id, index) => ids.indexOf(id) < index && model.records.has(id));
  return [
    ...(duplicated === undefined ? [] : [found('record-duplicated', 'each record once', `record ${duplicated} twice`)]),
    ...(isComplete ? missing(model, reading) : []).map(([id, record]) =>
      found('record-missing', `record ${id}, ${shown(record)}`, 'it is gone'),
    ),
    ...(isComplete ? checkNew(exchange, effect, reading, model, found) : []),
    ...reading.flatMap((record) => checkRecord(exchange, effect, record, model)),
  ];
}

/** Others may delete records elsewhere; of the run's own EVSE none goes. */
function missing(model: Model, reading: readonly Fields[]): readonly (readonly [string, Fields])[] {
  const ids = new Set(reading.map(({ id }) => String(id)));
  return [...model.records].filter(
    ([id, record]) => !ids.has(id) && (id === String(model.id) || model.isWatched(record)),
  );
}

function checkNew(
  exchange: Exchange,
  effect: Effect,
  reading: readonly Fields[],
  model: Model,
  found: (rule: Found['rule'], expected: string, actual: string) => Found,
): readonly Found[] {
  const isCreate = nameOf(exchange.case.operation) === 'create';
  const fresh = reading.filter(({ id }) => !model.records.has(String(id)));
  const made = recordIn(exchange);
  // Others may create records on other EVSEs; what has the values of this request is its own.
  const own = fresh.filter(
    (record) => record['evseId'] === model.record['evseId'] || record['evseId'] === exchange.sent['evseId'],
  );
  const allowed = isCreate && effect !== 'nothing' ? 1 : 0;
  if (own.length > allowed) {
    return [
      found(
        'record-unexpected',
        allowed === 0 ? 'no new record' : 'one new record',
        `${own.length} new: ${shown(own.at(-1))}`,
      ),
    ];
  }
  if (!isCreate || (effect !== 'applied' && effect !== 'open') || made === undefined) return [];
  const stored = reading.find(({ id }) => String(id) === String(made['id']));
  if (stored === undefined)
    return [found('record-missing', `record ${shown(made['id'])}, which was created`, 'it is not listed')];
  return differences('stored-differs', made, stored);
}

function checkRecord(exchange: Exchange, effect: Effect, record: Fields, model: Model): readonly Found[] {
  const before = model.records.get(String(record['id']));
  if (before === undefined) return [];
  const reads = exchange.case.operation.method === 'GET';
  if (String(record['id']) !== String(model.id)) {
    const changed = differences(reads ? 'read-changed' : 'neighbour-changed', before, record);
    // Others work on other EVSEs meanwhile: there, only a value of this request is proof.
    const isOurs =
      model.isWatched(before) ||
      changed.some(({ name }) => name in exchange.sent && isSame(name, exchange.sent[name], record[name]));
    return isOurs ? changed : [];
  }
  const response = effect === 'applied' || effect === 'open' ? recordIn(exchange) : undefined;
  const isUpdate = nameOf(exchange.case.operation) === 'update';
  return RECORD_FIELDS.flatMap(({ name, pointer }): readonly Found[] => {
    const value = record[name];
    const allowed = model.allowed(name, exchange, isUpdate ? effect : 'nothing');
    const identity = name === 'id' || name === 'evseId';
    // What was accepted although no page describes it is kept as the response says; a late reading shows there, too.
    const isOpen = effect === 'open' && isUpdate && response !== undefined && !identity;
    if (!isOpen && fits(allowed, name, value, exchange.at)) return [];
    if (lostAFraction(name, exchange.sent[name], value)) return [];
    // Where the response differs from the request too, that is found there already.
    if (response !== undefined && !identity && isSame(name, response[name], value)) return [];
    if (response !== undefined && name === START && allowed.now && isNear(value, exchange.at)) return [];
    const rule = identity ? 'evse-id-changed' : ruleOf(reads, effect, isUpdate);
    return [
      {
        ...{ rule, place: pointer, at: '', actual: shown(value) },
        expected: `${name} ${shown(response?.[name] ?? allowed.values[0])} of record ${model.id}`,
      },
    ];
  });
}

function ruleOf(reads: boolean, effect: Effect, isUpdate: boolean): Found['rule'] {
  if (reads) return 'read-changed';
  if (effect === 'nothing') return 'refused-changed';
  return isUpdate ? 'stored-differs' : 'neighbour-changed';
}

function differences(
  rule: Found['rule'],
  before: Fields,
  after: Fields,
): readonly (Found & { readonly name: string })[] {
  return RECORD_FIELDS.filter(({ name }) => !isSame(name, before[name], after[name])).map(({ name, pointer }) => ({
    rule,
    name,
    place: pointer,
    at: '',
    expected: `${name} ${shown(before[name])} of record ${shown(before['id'])}`,
    actual: shown(after[name]),
  }));
}

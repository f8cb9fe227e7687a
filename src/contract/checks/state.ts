import { START, type Fields } from '../cases/samples.ts';
import { nameOf, RECORD_FIELDS } from '../document.ts';
import { effectOf, type Effect, type Exchange } from '../exchange.ts';
import { fits, isNear, isSame, lostAFraction, type Model } from '../model.ts';
import { shown } from '../shown.ts';
import { writtenIn } from './echo.ts';
import type { Found } from './found.ts';

type Rule = Found['rule'];

/**
 * Does the service hold what the model says? Pure: compares a reading, taken after an exchange, with the model.
 * @param isComplete - whether the reading has every record of the run's EVSE
 */
export function checkState(
  exchange: Exchange,
  reading: readonly Fields[],
  model: Model,
  isComplete: boolean,
): readonly Found[] {
  const ids = reading.map(({ id }) => String(id));
  const twice = ids.find((id, index) => ids.indexOf(id) < index && model.records.has(id));
  // Others may delete records elsewhere; of the run's own EVSE none goes.
  const lost = isComplete ? [...model.records].filter(([id, one]) => !ids.includes(id) && model.isWatched(one)) : [];
  const found = (rule: Rule, expected: string, actual: string): Found => {
    return { rule, place: exchange.case.operation.pointer, at: '', expected, actual };
  };
  return [
    ...(twice === undefined ? [] : [found('record-duplicated', 'each record once', `record ${twice} twice`)]),
    ...lost.map(([id, record]) => found('record-missing', `record ${id}, ${shown(record)}`, 'it is gone')),
    ...(isComplete ? checkNew(exchange, reading, model, found) : []),
    ...reading.flatMap((record) => checkRecord(exchange, record, model)),
  ];
}

function checkNew(
  exchange: Exchange,
  reading: readonly Fields[],
  model: Model,
  found: (rule: Rule, expected: string, actual: string) => Found,
): readonly Found[] {
  const isCreate = nameOf(exchange.case.operation) === 'create';
  // Others may create records on other EVSEs; what has the values of this request is its own.
  const evses = [model.record['evseId'], exchange.sent['evseId']];
  const own = reading.filter(({ id, evseId }) => !model.records.has(String(id)) && evses.includes(evseId));
  const most = isCreate && effectOf(exchange) !== 'nothing' ? 1 : 0;
  if (own.length > most) {
    const expected = most === 0 ? 'no new record' : 'one new record';
    return [found('record-unexpected', expected, `${own.length} new: ${shown(own.at(-1))}`)];
  }
  const made = isCreate ? writtenIn(exchange) : undefined;
  if (made === undefined) return [];
  const stored = reading.find(({ id }) => String(id) === String(made['id']));
  return stored === undefined
    ? [found('record-missing', `record ${shown(made['id'])}, which was created`, 'it is not listed')]
    : differences('stored-differs', made, stored);
}

function checkRecord(exchange: Exchange, record: Fields, model: Model): readonly Found[] {
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
  const effect = effectOf(exchange);
  const response = writtenIn(exchange);
  const isUpdate = nameOf(exchange.case.operation) === 'update';
  return RECORD_FIELDS.flatMap(({ name, pointer: place }): readonly Found[] => {
    const value = record[name];
    const allowed = model.allowed(name, exchange, isUpdate ? effect : 'nothing');
    const isIdentity = name === 'id' || name === 'evseId';
    // What was accepted although no page describes it is kept as the response says; a late reading shows there, too.
    const isOpen = effect === 'open' && isUpdate && response !== undefined && !isIdentity;
    if (!isOpen && fits(allowed, name, value, exchange.at)) return [];
    if (lostAFraction(name, exchange.sent[name], value)) return [];
    // Where the response differs from the request too, that is found there already.
    if (response !== undefined && !isIdentity && isSame(name, response[name], value)) return [];
    if (response !== undefined && name === START && allowed.now && isNear(value, exchange.at)) return [];
    const rule = isIdentity ? 'evse-id-changed' : ruleOf(reads, effect, isUpdate);
    const expected = `${name} ${shown(response?.[name] ?? allowed.values[0])} of record ${model.id}`;
    return [{ rule, place, at: '', expected, actual: shown(value) }];
  });
}

function ruleOf(reads: boolean, effect: Effect, isUpdate: boolean): Rule {
  if (reads) return 'read-changed';
  if (effect === 'nothing') return 'refused-changed';
  return isUpdate ? 'stored-differs' : 'neighbour-changed';
}

function differences(rule: Rule, before: Fields, after: Fields): readonly (Found & { readonly name: string })[] {
  return RECORD_FIELDS.filter(({ name }) => !isSame(name, before[name], after[name])).map(
    ({ name, pointer: place }) => ({
      ...{ rule, name, place, at: '' },
      ...{ expected: `${name} ${shown(before[name])} of record ${shown(before['id'])}`, actual: shown(after[name]) },
    }),
  );
}

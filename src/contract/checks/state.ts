import { START, type Fields } from '../cases/samples.ts';
import { nameOf, RECORD_FIELDS } from '../document.ts';
import { effectOf, type Effect, type Exchange } from '../exchange.ts';
import { fits, isNear, isSame, lostAFraction, type Model } from '../model.ts';
import type { RuleId } from '../rules.ts';
import { asText, firstTwice, shown } from '../shown.ts';
import { writtenIn } from './echo.ts';
import { found, type Found } from './found.ts';

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
  const place = exchange.case.operation.pointer;
  const ids = reading.map(({ id }) => asText(id));
  const listed = new Set(ids);
  const twice = firstTwice(ids.filter((id) => model.records.has(id)));
  // Others may delete records elsewhere; of the run's own EVSE none goes.
  const lost = isComplete
    ? [...model.records].filter(([id, one]) => !listed.has(id) && model.isWatched(one, exchange))
    : [];
  return [
    ...(twice === undefined ? [] : [found('record-duplicated', place, 'each record once', `record ${twice} twice`)]),
    ...lost.map(([id, record]) => found('record-missing', place, `record ${id}, ${shown(record)}`, 'it is gone')),
    ...(isComplete ? checkNew(exchange, reading, model) : []),
    ...reading.flatMap((record) => checkRecord(exchange, record, model)),
  ];
}

function checkNew(exchange: Exchange, reading: readonly Fields[], model: Model): readonly Found[] {
  const { operation } = exchange.case;
  const isCreate = nameOf(operation) === 'create';
  // Others may create records on other EVSEs; what has the values of this request is its own.
  const evses = [model.record['evseId'], exchange.sent['evseId']];
  const own = reading.filter(({ id, evseId }) => !model.records.has(asText(id)) && evses.includes(evseId));
  const most = isCreate && effectOf(exchange) !== 'nothing' ? 1 : 0;
  if (own.length > most) {
    const expected = most === 0 ? 'no new record' : 'one new record';
    return [found('record-unexpected', operation.pointer, expected, `${own.length} new: ${shown(own.at(-1))}`)];
  }
  const made = isCreate ? writtenIn(exchange) : undefined;
  if (made === undefined) return [];
  const stored = reading.find(({ id }) => asText(id) === asText(made['id']));
  if (stored !== undefined) return differences('stored-differs', made, stored);
  const expected = `record ${shown(made['id'])}, which was created`;
  return [found('record-missing', operation.pointer, expected, 'it is not listed')];
}

function checkRecord(exchange: Exchange, record: Fields, model: Model): readonly Found[] {
  const before = model.records.get(asText(record['id']));
  if (before === undefined) return [];
  const reads = exchange.case.operation.method === 'GET';
  if (asText(record['id']) !== String(model.id)) {
    const changed = differences(reads ? 'read-changed' : 'neighbour-changed', before, record);
    // Others work on other EVSEs meanwhile.
    return model.isWatched(before, exchange) ? changed : [];
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
    return [found(rule, place, expected, shown(value))];
  });
}

function ruleOf(reads: boolean, effect: Effect, isUpdate: boolean): RuleId {
  if (reads) return 'read-changed';
  if (effect === 'nothing') return 'refused-changed';
  return isUpdate ? 'stored-differs' : 'neighbour-changed';
}

function differences(rule: RuleId, before: Fields, after: Fields): readonly Found[] {
  const fields = RECORD_FIELDS.filter(({ name }) => !isSame(name, before[name], after[name]));
  return fields.map(({ name, pointer }) =>
    found(rule, pointer, `${name} ${shown(before[name])} of record ${shown(before['id'])}`, shown(after[name])),
  );
}

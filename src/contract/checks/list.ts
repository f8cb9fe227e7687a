import { ACTIVE, FILTER } from '../cases/list-cases.ts';
import { END, START, type Fields } from '../cases/samples.ts';
import { operationOf, parameterOf } from '../document.ts';
import type { Exchange } from '../exchange.ts';
import type { Model } from '../model.ts';
import { asText, firstTwice, shown } from '../shown.ts';
import { parseDateTime } from '../../shared/rfc3339.ts';
import type { RuleId } from '../rules.ts';
import { found, type Found, type Notes } from './found.ts';
import type { Pointer } from '../../../generated/operations.ts';

/** Clocks may differ, and no page says how soon a status that ended leaves the list. */
const toleranceMs = 3_600_000;

const list = operationOf('list');
const { pointer: atFilter } = parameterOf(list, FILTER);
const { pointer: atActive } = parameterOf(list, ACTIVE);

/** Does a list hold what its query asks for? It remembers in the model which records the service called active. */
export function* checkList(exchange: Exchange, elements: readonly Fields[], model: Model): Notes {
  const { query } = exchange;
  const ids = elements.map(({ id }) => asText(id));
  const twice = firstTwice(ids);
  if (twice !== undefined) yield wrong('record-duplicated', list.pointer, 'each record once', `record ${twice} twice`);
  const filter = query[FILTER];
  const stray = elements.find((element) => filter !== undefined && element[FILTER] !== filter);
  if (stray !== undefined)
    yield wrong('list-filter', atFilter, `only records of ${shown(filter)}`, `a record of ${shown(stray[FILTER])}`);
  if (exchange.case.expect !== 'valid') return;
  if (query[ACTIVE] !== 'false') {
    yield* checkDefault(exchange, ids, model);
    yield* checkActive(exchange, elements, model);
    return;
  }
  const wanted = [...model.records.values()].filter((record) => record[FILTER] === (filter ?? model.record[FILTER]));
  const listed = new Set(ids);
  const lost = wanted.find(({ id }) => !listed.has(asText(id)));
  if (lost === undefined) return;
  const [expected, actual] = [`record ${shown(lost['id'])} in the list`, `${elements.length} other records`];
  if (filter === undefined) yield wrong('record-missing', list.pointer, expected, actual);
  else yield wrong('list-filter', atFilter, expected, actual);
}

/** Holds a list without the parameter to the one before it that had the documented default. */
function* checkDefault({ query }: Exchange, ids: readonly string[], model: Model): Notes {
  const key = query[FILTER] ?? '';
  const listed = new Set(ids);
  if (query[ACTIVE] !== undefined) {
    model.active.set(key, listed);
    return;
  }
  const documented = model.active.get(key) ?? listed;
  // Others create and delete meanwhile: only the next list is compared, and only in records that were there before.
  model.active.delete(key);
  const differs = (id: string) => model.records.has(id) && documented.has(id) !== listed.has(id);
  const other = [...ids, ...documented].find(differs);
  if (other !== undefined)
    yield wrong('list-default', atActive, `the records of ${ACTIVE}=true`, `a list that differs in record ${other}`);
}

/** Holds the active list to the times of its records. */
function* checkActive({ query, at, case: { shows } }: Exchange, elements: readonly Fields[], model: Model): Notes {
  const ids = new Set(elements.map(({ id }) => asText(id)));
  const has = (id: unknown) => ids.has(asText(id));
  const time = (record: Fields, name: string) => parseDateTime(String(record[name])) ?? Number.NaN;
  const isRunning = (record: Fields) =>
    time(record, START) < at - toleranceMs && (record[END] === undefined || time(record, END) > at + toleranceMs);
  // Where the update before was refused or ignored, the record is not what the case made of it.
  const [start, end] = [time(model.record, START), time(model.record, END)];
  const isMade = shows === true ? start < at && end > at : end < at - toleranceMs;
  if (shows !== undefined && isMade && has(model.id) !== shows) {
    const expected = `record ${model.id} ${shows ? 'in' : 'not in'} the list: its status is ${shows ? 'running' : 'over'}`;
    yield wrong('list-active', atActive, expected, shows ? 'it is not listed' : 'it is listed');
  }
  const ended = elements.find((record) => time(record, END) < at - toleranceMs);
  if (ended !== undefined && shows !== false) {
    const actual = `record ${shown(ended['id'])}, which ended ${shown(ended[END])}`;
    yield wrong('list-active', atActive, 'no status that is over', actual);
  }
  const fitting = [...model.records.values()].filter((record) => [undefined, record[FILTER]].includes(query[FILTER]));
  const running = fitting.find((record) => !has(record['id']) && isRunning(record));
  if (running !== undefined && shows === undefined)
    yield wrong('list-active', atActive, `record ${shown(running['id'])}, which is running`, 'it is not listed');
  if (elements.some((record) => time(record, START) > at + toleranceMs))
    yield { question: 'does the active list include a status that has not started?', value: 'yes' };
}

function wrong(rule: RuleId, place: Pointer, expected: string, actual: string): Found {
  return found(rule, place, expected, actual, '/body');
}

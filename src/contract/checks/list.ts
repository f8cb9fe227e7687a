import { ACTIVE, FILTER } from '../cases/list-cases.ts';
import { END, START, type Fields } from '../cases/samples.ts';
import type { Exchange } from '../exchange.ts';
import type { Model } from '../model.ts';
import { shown } from '../shown.ts';
import { parseDateTime } from '../../shared/rfc3339.ts';
import type { Checked, Found, Observed } from './found.ts';

/** Clocks may differ, and no page says how soon a status that ended leaves the list. */
const toleranceMs = 3_600_000;

/** Does a list hold what its query asks for? It remembers in the model which records the service called active. */
export function checkList(exchange: Exchange, elements: readonly Fields[], model: Model): Checked {
  const {
    query,
    at,
    case: { operation, shows, expect },
  } = exchange;
  const found: Found[] = [];
  const observed: Observed[] = [];
  const place = (name: string) => operation.parameters.find((one) => one.name === name)?.pointer ?? operation.pointer;
  const add = (rule: Found['rule'], where: string, expected: string, actual: string) =>
    found.push({ rule, place: where, at: '/body', expected, actual });
  const ids = elements.map(({ id }) => String(id));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) add('record-duplicated', operation.pointer, 'each record once', `record ${twice} twice`);

  const filter = query[FILTER];
  const stray = filter === undefined ? undefined : elements.find((element) => element[FILTER] !== filter);
  if (stray !== undefined)
    add('list-filter', place(FILTER), `only records of ${shown(filter)}`, `a record of ${shown(stray[FILTER])}`);
  if (expect !== 'valid') return { found, observed };

  if (query[ACTIVE] === 'false') {
    const wanted = [...model.records.values()].filter((record) => record[FILTER] === (filter ?? model.record[FILTER]));
    const lost = wanted.find(({ id }) => !ids.includes(String(id)));
    if (lost !== undefined) {
      const rule = filter === undefined ? 'record-missing' : 'list-filter';
      add(
        rule,
        filter === undefined ? operation.pointer : place(FILTER),
        `record ${shown(lost['id'])} in the list`,
        `${elements.length} other records`,
      );
    }
    return { found, observed };
  }

  const key = filter ?? '';
  const documented = model.active.get(key);
  if (query[ACTIVE] !== undefined) model.active.set(key, new Set(ids));
  else if (documented !== undefined) {
    // Others create and delete meanwhile: only the next list is compared, and only in records that were there before.
    model.active.delete(key);
    const differs = (id: string) => model.records.has(id) && documented.has(id) !== ids.includes(id);
    const other = [...ids, ...documented].find(differs);
    if (other !== undefined)
      add('list-default', place(ACTIVE), `the records of ${ACTIVE}=true`, `a list that differs in record ${other}`);
  }
  const isListed = ids.includes(String(model.id));
  if (shows !== undefined && isListed !== shows) {
    add(
      'list-active',
      place(ACTIVE),
      `record ${model.id} ${shows ? 'in' : 'not in'} the list: its status is ${shows ? 'running' : 'over'}`,
      isListed ? 'it is listed' : 'it is not listed',
    );
  }
  const time = (record: Fields, name: string) => parseDateTime(String(record[name])) ?? Number.NaN;
  const ended = elements.find((record) => time(record, END) < at - toleranceMs);
  if (ended !== undefined && shows !== false)
    add(
      'list-active',
      place(ACTIVE),
      'no status that is over',
      `record ${shown(ended['id'])}, which ended ${shown(ended[END])}`,
    );
  const running = [...model.records.values()].find(
    (record) =>
      (filter === undefined || record[FILTER] === filter) &&
      !ids.includes(String(record['id'])) &&
      time(record, START) < at - toleranceMs &&
      (record[END] === undefined || time(record, END) > at + toleranceMs),
  );
  if (running !== undefined && shows === undefined) {
    add('list-active', place(ACTIVE), `record ${shown(running['id'])}, which is running`, 'it is not listed');
  }
  if (elements.some((record) => time(record, START) > at + toleranceMs)) {
    observed.push({ question: 'does the active list show a status that has not begun?', value: 'yes' });
  }
  return { found, observed };
}

import { broken, type BrokenProvider } from '../fleet.ts';
import { without } from '../changes.ts';
import { operationOf, parameter, recordField } from '../places.ts';
import type { Call, Change, EvseStatus } from '../steps.ts';

const hour = 3_600_000;
const missing = (name: 'list' | 'create' | 'update') => ['record-missing', operationOf(name).pointer] as const;
const differs = (field: string) => ['stored-differs', recordField(field)] as const;

const matching =
  (matches: (record: EvseStatus, evseId: string) => boolean): Change =>
  () => ({ matches });
const selecting =
  (edit: (selected: readonly EvseStatus[], call: Call) => readonly EvseStatus[]): Change =>
  ({ select }) => ({ select: (call) => edit(select(call), call) });

/** A pattern with a wildcard. */
const like = (asked: string, wildcard: string, meaning: string) =>
  new RegExp(`^${asked.replace(/[^\w]/g, '\\$&').replaceAll(wildcard, meaning)}$`);

const filters = broken('list', ['list-filter', parameter(0)], {
  'evseId is ignored': matching(() => true),
  'evseId is the beginning of an EVSE ID': matching(({ evseId }, asked) => evseId.startsWith(asked)),
  'evseId is the end of an EVSE ID': matching(({ evseId }, asked) => evseId.endsWith(asked)),
  'evseId is a part of an EVSE ID': matching(({ evseId }, asked) => evseId.includes(asked)),
  'evseId is compared without regard to case': matching(
    ({ evseId }, asked) => evseId.toLowerCase() === asked.toLowerCase(),
  ),
  'evseId is compared without its separators': matching(
    ({ evseId }, asked) => evseId.replace(/\W/g, '') === asked.replace(/\W/g, ''),
  ),
  'a star in evseId stands for anything': matching(({ evseId }, asked) => like(asked, '\\*', '.*').test(evseId)),
  'a percent sign in evseId stands for anything': matching(({ evseId }, asked) =>
    like(asked, '\\%', '.*').test(evseId),
  ),
  'an underscore in evseId stands for any character': matching(({ evseId }, asked) =>
    like(asked, '_', '.').test(evseId),
  ),
  'evseId is a regular expression': matching(({ evseId }, asked) => evseId === asked || isMatch(asked, evseId)),
  'no record fits a filter': matching(() => false),
  'evseId is escaped once too often': matching(
    ({ evseId }, asked) => evseId === encodeURIComponent(asked).replaceAll('*', '%2A'),
  ),
  'evseId leaves out the records that fit': matching(({ evseId }, asked) => evseId !== asked),
  'a filter finds the first record only': selecting((selected, { query }) =>
    query.has('evseId') ? selected.slice(0, 1) : selected,
  ),
});

function isMatch(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^${pattern}$`).test(text);
  } catch {
    return false;
  }
}

const wholes = [
  ...broken('', missing('create'), {
    'The last record of a list is missing': selecting((selected) => selected.slice(0, -1)),
    'A list ends after three records': selecting((selected) => selected.slice(0, 3)),
  }),
  ...broken('', missing('list'), {
    'A list has one status of each EVSE': selecting((selected) => [
      ...new Map(selected.map((record) => [record.evseId, record])).values(),
    ]),
  }),
  ...broken('', missing('update'), {
    'RESERVED statuses are missing in lists': selecting((selected) =>
      selected.filter(({ temporaryStatus }) => temporaryStatus !== 'RESERVED'),
    ),
    'A list is without the statuses that end after 2100': selecting((selected) =>
      selected.filter(({ validTo = '' }) => validTo < '2100'),
    ),
  }),
  ...broken('list', ['record-duplicated', operationOf('list').pointer], {
    'the first record is listed twice': selecting((selected) => [...selected.slice(0, 1), ...selected]),
    'every record is listed twice': selecting((selected) => [...selected, ...selected]),
    'a filtered record is listed once for each status of its EVSE': selecting((selected, { query }) =>
      query.has('evseId') ? selected.flatMap((record) => selected.map(() => record)) : selected,
    ),
  }),
  ...broken('', differs('temporaryStatus'), {
    'A list is always the first one that was read': (correct) => {
      const first = new Map<string, readonly EvseStatus[]>();
      return selecting((selected, { query }) => {
        const known = first.get(query.toString()) ?? selected;
        first.set(query.toString(), known);
        return known;
      })(correct);
    },
    'Every status in a list is MAINTENANCE': selecting((selected) =>
      selected.map((record) => ({ ...record, temporaryStatus: 'MAINTENANCE' })),
    ),
  }),
  ...broken('', differs('validTo'), {
    'A list has every validTo a day early': selecting((selected) => selected.map(dayEarly)),
  }),
  ...(['validTo', 'validFrom'] as const).flatMap((field) =>
    broken(
      '',
      differs(field),
      { [`A list is without ${field}`]: selecting((selected) => selected.map((record) => without(record, field))) },
      { acceptLoss: [field] },
    ),
  ),
];

function dayEarly(record: EvseStatus): EvseStatus {
  return record.validTo === undefined
    ? record
    : { ...record, validTo: new Date(Date.parse(record.validTo) - 24 * hour).toISOString() };
}

/** Lists with the wrong records. */
export const lists: readonly BrokenProvider[] = [...filters, ...wholes];

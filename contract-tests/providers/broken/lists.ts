import { on } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { operationOf, parameter, recordField } from '../places.ts';
import type { Call, Change, EvseStatus } from '../steps.ts';

const filter = ['list-filter', parameter(0)] as const;
const active = ['list-active', parameter(1)] as const;
const missing = ['record-missing', operationOf('list').pointer] as const;
const doubled = ['record-duplicated', operationOf('list').pointer] as const;
const differs = (field: string) => ['stored-differs', recordField(field)] as const;

const matching = (isMatch: (record: EvseStatus, evseId: string) => boolean): Change =>
  on('list', () => ({ matches: isMatch }));
const selecting = (edit: (selected: readonly EvseStatus[], call: Call) => readonly EvseStatus[]): Change =>
  on('list', ({ select }) => ({ select: (call) => edit(select(call), call) }));
const asking = (edit: (query: URLSearchParams) => Record<string, string | undefined>): Change =>
  on('list', ({ select }) => ({
    select: (call) => {
      const query = new URLSearchParams(call.query);
      for (const [name, value] of Object.entries(edit(call.query))) {
        if (value === undefined) query.delete(name);
        else query.set(name, value);
      }
      return select({ ...call, query });
    },
  }));

const filters = [
  broken(
    'list: evseId is ignored.',
    filter,
    matching(() => true),
  ),
  broken(
    'list: evseId is the beginning of an EVSE ID.',
    filter,
    matching(({ evseId }, asked) => evseId.startsWith(asked)),
  ),
  broken(
    'list: evseId is the end of an EVSE ID.',
    filter,
    matching(({ evseId }, asked) => evseId.endsWith(asked)),
  ),
  broken(
    'list: evseId is a part of an EVSE ID.',
    filter,
    matching(({ evseId }, asked) => evseId.includes(asked)),
  ),
  broken(
    'list: evseId is compared without regard to case.',
    filter,
    matching(({ evseId }, asked) => evseId.toLowerCase() === asked.toLowerCase()),
  ),
  broken(
    'list: evseId is compared without its separators.',
    filter,
    matching(({ evseId }, asked) => evseId.replace(/\W/g, '') === asked.replace(/\W/g, '')),
  ),
  broken(
    'list: evseId is trimmed.',
    filter,
    matching(({ evseId }, asked) => evseId === asked.trim()),
  ),
  broken(
    'list: a star in evseId stands for anything.',
    filter,
    matching(({ evseId }, asked) =>
      new RegExp(`^${asked.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`).test(evseId),
    ),
  ),
  broken(
    'list: a percent sign in evseId stands for anything.',
    filter,
    matching(({ evseId }, asked) =>
      new RegExp(`^${asked.replace(/[^\w%]/g, '\\$&').replaceAll('%', '.*')}$`).test(evseId),
    ),
  ),
  broken(
    'list: an underscore in evseId stands for any character.',
    filter,
    matching(({ evseId }, asked) =>
      new RegExp(`^${asked.replace(/[^\w]/g, '\\$&').replaceAll('_', '.')}$`).test(evseId),
    ),
  ),
  broken(
    'list: evseId is a regular expression.',
    filter,
    matching(({ evseId }, asked) => evseId === asked || isMatch(asked, evseId)),
  ),
  broken(
    'list: evseId with a list of two is either.',
    filter,
    matching(({ evseId }, asked) => asked.split(',').includes(evseId)),
  ),
  broken(
    'list: evseId is compared with the id.',
    filter,
    matching(({ id, evseId }, asked) => evseId === asked || String(id) === asked),
  ),
  broken(
    'list: an empty evseId is no filter.',
    filter,
    matching(({ evseId }, asked) => asked === '' || evseId === asked),
  ),
  broken(
    'list: no record fits a filter.',
    filter,
    matching(() => false),
  ),
  broken(
    'list: evseId is escaped twice.',
    filter,
    matching(({ evseId }, asked) => evseId === encodeURIComponent(asked).replaceAll('*', '%2A')),
  ),
  broken(
    'list: evseId leaves out the records that fit.',
    filter,
    matching(({ evseId }, asked) => evseId !== asked),
  ),
  broken(
    'list: a filter finds the first record only.',
    missing,
    selecting((selected, { query }) => (query.has('evseId') ? selected.slice(0, 1) : selected)),
  ),
];

function isMatch(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^${pattern}$`).test(text);
  } catch {
    return false;
  }
}

const wholes = [
  broken(
    'list: the last record is missing.',
    missing,
    selecting((selected) => selected.slice(0, -1)),
  ),
  broken(
    'list: the first record is missing.',
    missing,
    selecting((selected) => selected.slice(1)),
  ),
  broken(
    'list: a page ends after two records.',
    missing,
    selecting((selected) => selected.slice(0, 2)),
  ),
  broken(
    'list: statuses of one EVSE are listed once.',
    missing,
    selecting((selected) => [...new Map(selected.map((record) => [record.evseId, record])).values()]),
  ),
  broken(
    'list: open-ended statuses are missing.',
    missing,
    selecting((selected) => selected.filter((record) => 'validTo' in record)),
  ),
  broken(
    'list: BLOCKED statuses are missing.',
    missing,
    selecting((selected) => selected.filter(({ temporaryStatus }) => temporaryStatus !== 'BLOCKED')),
  ),
  broken(
    'list: the first record is listed twice.',
    doubled,
    selecting((selected) => [...selected.slice(0, 1), ...selected]),
  ),
  broken(
    'list: every record is listed twice.',
    doubled,
    selecting((selected) => [...selected, ...selected]),
  ),
  broken(
    'list: a filtered record is listed once for each status of its EVSE.',
    doubled,
    selecting((selected, { query }) =>
      query.has('evseId') ? selected.flatMap((record) => selected.map(() => record)) : selected,
    ),
  ),
  broken('list: every reading is the first one.', differs('temporaryStatus'), (correct) => {
    const first = new Map<string, readonly EvseStatus[]>();
    return selecting((selected, { query }) => {
      const known = first.get(query.toString()) ?? selected;
      first.set(query.toString(), known);
      return known;
    })(correct);
  }),
  broken(
    'list: every status is MAINTENANCE.',
    differs('temporaryStatus'),
    selecting((selected) => selected.map((record) => ({ ...record, temporaryStatus: 'MAINTENANCE' }))),
  ),
  broken(
    'list: validTo is a day early.',
    differs('validTo'),
    selecting((selected) =>
      selected.map((record) =>
        record.validTo === undefined
          ? record
          : { ...record, validTo: new Date(Date.parse(record.validTo) - 86_400_000).toISOString() },
      ),
    ),
  ),
  broken(
    'list: validTo is left out.',
    differs('validTo'),
    selecting((selected) => selected.map(({ validTo: _, ...record }) => record)),
  ),
  broken(
    'list: validFrom is left out.',
    differs('validFrom'),
    selecting((selected) => selected.map(({ validFrom: _, ...record }) => record)),
  ),
];

const periods = [
  broken(
    'list: activeOnly is ignored; every status is listed.',
    active,
    asking(() => ({ activeOnly: 'false' })),
  ),
  broken(
    'list: activeOnly is ignored; active statuses are listed.',
    active,
    asking(() => ({ activeOnly: 'true' })),
  ),
  broken(
    'list: activeOnly is the wrong way round.',
    active,
    asking((query) => ({ activeOnly: query.get('activeOnly') === 'false' ? 'true' : 'false' })),
  ),
  broken(
    'list: without activeOnly every status is listed.',
    ['list-default', parameter(1)],
    asking((query) => ({ activeOnly: query.get('activeOnly') ?? 'false' })),
  ),
  broken(
    'list: activeOnly=false lists ended statuses alone.',
    active,
    on('list', ({ select, isActive }) => ({
      select: (call) =>
        select(call).filter((record) => call.query.get('activeOnly') !== 'false' || !isActive(record, call)),
    })),
  ),
  broken(
    'list: the active list holds ended statuses.',
    active,
    on('list', ({ now }) => ({ isActive: ({ validFrom }) => Date.parse(String(validFrom)) <= now() })),
  ),
  broken(
    'list: the active list is without running statuses.',
    active,
    on('list', ({ now }) => ({ isActive: ({ validFrom }) => Date.parse(String(validFrom)) > now() })),
  ),
  broken(
    'list: the active list is without statuses that have no end.',
    active,
    on('list', ({ isActive }) => ({ isActive: (record, call) => 'validTo' in record && isActive(record, call) })),
  ),
  broken(
    'list: the active list is empty.',
    active,
    on('list', () => ({ isActive: () => false })),
  ),
  broken(
    'list: the active list runs three hours late.',
    active,
    on('list', ({ now }) => ({
      isActive: ({ validFrom, validTo }) =>
        Date.parse(String(validFrom)) <= now() - 3 * 3_600_000 &&
        (validTo === undefined || Date.parse(validTo) > now() - 3 * 3_600_000),
    })),
  ),
].map((provider) => ({ ...provider, options: { allowVisible: true } }));

const starts = (
  [
    ['a status without a start has none', () => undefined],
    ['a status without a start begins in 1970', () => 0],
    ['a status without a start begins an hour from now', (now) => now + 3_600_000],
    ['a status without a start began two hours ago', (now) => now - 2 * 3_600_000],
    ['a status without a start begins tomorrow', (now) => now + 86_400_000],
    ['a status without a start begins at midnight', (now) => Math.floor(now / 86_400_000) * 86_400_000],
  ] as readonly (readonly [string, (now: number) => number | undefined])[]
).map(([fault, startOf]) =>
  broken(
    `create: ${fault}.`,
    ['start-not-now', recordField('validFrom')],
    on('create', ({ merge, now }) => ({
      merge: ({ validFrom: _, ...blank }, sent, call) => {
        const start = startOf(now());
        return merge(
          { ...blank, ...(start !== undefined && { validFrom: new Date(start).toISOString() }) },
          sent,
          call,
        );
      },
    })),
    { allowVisible: true },
  ),
);

/** Lists that do not hold what they should, and times that only a clock can find wrong. */
export const lists: readonly BrokenProvider[] = [...filters, ...wholes, ...periods, ...starts];

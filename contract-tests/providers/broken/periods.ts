import { without } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { operationOf, parameter, recordField } from '../places.ts';
import type { Change } from '../steps.ts';

const hour = 3_600_000;

/** Lists as if another `activeOnly` had been sent. */
const asking =
  (edit: (value: string | null) => string): Change =>
  ({ select }) => ({
    select: (call) =>
      select({
        ...call,
        query: new URLSearchParams(
          [...call.query, ['activeOnly', edit(call.query.get('activeOnly'))]].filter(
            ([name], index, all) => name !== 'activeOnly' || index === all.length - 1,
          ),
        ),
      }),
  });
const activeIf =
  (isActive: (start: number, end: number, now: number) => boolean): Change =>
  ({ now }) => ({
    isActive: ({ validFrom, validTo }) =>
      isActive(Date.parse(validFrom ?? '1970'), validTo === undefined ? Infinity : Date.parse(validTo), now()),
  });

const visible = { only: ['list', 'update'], allowVisible: true } as const;

const active = [
  ...broken(
    'list',
    ['list-active', parameter(1)],
    {
      'activeOnly is ignored, and every status is listed': asking(() => 'false'),
      'activeOnly is the wrong way round': asking((value) => (value === 'false' ? 'true' : 'false')),
      'the active list holds ended statuses': activeIf((start, _, now) => start <= now),
      'the active list is without running statuses': activeIf((start, _, now) => start > now),
      'the active list is without statuses that have no end': activeIf(
        (start, end, now) => start <= now && end > now && end < Infinity,
      ),
      'the active list is empty': activeIf(() => false),
      'the active list is three hours late': activeIf(
        (start, end, now) => start <= now - 3 * hour && end > now - 3 * hour,
      ),
    },
    visible,
  ),
  ...broken(
    'list',
    ['list-default', parameter(1)],
    {
      'without activeOnly every status is listed': asking((value) => value ?? 'false'),
    },
    visible,
  ),
  ...broken('', ['record-missing', operationOf('list').pointer], {
    'activeOnly is ignored, and active statuses are listed': asking(() => 'true'),
  }),
];

const starting =
  (startOf: (now: number) => number | undefined): Change =>
  ({ merge, now }) => ({
    merge: (blank, sent, call) => {
      const start = startOf(now());
      return merge(
        { ...without(blank, 'validFrom'), ...(start !== undefined && { validFrom: new Date(start).toISOString() }) },
        sent,
        call,
      );
    },
  });

const starts = broken(
  'create',
  ['start-not-now', recordField('validFrom')],
  {
    'a status without a start has none': starting(() => undefined),
    'a status without a start begins in 1970': starting(() => 0),
    'a status without a start begins an hour from now': starting((now) => now + hour),
    'a status without a start began two hours ago': starting((now) => now - 2 * hour),
    'a status without a start begins tomorrow': starting((now) => now + 24 * hour),
    'a status without a start begins at midnight': starting((now) => Math.floor(now / (24 * hour)) * 24 * hour),
  },
  { allowVisible: true },
);

/** Faults that only a clock shows: active lists, and starts that were not sent. */
export const periods: readonly BrokenProvider[] = [...active, ...starts];

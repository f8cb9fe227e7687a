import { temporaryStatusValues } from '../../../generated/types.ts';
import { merging, moving, on, showing, withTimes, without } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { recordField } from '../places.ts';
import { RECORDS, type EvseStatus, type Fields } from '../steps.ts';

const writes = ['create', 'update'] as const;
const sent = (field: string) => ['echo-sent', recordField(field)] as const;
const minute = 60_000;
const hour = 60 * minute;

/** How instants get lost between request and record. */
const lost: Readonly<Record<string, (instant: number, text: string) => number>> = {
  'wrap at 2038': (instant) => (((instant / 1000 + 2 ** 31) % 2 ** 32) - 2 ** 31) * 1000,
  'wrap at 2106': (instant) => ((((instant / 1000) % 2 ** 32) + 2 ** 32) % 2 ** 32) * 1000,
  'end in 2037': (instant) => Math.min(instant, Date.UTC(2037, 11, 31)),
  'end in 2999': (instant) => Math.min(instant, Date.UTC(2999, 11, 31)),
  'are an hour late': (instant) => instant + hour,
  'are an hour late in summer': (instant) => instant + ([5, 6, 7].includes(new Date(instant).getUTCMonth()) ? hour : 0),
  'are cut to the minute': (instant) => Math.floor(instant / minute) * minute,
  'are cut to the hour': (instant) => Math.floor(instant / hour) * hour,
  'are cut to the day': (instant) => Math.floor(instant / (24 * hour)) * 24 * hour,
  'lose their offset': (instant, text) => instant + offsetOf(text),
  'have their offset the wrong way round': (instant, text) => instant + 2 * offsetOf(text),
  'lose the minutes of their offset': (instant, text) => instant + (offsetOf(text) % hour),
  'have a fraction of milliseconds': (instant, text) =>
    Math.floor(instant / 1000) * 1000 + Number(/\.(\d+)/.exec(text)?.[1] ?? 0),
  'fall on 28 February instead of 29': (instant) =>
    new Date(instant).toISOString().includes('-02-29T') ? instant - 24 * hour : instant,
  'move 29 February to 1 March': (instant) =>
    new Date(instant).toISOString().includes('-02-29T') ? instant + 24 * hour : instant,
};

function offsetOf(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return Number(`${sign}1`) * (Number(hours) * hour + Number(minutes) * minute);
}

const instants = writes.flatMap((name) =>
  Object.entries(lost).map(([what, edit]) =>
    broken(`${name}: times ${what}.`, sent('validFrom'), on(name, moving(edit))),
  ),
);

/** How a field that was sent is stored wrongly. */
const stored: Readonly<
  Record<string, readonly [field: keyof EvseStatus, edit: (after: EvseStatus, before: EvseStatus) => EvseStatus]>
> = {
  'validTo is dropped': ['validTo', (after) => without(after, 'validTo')],
  'validFrom is dropped': ['validFrom', (after) => without(after, 'validFrom')],
  'validFrom becomes the end too': ['validTo', (after) => ({ ...after, validTo: after.validFrom ?? '' })],
  'the end is four hours after the start at most': [
    'validTo',
    (after) => ({
      ...after,
      ...(after.validTo &&
        after.validFrom && {
          validTo: new Date(Math.min(Date.parse(after.validTo), Date.parse(after.validFrom) + 4 * hour)).toISOString(),
        }),
    }),
  ],
  'RESERVED becomes BLOCKED': [
    'temporaryStatus',
    (after) => ({ ...after, temporaryStatus: after.temporaryStatus.replace('RESERVED', 'BLOCKED') }),
  ],
  'every status becomes MAINTENANCE': ['temporaryStatus', (after) => ({ ...after, temporaryStatus: 'MAINTENANCE' })],
  'the status is stored in lower case': [
    'temporaryStatus',
    (after) => ({ ...after, temporaryStatus: after.temporaryStatus.toLowerCase() }),
  ],
  'the status is the one after it': [
    'temporaryStatus',
    (after) => ({
      ...after,
      temporaryStatus:
        temporaryStatusValues[
          (temporaryStatusValues.findIndex((status) => status === after.temporaryStatus) + 1) % 4
        ] ?? '',
    }),
  ],
};

const fields = writes.flatMap((name) =>
  Object.entries(stored).map(([what, [field, edit]]) =>
    broken(
      `${name}: ${what}.`,
      sent(field),
      on(
        name,
        merging((after, _, before) => edit(after, before)),
      ),
    ),
  ),
);

const ignored = (['temporaryStatus', 'validFrom', 'validTo'] as const).map((field) =>
  broken(
    `update: the ${field} that is sent is ignored.`,
    sent(field),
    on(
      'update',
      merging((after, _, before) => ({ ...without(after, field), ...pick(before, field) })),
    ),
  ),
);

function pick(record: EvseStatus, field: keyof EvseStatus): Partial<EvseStatus> {
  return field in record ? { [field]: record[field] } : {};
}

const [example] = RECORDS;
const swapped = (record: Fields) => {
  const { validFrom, validTo } = record;
  return withTimes(record, (_, field) => (field === 'validFrom' ? (validTo ?? validFrom) : (validFrom ?? validTo)));
};

const ofCreates = [
  broken(
    'create: evseId comes back in lower case.',
    sent('evseId'),
    on(
      'create',
      merging((after) => ({ ...after, evseId: after.evseId.toLowerCase() })),
    ),
  ),
  broken(
    'create: evseId comes back without its separators.',
    sent('evseId'),
    on(
      'create',
      merging((after) => ({ ...after, evseId: after.evseId.replaceAll('*', '') })),
    ),
  ),
  broken(
    'create: the status is created on another EVSE.',
    sent('evseId'),
    on(
      'create',
      merging((after) => ({ ...after, evseId: 'DK*SPI*E123*1' })),
    ),
  ),
  broken('create: validFrom and validTo change places.', sent('validFrom'), on('create', showing(swapped))),
  broken(
    "create: every response is the document's example.",
    sent('evseId'),
    on(
      'create',
      showing(() => example),
    ),
  ),
];

const ofUpdates = [
  broken('update: validFrom and validTo change places.', sent('validFrom'), on('update', showing(swapped))),
  broken(
    'update: the response names the next id.',
    ['echo-id', recordField('id')],
    on(
      'update',
      showing((record) => ({ ...record, id: Number(record['id']) + 1 })),
    ),
  ),
  broken(
    'update: the response always names one id.',
    ['echo-id', recordField('id')],
    on(
      'update',
      showing((record) => ({ ...record, id: 1 })),
    ),
  ),
  broken(
    'update: the response names the id modulo 100,000.',
    ['echo-id', recordField('id')],
    (correct) => {
      const record = { ...RECORDS[0], id: Number.MAX_SAFE_INTEGER } as EvseStatus;
      correct.records.set(record.id, record);
      return on(
        'update',
        showing((shown) => ({ ...shown, id: Number(shown['id']) % 100_000 })),
      )(correct);
    },
    { id: Number.MAX_SAFE_INTEGER },
  ),
  broken(
    'update: the response names the id as a float of 32 bits.',
    ['echo-id', recordField('id')],
    (correct) => {
      const record = { ...RECORDS[0], id: Number.MAX_SAFE_INTEGER } as EvseStatus;
      correct.records.set(record.id, record);
      return on(
        'update',
        showing((shown) => ({ ...shown, id: Math.fround(Number(shown['id'])) })),
      )(correct);
    },
    { id: Number.MAX_SAFE_INTEGER },
  ),
  broken(
    'update: the response names another EVSE.',
    ['evse-id-changed', recordField('evseId')],
    on(
      'update',
      showing((record) => ({ ...record, evseId: 'DK*SPI*E123*8' })),
    ),
  ),
  broken('update: the response is the record of before.', sent('temporaryStatus'), (correct) => {
    let before: EvseStatus | undefined;
    return on('update', ({ merge, show }) => ({
      merge: (record, fields, call) => merge((before = record), fields, call),
      show: (record, call) => show(before ?? record, call),
    }))(correct);
  }),
  broken(
    "update: every response is the document's example.",
    sent('temporaryStatus'),
    on(
      'update',
      showing(() => example),
    ),
  ),
];

/** Responses that do not fit the request. */
export const meaning: readonly BrokenProvider[] = [...instants, ...fields, ...ignored, ...ofCreates, ...ofUpdates];

import { temporaryStatusValues } from '../../../generated/types.ts';
import { both, merging, moving, showing, withId, withTimes, without } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { WRITES, recordField, requestFields } from '../places.ts';
import { RECORDS, type Change, type EvseStatus, type Fields } from '../steps.ts';

const sent = (field: string) => ['echo-sent', recordField(field)] as const;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function offsetOf(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return Number(`${sign}1`) * (Number(hours) * hour + Number(minutes) * minute);
}

const cutTo = (unit: number) => moving((instant) => Math.floor(instant / unit) * unit);
const endingIn = (year: number) => moving((instant) => Math.min(instant, Date.UTC(year, 11, 31)));
const isSummer = (instant: number) => new Date(instant).getUTCMonth() >= 3 && new Date(instant).getUTCMonth() < 10;
const leapDay = (days: number) =>
  moving((instant) => (new Date(instant).toISOString().includes('-02-29T') ? instant + days * day : instant));

/** Instants that change between request and record. */
const instants = WRITES.flatMap((name) => [
  ...broken(name, sent('validTo'), {
    'times wrap at 2038': moving((instant) => (((instant / 1000 + 2 ** 31) % 2 ** 32) - 2 ** 31) * 1000),
    'times wrap at 2106': moving((instant) => ((instant / 1000) % 2 ** 32) * 1000),
    'times end in 2037': endingIn(2037),
    'times end in 2999': endingIn(2999),
    'times are an hour late': moving((instant) => instant + hour),
    'times are an hour late in summer': moving((instant) => instant + (isSummer(instant) ? hour : 0)),
    'times are cut to the minute': cutTo(minute),
    'times are cut to the hour': cutTo(hour),
    'times are cut to the day': cutTo(day),
    'times lose their offset': moving((instant, text) => instant + offsetOf(text)),
    'times have their offset the wrong way round': moving((instant, text) => instant + 2 * offsetOf(text)),
    'times lose the minutes of their offset': moving((instant, text) => instant + (offsetOf(text) % hour)),
    'a fraction of a second is read as milliseconds': moving(
      (instant, text) => Math.floor(instant / 1000) * 1000 + Number(/\.(\d+)/.exec(text)?.[1] ?? 0),
    ),
    '29 February is stored as the 28th': leapDay(-1),
    '29 February is stored as 1 March': leapDay(1),
  }),
]);

const swapped = (record: Fields) => {
  const { validFrom, validTo } = record;
  return withTimes(record, (_, field) => (field === 'validFrom' ? (validTo ?? validFrom) : (validFrom ?? validTo)));
};
const nextStatus = (status: string) =>
  temporaryStatusValues[
    (temporaryStatusValues.findIndex((one) => one === status) + 1) % temporaryStatusValues.length
  ] ?? '';
const status = (edit: (status: string) => string) =>
  merging((after) => ({ ...after, temporaryStatus: edit(after.temporaryStatus) }));
const [example] = RECORDS;

const fields = WRITES.flatMap((name) => [
  ...broken(name, sent('temporaryStatus'), {
    'RESERVED becomes BLOCKED': status((sentStatus) => sentStatus.replace('RESERVED', 'BLOCKED')),
    'every status becomes MAINTENANCE': status(() => 'MAINTENANCE'),
    'the status is stored in lower case': status((sentStatus) => sentStatus.toLowerCase()),
    'the status is the one after it': status(nextStatus),
  }),
  ...broken(name, sent('validFrom'), {
    'validFrom is dropped': merging((after) => without(after, 'validFrom')),
    'validFrom and validTo change places': showing(swapped),
  }),
  ...broken(name, sent('validTo'), {
    'validTo is dropped': merging((after) => without(after, 'validTo')),
    'validFrom becomes the end too': merging((after) => ({ ...after, validTo: after.validFrom ?? '' })),
    'the end is four hours after the start': merging((after) => ({
      ...after,
      validTo: new Date(Date.parse(String(after.validFrom)) + 4 * hour).toISOString(),
    })),
  }),
]);

const keeping = (field: keyof EvseStatus): Change =>
  merging((after, _, before) => ({ ...without(after, field), ...(field in before && { [field]: before[field] }) }));

const ofUpdates = [
  ...requestFields('update').flatMap((field) =>
    broken('update', sent(field), { [`the ${field} that is sent is ignored`]: keeping(field as keyof EvseStatus) }),
  ),
  ...broken('update', sent('temporaryStatus'), {
    'the same status again switches it': merging((after, { temporaryStatus }, before) =>
      temporaryStatus === before.temporaryStatus
        ? { ...after, temporaryStatus: nextStatus(after.temporaryStatus) }
        : after,
    ),
    'the response is the record of before': ({ merge, show }) => {
      let before: EvseStatus | undefined;
      return {
        merge: (record, change, call) => merge((before = record), change, call),
        show: (record, call) => show(before ?? record, call),
      };
    },
    "every response is the document's example": showing(() => example),
  }),
  ...broken('update', ['echo-id', recordField('id')], {
    'the response names the next id': showing((record) => ({ ...record, id: Number(record['id']) + 1 })),
    'the response always names one id': showing((record) => ({ ...record, id: 1 })),
  }),
  ...broken(
    'update',
    ['echo-id', recordField('id')],
    {
      'the response names the id as a float of 32 bits': both(
        withId(Number.MAX_SAFE_INTEGER),
        showing((record) => ({ ...record, id: Math.fround(Number(record['id'])) })),
      ),
      'the response names the id modulo 2^32': both(
        withId(Number.MAX_SAFE_INTEGER),
        showing((record) => ({ ...record, id: Number(record['id']) % 2 ** 32 })),
      ),
    },
    { id: Number.MAX_SAFE_INTEGER },
  ),
  ...broken('update', ['evse-id-changed', recordField('evseId')], {
    'the response names another EVSE': showing((record) => ({ ...record, evseId: 'DK*SPI*E123*8' })),
  }),
];

const evseId = (edit: (evseId: string) => string) => merging((after) => ({ ...after, evseId: edit(after.evseId) }));

const ofCreates = broken('create', sent('evseId'), {
  'evseId comes back in lower case': evseId((asSent) => asSent.toLowerCase()),
  'evseId comes back without its separators': evseId((asSent) => asSent.replaceAll('*', '')),
  'the status is created on another EVSE': evseId(() => 'DK*SPI*E123*1'),
  "every response is the document's example": showing(() => example),
});

/** Responses that do not match the request. */
export const meaning: readonly BrokenProvider[] = [...instants, ...fields, ...ofUpdates, ...ofCreates];

import { on, startingFrom, withId, withTimes } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import type { Change } from '../steps.ts';

/** Stores times less precisely than they are sent. */
const storedTo =
  (round: (seconds: number) => number): Change =>
  ({ merge }) => ({
    merge: (before, sent, call) =>
      merge(
        before,
        withTimes(sent, (instant) => new Date(round(instant.getTime() / 1000) * 1000).toISOString()),
        call,
      ),
  });
/** An update without a start sets one. */
const unsentStart = (startOf: (now: number) => number): Change =>
  on('update', ({ merge, now }) => ({
    merge: (before, sent, call) => merge({ ...before, validFrom: new Date(startOf(now())).toISOString() }, sent, call),
  }));

/** What the vendor's pages leave open about records: times, ids and EVSE IDs. */
export const records: readonly BenignProvider[] = [
  ...allowed('"If unset, the current date and time will be used" [endpoint] can mean this, and clocks differ.', {
    'A start that an update leaves out moves to now': unsentStart((now) => now),
    'A start that an update leaves out moves to this second': unsentStart((now) => Math.floor(now / 1000) * 1000),
    'A start that an update leaves out moves to now, by a slow clock': unsentStart((now) => now - 60_000),
  }),
  ...allowed('How fine times are stored is not said.', {
    'Times are stored to the second': storedTo(Math.floor),
    'Times are stored to a tenth of a second': storedTo((seconds) => Math.floor(seconds * 10) / 10),
    'Times are rounded to the nearest second': storedTo(Math.round),
  }),
  ...allowed('The pages give examples of EVSE IDs and no pattern.', {
    'An EVSE ID has characters that a URL escapes': startingFrom((record) => ({
      ...record,
      evseId: 'DK.12343*1 ÆØÅ/?&#+%',
    })),
    'An EVSE ID is a single letter': startingFrom((record) => ({ ...record, evseId: 'E' })),
  }),
  ...[0, 2 ** 31 + 1, 2 ** 32 + 43, Number.MAX_SAFE_INTEGER].flatMap((id) =>
    allowed(
      'Ids are numbers; no page gives a bound.',
      { [`The record has the id ${id}`]: withId(id) },
      { options: { id } },
    ),
  ),
  ...allowed('No page bounds the list.', {
    'The list is long, on the EVSE for creates too': ({ records: all }) => {
      for (let id = 2000; id < 2500; id++)
        all.set(id, { id, evseId: `DK*SPI*E123*${id % 2 ? 7 : id}`, temporaryStatus: 'BLOCKED' });
      return {};
    },
  }),
  ...allowed('No page says how ids are given.', {
    'Created ids do not follow one another': ({ records: all }) => ({
      nextId: () => 1_000_003 + ((all.size * 7919) % 1_000_000),
    }),
  }),
  ...allowed(
    'Clocks differ.',
    {
      'A start that a create leaves out is a minute ahead': on('create', ({ merge, now }) => ({
        merge: (before, sent, call) =>
          merge({ ...before, validFrom: new Date(now() + 60_000).toISOString() }, sent, call),
      })),
    },
    { options: { allowVisible: true } },
  ),
  ...allowed(
    'What "active" means is not documented [list].',
    {
      'The active list has statuses that have not started': ({ now }) => ({
        isActive: ({ validTo }) => validTo === undefined || Date.parse(validTo) > now(),
      }),
    },
    { options: { allowVisible: true } },
  ),
];

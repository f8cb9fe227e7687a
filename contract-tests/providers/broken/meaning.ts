import { merging, openEnded, showing, type BrokenProvider } from '../control.ts';
import { record } from '../places.ts';
import { EXAMPLES, type Change, type EvseStatus } from '../steps.ts';

const field = (name: keyof EvseStatus) => `${record}/properties/${name}`;
const sent = (name: keyof EvseStatus) => ({ rule: 'echo-sent', at: field(name) });

/** Reads timestamps as another text. */
const reading =
  (rewrite: (text: string) => string): Change =>
  ({ instantOf }) => ({ instantOf: (value) => instantOf(typeof value === 'string' ? rewrite(value) : value) });

/** Shifts every timestamp that is stored. */
const shifting =
  (shift: (instant: number) => number): Change =>
  ({ instantOf }) => ({
    instantOf: (value) => {
      const instant = instantOf(value);
      return instant === undefined ? undefined : shift(instant);
    },
  });

/** Answers of the right shape that say the wrong thing. */
export const meaning: readonly BrokenProvider[] = [
  {
    name: 'another id',
    fault: 'The answer names the id after the one in the path.',
    found: { rule: 'echo-id', at: field('id') },
    change: showing((body, { after }) => ({ ...body, id: after.id + 1 })),
  },
  {
    name: 'always the same id',
    fault: 'The answer names id 42, whatever the path says.',
    found: { rule: 'echo-id', at: field('id') },
    change: showing((body) => ({ ...body, id: 42 })),
  },
  {
    name: 'the request for the record',
    fault: 'The answer repeats the request; what was not sent is missing or made up.',
    found: { rule: 'keeps-unsent', at: field('temporaryStatus') },
    change: showing((_, { after: { id, evseId }, change }) => ({
      id,
      temporaryStatus: 'MAINTENANCE',
      evseId,
      ...change,
    })),
  },
  {
    name: 'the record of before',
    fault: 'The answer is the record as it was before the update.',
    found: sent('temporaryStatus'),
    change: showing((_, { before }) => before),
  },
  {
    name: 'the example of the document',
    fault: "Every update is answered with the document's example.",
    found: sent('temporaryStatus'),
    change: showing(() => EXAMPLES[0]),
  },
  {
    name: 'status in lower case',
    fault: 'The status comes back in lower case.',
    found: sent('temporaryStatus'),
    change: showing((body) => ({ ...body, temporaryStatus: String(body['temporaryStatus']).toLowerCase() })),
  },
  {
    name: 'RESERVED becomes BLOCKED',
    fault: 'One status is stored as another.',
    found: sent('temporaryStatus'),
    change: merging((after) =>
      after.temporaryStatus === 'RESERVED' ? { ...after, temporaryStatus: 'BLOCKED' } : after,
    ),
  },
  {
    name: 'status is not changed',
    fault: 'The status that is sent is ignored.',
    found: sent('temporaryStatus'),
    change: merging((after, _, { temporaryStatus }) => ({ ...after, temporaryStatus })),
  },
  {
    name: 'validTo is dropped',
    fault: 'validTo is neither stored nor answered.',
    found: sent('validTo'),
    change: merging(openEnded),
  },
  {
    name: 'validTo is not changed',
    fault: 'The validTo that is sent is ignored.',
    found: sent('validTo'),
    change: merging((after, _, { validTo }) => ({ ...openEnded(after), ...(validTo !== undefined && { validTo }) })),
  },
  {
    name: 'validFrom is always now',
    fault: 'The validFrom that is sent is ignored; the start is the time of the update.',
    found: sent('validFrom'),
    change: merging((after) => ({ ...after, validFrom: new Date().toISOString() })),
  },
  {
    name: 'validFrom and validTo change places',
    fault: 'The start is answered as the end, and the end as the start.',
    found: sent('validFrom'),
    change: showing((body) => ({ ...body, validFrom: body['validTo'], validTo: body['validFrom'] })),
  },
  {
    name: 'times an hour late',
    fault: 'Every time is stored an hour late.',
    found: sent('validFrom'),
    change: shifting((instant) => instant + 3_600_000),
  },
  {
    name: 'local time with a Z',
    fault: 'Times come back in the time of Copenhagen, and are called UTC.',
    found: sent('validTo'),
    change: shifting((instant) => {
      const local = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Copenhagen' });
      return Date.parse(`${local.replace(' ', 'T')}Z`);
    }),
  },
  {
    name: 'seconds are cut',
    fault: 'Times are stored to the minute.',
    found: sent('validFrom'),
    change: shifting((instant) => Math.floor(instant / 60_000) * 60_000),
  },
  {
    name: 'offset is ignored',
    fault: 'The offset of a time is read as Z.',
    found: sent('validFrom'),
    change: reading((text) => text.replace(/[+-]\d\d:\d\d$/, 'Z')),
  },
  {
    name: 'offset the wrong way round',
    fault: 'The offset of a time is added where it has to be taken away.',
    found: sent('validFrom'),
    change: reading((text) => text.replace(/([+-])(\d\d:\d\d)$/, (_, sign, by) => `${sign === '+' ? '-' : '+'}${by}`)),
  },
  {
    name: 'minutes of an offset are ignored',
    fault: 'An offset of +05:30 is read as +05:00.',
    found: sent('validFrom'),
    change: reading((text) => text.replace(/([+-]\d\d):\d\d$/, '$1:00')),
  },
  {
    name: 'fraction read as milliseconds',
    fault: 'The digits after the point count as milliseconds, so that .123456 adds two minutes.',
    found: sent('validFrom'),
    change: ({ instantOf }) => ({
      instantOf: (value) => {
        const digits = /\.(\d+)/.exec(String(value))?.[1] ?? '';
        const instant = instantOf(typeof value === 'string' ? value.replace(/\.\d+/, '') : value);
        return instant === undefined ? undefined : instant + Number(digits);
      },
    }),
  },
  {
    name: 'years end in 2030',
    fault: 'A time after 2030 is stored as the last second of 2030.',
    found: sent('validTo'),
    change: shifting((instant) => Math.min(instant, Date.UTC(2030, 11, 31, 23, 59, 59))),
  },
  {
    name: 'at most four hours',
    fault: 'The end is moved to four hours after the start.',
    found: sent('validTo'),
    change: merging((after) => {
      const latest = Date.parse(after.validFrom ?? '') + 4 * 3_600_000;
      return Date.parse(after.validTo ?? '') > latest ? { ...after, validTo: new Date(latest).toISOString() } : after;
    }),
  },
];

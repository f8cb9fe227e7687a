/** Random values: some that the document allows, and some that it may not. */
import fc from 'fast-check';
import { temporaryStatusValues } from '../../generated/types.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

const two = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));

/** RFC 3339 timestamps, with fractions of any length, any offset, and T and Z in either case. */
export const timestamps: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
    fc.tuple(two(12, 1), two(28, 1)),
    fc.tuple(two(23), two(59), two(59)),
    fc.option(fc.stringMatching(/^\.\d{1,12}$/), { nil: '' }),
    fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), two(23), two(59))
        .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
    ),
    fc.boolean(),
  )
  .map(([year, date, time, fraction, offset, lower]) => {
    const text = `${[year, ...date].join('-')}T${time.join(':')}${fraction}${offset}`;
    return lower ? text.toLowerCase() : text;
  });

const fields = {
  temporaryStatus: fc.constantFrom(...temporaryStatusValues),
  validFrom: timestamps,
  validTo: timestamps,
};

export const changes: fc.Arbitrary<Schemas['TemporaryEvseStatusUpdate']> = fc.record(fields, { requiredKeys: [] });

export const creates: fc.Arbitrary<Schemas['TemporaryEvseStatusCreate']> = fc.record(
  { evseId: fc.string({ minLength: 1 }), ...fields },
  { requiredKeys: ['evseId', 'temporaryStatus'] },
);

/** Records as documented, and as a later release may send them. */
export const records: fc.Arbitrary<Schemas['TemporaryEvseStatus']> = fc
  .tuple(
    fc.record(
      {
        id: fc.double({ noNaN: true, noDefaultInfinity: true }),
        temporaryStatus: fc.oneof(fc.constantFrom(...temporaryStatusValues), fc.string()),
        evseId: fc.string(),
        validFrom: timestamps,
        validTo: timestamps,
      },
      { requiredKeys: ['id', 'temporaryStatus', 'evseId'] },
    ),
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
  )
  .map(([record, further]) => ({ ...further, ...record }));

/** JSON with the document's field names, whose values may or may not be valid. */
export function near(names: readonly string[]): fc.Arbitrary<unknown> {
  const value = fc.oneof(fc.constantFrom(...temporaryStatusValues), timestamps, fc.jsonValue({ maxDepth: 1 }));
  return fc.oneof(
    fc.jsonValue(),
    fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
  );
}

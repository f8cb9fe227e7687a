/** Whether the generated validators agree with Ajv, over the tables of the other tests and over random values. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OPERATIONS } from '../generated/operations.ts';
import { temporaryStatusValues } from '../generated/types.ts';
import { VALIDATORS } from '../generated/validators.ts';
import { ALLOWED } from './cases/allowed.ts';
import { BROKEN_BODIES } from './cases/broken-responses.ts';
import { REFUSALS } from './cases/refusals.ts';
import { violationsOf } from './cases/violations.ts';
import { near, records } from './support/arbitraries.ts';
import { at, DOCUMENT, membersOf, schema } from './support/document.ts';
import { plainAjv } from './support/plain-ajv.ts';

const ajv = plainAjv();
const contents = OPERATIONS.flatMap(({ requestBody, responses }) => [
  ...(requestBody?.content ?? []),
  ...responses.flatMap(({ content }) => content),
]);
const bodies = [...new Map(contents.map((content) => [content.schema, content])).values()];
const tables = [
  ...[...ALLOWED, ...REFUSALS].map(({ request }) => request.json),
  ...BROKEN_BODIES.map(({ json }) => json),
];

test('every schema of a body, a parameter or a header has a validator', () => {
  const fields = OPERATIONS.flatMap(({ parameters, responses }) => [
    ...parameters,
    ...responses.flatMap(({ headers }) => headers),
  ]);
  const expected = new Set([...contents, ...fields].map((one) => one.schema));
  expect(Object.keys(VALIDATORS).sort()).toEqual([...expected].sort());
});

describe.each(bodies)('$schema', ({ schema: place, examples }) => {
  const contract = (value: unknown) => VALIDATORS[place]?.contract(value) ?? [];

  test.each(violationsOf(place, examples[0]?.value))(
    'finds $name, and names the place',
    ({ body, reasons, breaks }) => {
      const found = contract(body);
      expect(found.map(({ keyword }) => keyword)).toEqual(reasons.map(({ keyword }) => keyword));
      const places = found.map(({ schemaPath, params: { missingProperty: name } }) =>
        typeof name === 'string' ? `${schemaPath}/${name}` : schemaPath,
      );
      expect(places).toEqual(breaks);
    },
  );

  test('accepts of all bodies in the tables what Ajv accepts', () => {
    for (const body of tables)
      expect([body, contract(body).length === 0]).toEqual([body, ajv(place, body).length === 0]);
  });

  test('and accepts of any JSON what Ajv accepts', () => {
    const names = membersOf(at(DOCUMENT, `${place}/properties`)).map(([name]) => name);
    fc.assert(
      fc.property(fc.oneof(records, fc.array(records, { maxLength: 3 }), near(names)), (body) => {
        expect(contract(body).length === 0).toBe(ajv(place, body).length === 0);
      }),
      { numRuns: 500 },
    );
  });
});

test('the strict validator of a record finds unknown fields and an unknown status, and nothing else', () => {
  const place = schema('TemporaryEvseStatus');
  const known = membersOf(at(DOCUMENT, `${place}/properties`)).map(([name]) => name);
  fc.assert(
    fc.property(records, (record) => {
      const unknown = Object.keys(record).filter((name) => !known.includes(name));
      const isKnown = temporaryStatusValues.some((value) => value === record.temporaryStatus);
      const expected = [...unknown.map(() => 'additionalProperties'), ...(isKnown ? [] : ['enum'])];
      expect(VALIDATORS[place]?.contract(record)).toEqual([]);
      const found = VALIDATORS[place]?.strict?.(record).map(({ keyword }) => keyword);
      expect(found?.sort()).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

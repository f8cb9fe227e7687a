/** The generated judges against Ajv itself, over the tables of the other tests and over values by chance. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VALIDATORS } from '../generated/validators.ts';
import { OPERATIONS } from '../generated/operations.ts';
import { temporaryStatusValues } from '../generated/types.ts';
import { BROKEN_RESPONSES } from './cases/broken-responses.ts';
import { schema } from './cases/pointers.ts';
import { ALLOWED, REFUSALS } from './cases/refusals.ts';
import { DOCUMENT, at, membersOf } from './support/document.ts';
import { changes, near, records } from './support/arbitraries.ts';
import { plainAjv } from './support/plain-ajv.ts';

const ajv = plainAjv();

const namesOf = (pointer: string) => membersOf(at(DOCUMENT, `${pointer}/properties`)).map(([name]) => name);
const bodiesOf = (pointer: string) => fc.oneof(changes, records, near(namesOf(pointer)));

test('every schema that a request or an answer is judged by has a judge', () => {
  const bodies = OPERATIONS.flatMap(({ requestBody, responses }) => [
    ...(requestBody ? [requestBody] : []),
    ...responses,
  ]);
  const contents = bodies.flatMap(({ content }) => content);
  const fields = OPERATIONS.flatMap(({ parameters, responses }) => [
    ...parameters,
    ...responses.flatMap(({ headers }) => headers),
  ]);
  const wanted = new Set([...contents, ...fields].map((one) => one.schema));
  expect(Object.keys(VALIDATORS).sort()).toEqual([...wanted].sort());
});

describe.each(['TemporaryEvseStatusUpdate', 'TemporaryEvseStatus', 'ErrorEnvelope'] as const)('%s', (name) => {
  const pointer = schema(name);
  const judge = VALIDATORS[pointer];
  const table = [...ALLOWED, ...REFUSALS]
    .map(({ request }) => request.json)
    .concat(BROKEN_RESPONSES.map(({ json }) => json));

  test('the judge says of every body in the tables what Ajv says', () => {
    const bodies = table.filter((body) => body !== undefined).map((body): unknown => JSON.parse(JSON.stringify(body)));
    expect(bodies.map((body) => ({ body, fits: judge?.contract(body).length === 0 }))).toEqual(
      bodies.map((body) => ({ body, fits: ajv(pointer, body).length === 0 })),
    );
  });

  test('and of any JSON', () => {
    fc.assert(
      fc.property(bodiesOf(pointer), (body) => {
        expect(judge?.contract(body).length === 0).toBe(ajv(pointer, body).length === 0);
      }),
      { numRuns: 500 },
    );
  });
});

test('the judge of a request finds all that Ajv finds, in the same places', () => {
  const pointer = schema('TemporaryEvseStatusUpdate');
  fc.assert(
    fc.property(bodiesOf(pointer), (body) => {
      const found = VALIDATORS[pointer]?.contract(body).map(({ instancePath, keyword }) => ({ instancePath, keyword }));
      expect(found).toEqual(ajv(pointer, body));
    }),
    { numRuns: 500 },
  );
});

test('the closed judge of an answer finds just what the document does not know as well', () => {
  const pointer = schema('TemporaryEvseStatus');
  const known = namesOf(pointer);
  fc.assert(
    fc.property(records, (record) => {
      const expected = [
        ...Object.keys(record)
          .filter((name) => !known.includes(name))
          .map(() => 'additionalProperties'),
        ...(temporaryStatusValues.some((value) => value === record.temporaryStatus) ? [] : ['enum']),
      ];
      expect(VALIDATORS[pointer]?.contract(record)).toEqual([]);
      expect(
        VALIDATORS[pointer]
          ?.strict?.(record)
          .map(({ keyword }) => keyword)
          .sort(),
      ).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

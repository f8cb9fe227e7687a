/** Whether the vendor's own examples are unchanged, and every example fits its schema. */
import { describe, expect, test } from '@jest/globals';
import { OPERATIONS } from '../generated/operations.ts';
import type { Example, Pointer } from '../generated/operations.ts';
import { VALIDATORS } from '../generated/validators.ts';
import { DOCUMENT, operationOf } from './support/document.ts';
import { placesOf } from './support/places.ts';
import { plainAjv } from './support/plain-ajv.ts';

describe('the vendor’s own examples are unchanged', () => {
  const window = { temporaryStatus: 'MAINTENANCE', validFrom: '2025-04-23T10:00:00Z', validTo: '2025-04-23T18:00:00Z' };
  const record = {
    id: 42,
    temporaryStatus: 'MAINTENANCE',
    evseId: 'DK*SPI*E123*1',
    validFrom: '2023-01-01T12:00:00Z',
    validTo: '2023-01-01T14:00:00Z',
  };
  const update = operationOf('updateTemporaryEvseStatus');
  const [list] = operationOf('listTemporaryEvseStatuses').parameters;

  test.each([
    ['the request of an update', update.requestBody?.content[0]?.examples[0], window],
    ['the response of an update', update.responses[0]?.content[0]?.examples[0], record],
    [
      'the response of a create',
      operationOf('createTemporaryEvseStatus').responses[0]?.content[0]?.examples[0],
      record,
    ],
    ['the id', update.parameters[0]?.examples[0], 42],
    ['the EVSE ID', list?.examples[0], 'DK*SPI*E123*1'],
  ])('%s', (_name, example, value) => {
    expect(example?.value).toEqual(value);
  });
});

describe('every example fits its schema', () => {
  const owners = OPERATIONS.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters,
    ...(requestBody?.content ?? []),
    ...responses.flatMap(({ content, headers }) => [...content, ...headers]),
  ]);
  const examples = owners.flatMap(({ schema, examples: named }) =>
    named.map((example): Example & { readonly schema: Pointer } => ({ schema, ...example })),
  );
  const unique = [...new Map(examples.map((example) => [example.pointer, example])).values()];
  const ajv = plainAjv();

  test('and all of them are tested here', () => {
    const places = placesOf(DOCUMENT).filter((place) => /\/(examples\/[^/]+|example)$/.test(place));
    expect(unique.map((example) => example.pointer).sort()).toEqual([...places].sort());
  });

  test.each(unique)('$pointer', ({ schema, value }) => {
    expect(VALIDATORS[schema]?.contract(value)).toEqual([]);
    expect(VALIDATORS[schema]?.strict?.(value) ?? []).toEqual([]);
    expect(ajv(schema, value)).toEqual([]);
  });
});

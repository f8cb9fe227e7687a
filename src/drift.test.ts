import { describe, expect, test } from '@jest/globals';
import document from '../generated/openapi.json' with { type: 'json' };
import { judge } from './drift.ts';

const schema = '#/components/schemas/TemporaryEvseStatus';
const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };

function found(body: unknown, { status = 200, headers = {} } = {}) {
  return judge(schema, { status, headers: new Headers(headers), body });
}

/** What stands in the document at a pointer. */
function inDocument(pointer: string): unknown {
  const names = pointer
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
}

describe('a 2xx body', () => {
  test.each([record, { ...record, validFrom: '2023-01-01T12:00:00Z', validTo: '2023-01-01T14:00:00Z' }])(
    'as the document has it is no drift: %j',
    (body) => {
      expect(found(body)).toEqual([]);
    },
  );

  test.each([
    [{ temporaryStatus: 'BLOCKED', evseId: 'x' }, '/id', `${schema}/required`, 'must be there', undefined],
    [{ ...record, id: '42' }, '/id', `${schema}/properties/id/type`, 'must be number', '42'],
    [
      { ...record, temporaryStatus: 7 },
      '/temporaryStatus',
      `${schema}/properties/temporaryStatus/anyOf/1/type`,
      'must be string',
      7,
    ],
    [{ ...record, validTo: null }, '/validTo', `${schema}/properties/validTo/type`, 'must be string', null],
    [
      { ...record, validTo: 'soon' },
      '/validTo',
      `${schema}/properties/validTo/format`,
      'must match format "date-time"',
      'soon',
    ],
  ])('that breaks the contract is breaking, once: %j', (body, pointer, place, expected, came) => {
    expect(found(body)).toEqual([{ kind: 'breaking', pointer, document: place, expected, came }]);
    expect(inDocument(place)).toBeDefined();
  });

  test.each([
    [
      { ...record, temporaryStatus: 'RETIRED' },
      '/temporaryStatus',
      '#/components/schemas/TemporaryStatus/enum',
      'must be one of MAINTENANCE,COMMISSIONING,BLOCKED,RESERVED',
      'RETIRED',
    ],
    [{ ...record, note: 1 }, '/note', `${schema}/properties`, 'must be a field that the document knows', 1],
    [{ ...record, 'a/b~c': [1] }, '/a~1b~0c', `${schema}/properties`, 'must be a field that the document knows', [1]],
  ])('that goes beyond it is additive: %j', (body, pointer, place, expected, came) => {
    expect(found(body)).toEqual([{ kind: 'additive', pointer, document: place, expected, came }]);
    expect(inDocument(place)).toBeDefined();
  });

  test('that does both is both, breaking first', () => {
    expect(
      found({ ...record, id: '42', temporaryStatus: 'RETIRED', note: 1 }).map(({ kind, pointer }) => kind + pointer),
    ).toEqual([
      'breaking/id',
      expect.stringMatching('^additive/(note|temporaryStatus)$'),
      expect.stringMatching('^additive/(note|temporaryStatus)$'),
    ]);
  });
});

describe('whatever the body', () => {
  test.each([200, 404, 503])('a Sunset header on %d is additive', (status) => {
    const headers = { Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' };
    expect(found(record, { status, headers })).toEqual([
      {
        kind: 'additive',
        pointer: '',
        document: '#/components/headers/Sunset',
        expected: 'must not be about to end',
        came: headers.Sunset,
      },
    ]);
    expect(inDocument('#/components/headers/Sunset')).toBeDefined();
  });

  test('410 is breaking', () => {
    const place = '#/components/responses/Gone';
    const expected = 'must be an API version that has not ended';
    expect(found(undefined, { status: 410 })).toEqual([
      { kind: 'breaking', pointer: '', document: place, expected, came: 410 },
    ]);
    expect(inDocument(place)).toBeDefined();
  });

  test.each([199, 300, 400, 500])('%d is not judged by the schema of a 2xx', (status) => {
    expect(found(undefined, { status })).toEqual([]);
  });

  test.each([200, 299])('%d is', (status) => {
    expect(found({}, { status })).toHaveLength(3);
  });
});

test('a schema that is no 2xx body of the document is a mistake of the caller', () => {
  expect(() => judge('#/x', { status: 200, headers: new Headers(), body: {} })).toThrow(
    'No 2xx body has the schema #/x.',
  );
});

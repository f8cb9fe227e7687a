import { describe, expect, test } from '@jest/globals';
import vm from 'node:vm';
import { readId, toCreateBody, toListQuery, toUpdateBody } from './arguments.ts';
import { InvalidArgumentError } from './errors.ts';
import { thrown } from './testing/support.ts';

function message(act: () => unknown): string {
  const error = thrown(act);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  return `${(error as InvalidArgumentError).argument}: ${(error as InvalidArgumentError).message}`;
}

describe('id', () => {
  test.each([0, 1, 42, Number.MAX_SAFE_INTEGER])('%p is accepted', (id) => {
    expect(readId(id)).toBe(id);
  });

  test.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-1, '-1'],
    [1.5, '1.5'],
    [2 ** 53, '9007199254740992'],
    [1e21, '1e+21'],
    ['42', '"42"'],
    ['..', '".."'],
    ['', '""'],
    [null, 'null'],
    [undefined, 'undefined'],
    [42n, '42n'],
    [{}, 'Object'],
    [[42], 'Array'],
    [() => 42, 'Function'],
    [Symbol('id'), 'Symbol(id)'],
  ])('%p is refused', (id, shown) => {
    expect(message(() => readId(id as number))).toBe(`id: id must be a whole number, 0 or more, not ${shown}`);
  });
});

describe('change', () => {
  test.each([[{}], [{ temporaryStatus: 'RESERVED' }], [{ validTo: '2025-04-23T18:00:00+02:00' }]])(
    '%j is sent as it is',
    (change) => {
      expect(toUpdateBody(change)).toEqual(change);
    },
  );

  test('a Date is written as a timestamp in UTC', () => {
    expect(toUpdateBody({ validFrom: new Date(0), validTo: new Date(1) })).toEqual({
      validFrom: '1970-01-01T00:00:00.000Z',
      validTo: '1970-01-01T00:00:00.001Z',
    });
  });

  test('a Date from another realm is accepted', () => {
    expect(toUpdateBody({ validFrom: vm.runInNewContext('new Date(0)') as Date })).toEqual({
      validFrom: '1970-01-01T00:00:00.000Z',
    });
  });

  test('a field that is undefined is left out', () => {
    expect(Object.keys(toUpdateBody({ temporaryStatus: undefined, validFrom: undefined, validTo: undefined }))).toEqual(
      [],
    );
  });

  test.each([null, undefined, 'MAINTENANCE', [], 42])('%p in place of an object is refused', (change) => {
    expect(message(() => toUpdateBody(change))).toBe('change: change must be an object');
  });

  test('a field that the document does not know is refused by name', () => {
    expect(message(() => toUpdateBody({ validUntil: '2025-04-23T18:00:00Z' }))).toBe(
      'validUntil: change: there is no validUntil; did you mean validTo?',
    );
  });

  test.each(['BROKEN', '', 'maintenance', null, 1])('the status %p is refused', (temporaryStatus) => {
    expect(message(() => toUpdateBody({ temporaryStatus }))).toBe(
      'temporaryStatus: temporaryStatus must be one of MAINTENANCE, COMMISSIONING, BLOCKED, RESERVED, ' +
        `not ${JSON.stringify(temporaryStatus)}`,
    );
  });

  test.each([
    ['2025-04-23T10:00:00', '"2025-04-23T10:00:00"'],
    ['2025-04-23', '"2025-04-23"'],
    ['2025-02-30T10:00:00Z', '"2025-02-30T10:00:00Z"'],
    ['tomorrow', '"tomorrow"'],
    [new Date(8.64e15), '"+275760-09-13T00:00:00.000Z"'],
    [new Date(NaN), '"Invalid Date"'],
    [0, '0'],
    [null, 'null'],
    [{ toISOString: () => '2025-04-23T10:00:00Z' }, 'Object'],
    [{ toString: () => '2025-04-23T10:00:00Z' }, 'Object'],
    [{ [Symbol.toStringTag]: 'Date' }, '"Invalid Date"'],
  ])('the instant %p is refused', (instant, shown) => {
    const rule = 'a valid Date or a timestamp with an offset, such as 2025-04-23T10:00:00Z';
    expect(message(() => toUpdateBody({ validFrom: instant }))).toBe(
      `validFrom: validFrom must be ${rule}, not ${shown}`,
    );
    expect(message(() => toUpdateBody({ validTo: instant }))).toBe(`validTo: validTo must be ${rule}, not ${shown}`);
  });

  test.each(['2025-04-23T10:00:00Z', '2025-04-23T09:59:59Z', '2025-04-23T11:00:00+02:00'])(
    'validTo at %s is not after its validFrom',
    (validTo) => {
      const rule = 'validTo: validTo must be after validFrom (2025-04-23T10:00:00Z)';
      expect(message(() => toUpdateBody({ validFrom: '2025-04-23T10:00:00Z', validTo }))).toBe(
        `${rule}, not "${validTo}"`,
      );
    },
  );

  test.each(['2025-04-23T10:00:00.001Z', '2025-04-23T09:00:00-02:00'])(
    'validTo at %s is after its validFrom',
    (validTo) => {
      const change = { validFrom: '2025-04-23T10:00:00Z', validTo };
      expect(toUpdateBody(change)).toEqual(change);
    },
  );

  test('instants before 1970 can be compared', () => {
    const change = { validFrom: '1960-01-01T00:00:00Z', validTo: '1960-01-02T00:00:00Z' };
    expect(toUpdateBody(change)).toEqual(change);
  });
});

describe('status', () => {
  const required = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'BLOCKED' };

  test('is sent with its fields, instants as timestamps', () => {
    expect(toCreateBody({ ...required, validFrom: new Date(0), validTo: undefined })).toEqual({
      ...required,
      validFrom: '1970-01-01T00:00:00.000Z',
    });
  });

  test.each([
    [{}, 'evseId: evseId must be a well-formed string that is not empty, not undefined'],
    [{ ...required, evseId: '' }, 'evseId: evseId must be a well-formed string that is not empty, not ""'],
    [{ evseId: 'x' }, /^temporaryStatus: temporaryStatus must be one of .*, not undefined$/],
    [{ ...required, evseID: 'x' }, 'evseID: status: there is no evseID; did you mean evseId?'],
    [
      { ...required, validFrom: '2025-04-23T10:00:00Z', validTo: '2025-04-23T10:00:00Z' },
      /^validTo: validTo must be after/,
    ],
    [null, 'status: status must be an object'],
  ])('%j is refused', (status, expected) => {
    expect(message(() => toCreateBody(status))).toEqual(
      expected instanceof RegExp ? expect.stringMatching(expected) : expected,
    );
  });
});

describe('filter', () => {
  test.each([
    [undefined, {}],
    [{}, {}],
    [{ evseId: undefined, activeOnly: undefined }, {}],
    [{ evseId: 'DK*SPI*E123*1' }, { evseId: 'DK*SPI*E123*1' }],
    [{ activeOnly: false }, { activeOnly: 'false' }],
    [{ activeOnly: true }, { activeOnly: 'true' }],
  ])('%j is the query %j', (filter, query) => {
    expect(toListQuery(filter)).toEqual(query);
  });

  test.each([
    [{ evseId: 5 }, 'evseId: evseId must be a well-formed string that is not empty, not 5'],
    [{ evseId: 'a\ud800' }, 'evseId: evseId must be a well-formed string that is not empty, not "a\\ud800"'],
    [{ evseId: '\udc00a' }, 'evseId: evseId must be a well-formed string that is not empty, not "\\udc00a"'],
    [new Map([['evseId', 'x']]), 'filter: filter must be an object'],
    [{ evseID: 'x' }, 'evseID: filter: there is no evseID; did you mean evseId?'],
    [{ activeOnly: 'false' }, 'activeOnly: activeOnly must be a boolean, not "false"'],
    [null, 'filter: filter must be an object'],
  ])('%j is refused', (filter, expected) => {
    expect(message(() => toListQuery(filter))).toBe(expected);
  });
});

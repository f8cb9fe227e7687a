import { describe, expect, test } from '@jest/globals';
import document from '../generated/openapi.json' with { type: 'json' };
import type { DriftFinding } from './drift.ts';
import { detectDrift } from './drift.ts';
import { thrown } from './client/testing/support.ts';
import { valueAt } from './shared/json-pointer.ts';

const schema = '#/components/schemas/TemporaryEvseStatus';
const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };

/** What is reported of a response to an update. */
async function found(body: unknown, { status = 200, headers = {} } = {}): Promise<readonly DriftFinding[]> {
  let reported: readonly DriftFinding[] = [];
  const detect = detectDrift((findings) => {
    reported = findings;
  });
  expect(await detect('updateTemporaryEvseStatus', { status, headers: new Headers(headers), body })).toEqual([]);
  return reported;
}

function inDocument(pointer: string): unknown {
  return valueAt(document, pointer);
}

describe('a 2xx body', () => {
  test.each([record, { ...record, validFrom: '2023-01-01T12:00:00Z', validTo: '2023-01-01T14:00:00Z' }])(
    'as the document has it is no drift: %j',
    async (body) => {
      expect(await found(body)).toEqual([]);
    },
  );

  test.each([
    [{ temporaryStatus: 'BLOCKED', evseId: 'x' }, '/id', `${schema}/required`, 'must be present', undefined],
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
  ])('that breaks the contract is breaking, once: %j', async (body, pointer, place, expected, actual) => {
    expect(await found(body)).toEqual([{ kind: 'breaking', pointer, document: place, expected, actual }]);
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
    [
      { ...record, unknownField: 1 },
      '/unknownField',
      `${schema}/properties`,
      'must be a field that the document knows',
      1,
    ],
    [{ ...record, 'a/b~c': [1] }, '/a~1b~0c', `${schema}/properties`, 'must be a field that the document knows', [1]],
  ])('that goes beyond it is additive: %j', async (body, pointer, place, expected, actual) => {
    expect(await found(body)).toEqual([{ kind: 'additive', pointer, document: place, expected, actual }]);
    expect(inDocument(place)).toBeDefined();
  });

  test('that does both is both, breaking first', async () => {
    expect(
      (await found({ ...record, id: '42', temporaryStatus: 'RETIRED', unknownField: 1 })).map(
        ({ kind, pointer }) => kind + pointer,
      ),
    ).toEqual([
      'breaking/id',
      expect.stringMatching('^additive/(unknownField|temporaryStatus)$'),
      expect.stringMatching('^additive/(unknownField|temporaryStatus)$'),
    ]);
  });

  test('without end makes no findings without end, and none crowds out a breaking one', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, index]));
    const findings = await found({ ...record, validTo: null, ...fields });
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({ kind: 'breaking', pointer: '/validTo' });
    const detect = detectDrift('throw');
    const list = { status: 200, headers: new Headers(), body: Array(101).fill({ ...record, id: '42' }) };
    expect(await detect('listTemporaryEvseStatuses', list)).toHaveLength(100);
  });

  test.each([
    [999, /^\/x{999}$/],
    [1_000_000, /^\/x{999}…$/],
  ])('with a name of %d characters has a pointer of 1000 at most', async (length, pointer) => {
    const [finding] = await found({ ...record, ['x'.repeat(length)]: 7 });
    expect(finding).toMatchObject({ kind: 'additive', actual: 7, pointer: expect.stringMatching(pointer) as unknown });
  });
});

describe('whatever the body', () => {
  test.each([200, 404, 503])('a Sunset header on %d is additive', async (status) => {
    const headers = { Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' };
    expect(await found(record, { status, headers })).toEqual([
      {
        kind: 'additive',
        pointer: '',
        document: '#/components/headers/Sunset',
        expected: 'must not be about to end',
        actual: headers.Sunset,
      },
    ]);
    expect(inDocument('#/components/headers/Sunset')).toBeDefined();
  });

  test('410 is breaking', async () => {
    const place = '#/components/responses/Gone';
    const expected = 'must be a version that has not ended';
    expect(await found(undefined, { status: 410 })).toEqual([
      { kind: 'breaking', pointer: '', document: place, expected, actual: 410 },
    ]);
    expect(inDocument(place)).toBeDefined();
  });

  test.each([199, 300, 400, 500])('%d is not validated with the schema of a 2xx', async (status) => {
    expect(await found(undefined, { status })).toEqual([]);
  });

  test.each([200, 299])('%d is', async (status) => {
    expect(await found({}, { status })).toHaveLength(3);
  });
});

test("'throw' hands back what is breaking, and drops what is additive", async () => {
  const detect = detectDrift('throw');
  const respond = (body: unknown) => ({ status: 200, headers: new Headers({ Sunset: 'soon' }), body });
  expect(await detect('updateTemporaryEvseStatus', respond({ ...record, unknownField: 1 }))).toEqual([]);
  expect(await detect('listTemporaryEvseStatuses', respond([{ ...record, id: '42' }]))).toMatchObject([
    { kind: 'breaking', pointer: '/0/id' },
  ]);
});

test('a report that is not a function is refused', () => {
  const error = thrown(() => detectDrift('log' as never));
  expect(error).toMatchObject({ name: 'InvalidArgumentError', argument: 'report' });
  expect(String(error)).toContain("report must be a function or 'throw'");
});

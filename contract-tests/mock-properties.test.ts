/** Whether the mock applies any valid change and refuses any invalid one. fast-check prints the seed of a counterexample. */
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { VALIDATORS } from '../generated/validators.ts';
import { temporaryStatusValues } from '../generated/types.ts';
import type { components } from '../generated/types.ts';
import { isDateTime, parseDateTime } from '../src/shared/rfc3339.ts';
import { createMockFetch } from '../src/mock/index.ts';
import { changes } from './support/arbitraries.ts';
import { DOCUMENT, at, membersOf, schema } from './support/document.ts';
import { lastReasons } from './support/mock-reasons.ts';
import { toRequest } from './support/request.ts';

jest.setTimeout(30_000);

type Change = components['schemas']['TemporaryEvseStatusUpdate'];
type Stored = components['schemas']['TemporaryEvseStatus'];

const fields = membersOf(at(DOCUMENT, `${schema('TemporaryEvseStatusUpdate')}/properties`)).map(
  ([name]) => name as keyof Change,
);
const validators = VALIDATORS[schema('TemporaryEvseStatus')];

const send = async (mock: ReturnType<typeof createMockFetch>, json: unknown) =>
  mock.fetch(toRequest('https://mock.example', { json }));
const same = (one: unknown, other: unknown) =>
  one === other ||
  (typeof one === 'string' &&
    typeof other === 'string' &&
    isDateTime(one) &&
    parseDateTime(one) === parseDateTime(other));

describe('the mock', () => {
  test('applies any changes, and returns the record as the document describes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 4 }), async (list) => {
        const mock = createMockFetch({ validFromWhenOmitted: 'keep', rateLimit: 'off' });
        let before = mock.state().records[0] as unknown as Stored;
        for (const change of list) {
          const response = await send(mock, change);
          expect(response.status).toBe(200);
          const after = (await response.json()) as Stored;
          expect([validators?.contract(after), validators?.strict?.(after)]).toEqual([[], []]);
          expect({ id: after.id, evseId: after.evseId }).toEqual({ id: before.id, evseId: before.evseId });
          const wanted: Partial<Stored> = { ...before, ...change };
          expect(fields.filter((field) => !same(after[field], wanted[field]))).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 200 },
    );
  });

  const wrong: Readonly<Record<keyof Change, fc.Arbitrary<unknown>>> = {
    temporaryStatus: fc.jsonValue().filter((value) => !temporaryStatusValues.some((known) => known === value)),
    validFrom: fc.jsonValue().filter((value) => typeof value !== 'string' || !isDateTime(value)),
    validTo: fc.jsonValue().filter((value) => typeof value !== 'string' || !isDateTime(value)),
  };
  const broken = fc.constantFrom(...fields).chain((field) => fc.tuple(fc.constant(field), changes, wrong[field]));

  test('refuses any change that violates one constraint, names the field, and keeps the record', async () => {
    const mock = createMockFetch({ rateLimit: 'off' });
    const { records } = mock.state();
    await fc.assert(
      fc.asyncProperty(broken, async ([field, change, value]) => {
        const response = await send(mock, { ...change, [field]: value });
        expect(response.status).toBe(422);
        expect(await response.json()).toMatchObject({ error: { param: field } });
        expect(new Set(lastReasons(mock.state()).map(({ part, at: place }) => `${part} ${String(place)}`))).toEqual(
          new Set([`body /${field}`]),
        );
        expect(mock.state().records).toEqual(records);
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { ALLOWED, REFUSALS } from './cases/refusals.ts';
import { schema } from './cases/pointers.ts';
import { DOORS, opened } from './support/doors.ts';
import { sorted } from './support/reason.ts';
import { toRequest } from './support/request.ts';

describe.each(DOORS)('$name', (each) => {
  const door = opened(each);

  test.each(REFUSALS)('refuses, and says why: $name', async ({ request, reasons, or = reasons }) => {
    const response = await door.fetch(toRequest(door, request));
    expect(Math.floor(response.status / 100)).toBe(4);
    const told = await door.reasons(response);
    if (told !== undefined) expect([sorted(reasons), sorted(or)]).toContainEqual(sorted(told));
  });

  test.each(ALLOWED)('takes: $name', async ({ request }) => {
    const response = await door.fetch(toRequest(door, request));
    expect(response.status).toBe(200);
    expect((await door.reasons(response)) ?? []).toEqual([]);
  });
});

describe('the generated validators agree with the table', () => {
  const validatorOf = ({ method }: (typeof REFUSALS)[number]['request']) =>
    VALIDATORS[schema(method === 'POST' ? 'TemporaryEvseStatusCreate' : 'TemporaryEvseStatusUpdate')];
  const bodies = REFUSALS.filter(({ reasons }) =>
    reasons.every(({ part, keyword }) => part === 'body' && keyword !== 'required'),
  );

  test.each(bodies)('refused: $name', ({ request, reasons, breaks }) => {
    const violations = validatorOf(request)?.contract(request.json);
    expect(violations?.map(({ schemaPath }) => schemaPath).sort()).toEqual([...breaks].sort());
    expect(violations?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort()).toEqual(
      reasons.map(({ at, keyword }) => `${String(at)} ${String(keyword)}`).sort(),
    );
  });

  test.each(ALLOWED.filter(({ request }) => request.json !== undefined))('taken: $name', ({ request }) => {
    expect(validatorOf(request)?.contract(request.json)).toEqual([]);
  });
});

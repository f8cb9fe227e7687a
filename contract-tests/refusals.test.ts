/** Whether Prism and our mock refuse what the document does not allow, for the right reason, and accept what it allows. */
import { describe, expect, test } from '@jest/globals';
import { ALLOWED } from './cases/allowed.ts';
import { REFUSALS } from './cases/refusals.ts';
import { ADAPTERS } from './support/adapters.ts';
import { sorted } from './support/reason.ts';
import { toRequest } from './support/request.ts';

describe.each(ADAPTERS)('$name', (adapter) => {
  test.each(REFUSALS)('refuses $name, for that reason', async ({ request, reasons }) => {
    const response = await adapter.fetch(toRequest(adapter, request));
    expect(Math.floor(response.status / 100)).toBe(4);
    const found = await adapter.reasons(response);
    if (found !== undefined) expect(sorted(found)).toEqual(sorted(reasons));
  });

  test.each(ALLOWED)('accepts $name', async ({ request }) => {
    const response = await adapter.fetch(toRequest(adapter, request));
    expect([200, 201]).toContain(response.status);
    expect(await adapter.reasons(response)).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OPERATIONS } from '../../generated/operations.ts';
import { isDateTime } from '../../src/shared/rfc3339.ts';
import { instantOf } from './instant.ts';
import { startProvider, type Provider } from './provider.ts';
import { KEYS } from './steps.ts';

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

async function patch(id: string, body: unknown, key: string = KEYS.good): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${provider.url}/v2/temporary-evse-statuses/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

test('an update is answered with the record, and remembered', async () => {
  await patch('43', { temporaryStatus: 'RESERVED', validTo: '2037-01-01T01:30:00.5+01:00' });
  expect(await patch('43', {})).toEqual({
    status: 200,
    body: {
      id: 43,
      temporaryStatus: 'RESERVED',
      evseId: 'DK*SPI*E123*2',
      validFrom: '2025-04-23T10:00:00Z',
      validTo: '2037-01-01T00:30:00.500Z',
    },
  });
});

test.each([
  [400, 'x42', {}, KEYS.good],
  [401, '42', {}, 'wrong-key'],
  [403, '42', {}, KEYS.forbidden],
  [404, '7', {}, KEYS.good],
  [422, '42', { validFrom: 'tomorrow' }, KEYS.good],
  [429, '42', {}, KEYS.throttled],
])('a request that has to be refused is refused with %s, in the envelope', async (status, id, body, key) => {
  expect(await patch(id, body, key)).toMatchObject({ status, body: { error: { code: expect.any(String) } } });
});

test('the fleet reads the times of the document as the project does', () => {
  const texts = OPERATIONS.flatMap(({ requestBody }) => requestBody?.content ?? []).flatMap(({ examples }) =>
    examples.flatMap(({ value }) => Object.values(value as Record<string, string>)),
  );
  const variants = ['2024-02-29T00:00:00z', '2023-02-29T00:00:00Z', '2016-12-31T23:59:60Z', '2016-12-30T23:59:60Z'];
  for (const text of [
    ...texts,
    ...variants,
    '2025-01-01 00:00:00Z',
    '2025-01-01T24:00:00Z',
    '2025-01-01T00:00:00+0100',
  ])
    expect([text, instantOf(text) !== undefined]).toEqual([text, isDateTime(text)]);
});

/** Whether each request of the client is one that the document describes, and that Prism and our mock accept. */
import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { REQUESTS } from './cases/requests.ts';
import type { SentRequest } from './cases/requests.ts';
import { ADAPTERS } from './support/adapters.ts';
import { CALLS, clientOf, recordingClient, respondWith } from './support/client.ts';
import { operationOf, pathOf } from './support/document.ts';
import { KEY } from './support/request.ts';

/** The one request that a call sends. */
async function sent({ operation, given }: SentRequest): Promise<Request> {
  const { client, requests } = recordingClient(() => respondWith(operation));
  await CALLS[operation](client, given);
  const [request] = requests;
  if (!request || requests.length > 1) throw new Error(`${requests.length} requests were sent.`);
  return request;
}

describe.each(REQUESTS)('$operation with $name', (row) => {
  const operation = operationOf(row.operation);
  const { id = 42, filter = {}, body } = row.given;

  test('goes to the documented method and path, with documented parameters', async () => {
    const request = await sent(row);
    const { pathname, searchParams } = new URL(request.url);
    expect(request.method).toBe(operation.method);
    expect(pathname).toBe(pathOf(row.operation, String(id)));
    const query = Object.entries(filter as object).map(([name, value]) => [name, String(value)]);
    expect([...searchParams]).toEqual(query);
    for (const [name, value] of searchParams) {
      const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === name);
      expect(VALIDATORS[parameter?.schema ?? name]?.contract(value)).toEqual([]);
    }
  });

  test('carries the key by the documented scheme, and documented media types', async () => {
    const request = await sent(row);
    expect(operation.security.flat().map(({ type, scheme }) => `${type} ${String(scheme)}`)).toEqual(['http bearer']);
    expect(request.headers.get('authorization')).toBe(`Bearer ${KEY}`);
    const accepted = operation.responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
    expect(accepted).toContain(request.headers.get('accept'));
    const types = operation.requestBody?.content.map(({ mediaType }) => mediaType) ?? [null];
    expect(types).toContain(request.headers.get('content-type'));
    const expected = ['accept', 'authorization', ...(operation.requestBody ? ['content-type'] : [])];
    expect([...request.headers.keys()]).toEqual(expected);
  });

  test('has the body that was given, and the document allows it', async () => {
    const request = await sent(row);
    const text = await request.text();
    if (!operation.requestBody) expect(text).toBe('');
    for (const { schema } of operation.requestBody?.content ?? []) {
      if (body !== undefined) expect(text).toBe(JSON.stringify(body));
      expect(VALIDATORS[schema]?.strict?.(JSON.parse(text))).toEqual([]);
    }
  });
});

describe.each(ADAPTERS)('$name', (adapter) => {
  const known = REQUESTS.filter(({ given: { id = 42 } }) => id === 42);

  test.each(known)('accepts $operation with $name', async ({ operation, given }) => {
    await expect(CALLS[operation](clientOf(adapter), given)).resolves.toBeDefined();
  });
});

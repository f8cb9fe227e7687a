/** What the client makes of each documented response, from Prism and from our mock. */
import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { ResponseError } from '../src/index.ts';
import { RESPONSES } from './cases/responses.ts';
import type { ResponseCase } from './cases/responses.ts';
import { ADAPTERS } from './support/adapters.ts';
import { CALLS, clientOf, RAW_CALLS } from './support/client.ts';
import { isObject, operationOf, pathOf } from './support/document.ts';
import { toRequest } from './support/request.ts';

const MEDIA_TYPE = 'application/json';

/** The document's response of a case, and the value of its example. */
function documented({ operation, status, example }: ResponseCase) {
  const response = operationOf(operation).responses.find((one) => one.status === status);
  const content = response?.content.find(({ mediaType }) => mediaType === MEDIA_TYPE);
  const found = content?.examples.find(({ name }) => name === example);
  if (!response || !found) throw new Error(`${operation} has no example ${example} for the status ${status}.`);
  return { response, value: found.value };
}

const preferring = ({ code, example }: ResponseCase) => ({ prefer: `code=${code}, example=${example}` });
const successes = RESPONSES.filter(({ code }) => code < 300);
const failures = RESPONSES.filter(({ code }) => code >= 300);

describe.each(ADAPTERS)('of $name', (adapter) => {
  test.each(successes)('$operation $code $example resolves to the record or the list', async (row) => {
    const result = await CALLS[row.operation](clientOf(adapter, preferring(row)), {});
    expect(result).toEqual(documented(row).value);
  });

  test.each(failures)('$operation $code $example rejects with ResponseError', async (row) => {
    const { value } = documented(row);
    const error: unknown = await CALLS[row.operation](clientOf(adapter, preferring(row)), {}).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: row.code, body: value, attempts: 1 });
    const { type, code, param, request_id: requestId } = isObject(value) ? (value['error'] as typeof value) : {};
    // Not in the matcher above: there, `undefined` would also match a field that is not there at all.
    const got = error as ResponseError;
    expect([got.type, got.code, got.param, got.requestId]).toEqual([type, code, param, requestId]);
    const { method } = operationOf(row.operation);
    expect(got.message).toContain(`${method} ${pathOf(row.operation)} failed with ${row.code}`);
  });

  test.each(RESPONSES)('$operation $code $example is data or error of client.raw', async (row) => {
    const { value } = documented(row);
    const { data, error, response } = await RAW_CALLS[row.operation](clientOf(adapter, preferring(row)));
    const expected = row.code < 300 ? { data: value } : { error: value };
    expect({ data, error, status: response.status }).toEqual({ ...expected, status: row.code });
  });

  test.each(RESPONSES)('$operation $code $example has the documented headers and body', async (row) => {
    const { response: expected, value } = documented(row);
    const response = await adapter.fetch(toRequest(adapter, { operation: row.operation, headers: preferring(row) }));
    expect(response.status).toBe(row.code);
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(MEDIA_TYPE);
    const missing = expected.headers.filter(({ name }) => !response.headers.has(name));
    expect(missing.filter(({ required }) => required || adapter.sendsHeaderExamples)).toEqual([]);
    for (const { name, schema, examples } of expected.headers) {
      const text = response.headers.get(name);
      if (text === null) continue;
      if (adapter.sendsHeaderExamples) expect({ name, text }).toEqual({ name, text: String(examples[0]?.value) });
      const sent = Number.isNaN(Number(text)) ? text : Number(text);
      expect({ name, violations: VALIDATORS[schema]?.contract(sent) }).toEqual({ name, violations: [] });
    }
    expect(await response.json()).toEqual(value);
  });

  test.each(RESPONSES.filter(({ code }) => code === 429))(
    '$operation $code: the error has what the headers say about the limit',
    async (row) => {
      const seen: Headers[] = [];
      const fetch = async (request: Request) => {
        const response = await adapter.fetch(request);
        seen.push(response.headers);
        return response;
      };
      const client = clientOf({ baseUrl: adapter.baseUrl, fetch }, preferring(row));
      const error = await CALLS[row.operation](client, {}).catch((reason: unknown) => reason);

      const number = (name: string) => (seen[0]?.has(name) === true ? Number(seen[0].get(name)) : undefined);
      const reset = number('x-ratelimit-reset');
      expect(number('retry-after')).toBeDefined();
      expect((error as ResponseError).retryAfterSeconds).toBe(number('retry-after'));
      expect((error as ResponseError).rateLimit).toEqual({
        limit: number('x-ratelimit-limit'),
        remaining: number('x-ratelimit-remaining'),
        resetsAt: reset === undefined ? undefined : new Date(reset * 1000),
      });
    },
  );
});

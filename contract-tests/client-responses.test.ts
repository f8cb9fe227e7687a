import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import type { DocumentedResponse, Example } from '../generated/operations.ts';
import { ResponseError } from '../src/index.ts';
import { OPERATION_CASES, caseOf, operationOf } from './cases/operations.ts';
import { MEDIA_TYPE, RESPONSES } from './cases/responses.ts';
import type { NamedResponse } from './cases/responses.ts';
import { clientOf } from './support/client.ts';
import { isObject } from './support/document.ts';
import { MOCKS, opened } from './support/doors.ts';
import { toRequest, withHeaders } from './support/request.ts';

/** What the document says of a status, and of one of its examples. */
function described(named: NamedResponse): { documented: DocumentedResponse; value: unknown } {
  const documented = operationOf(named.operationId).responses.find((one) => one.status === named.status);
  const content = documented?.content.find(({ mediaType }) => mediaType === MEDIA_TYPE);
  const found: Example | undefined = content?.examples.find(({ name }) => name === named.example);
  if (!documented || !found) throw new Error(`The document has no example ${named.example} for ${named.status}.`);
  return { documented, value: found.value };
}

const codeOf = ({ status, code }: NamedResponse) => code ?? Number(status);
const preferring = (named: NamedResponse) => ({ prefer: `code=${codeOf(named)}, example=${named.example}` });

const cases = RESPONSES.map((named) => ({
  named,
  title: `${named.operationId}: ${codeOf(named)} ${named.example}`,
}));
const data = cases.filter(({ named }) => named.becomes === 'data');
const errors = cases.filter(({ named }) => named.becomes === 'ResponseError');

test.each(OPERATION_CASES)('$operationId is one of the document’s', ({ operationId, pointer }) => {
  expect(operationOf(operationId).pointer).toBe(pointer);
});

describe.each(MOCKS)('$name, asked for a documented response', (each) => {
  const door = opened(each);

  test.each(data)('$title: the client resolves to it', async ({ named }) => {
    const resolved = await caseOf(named.operationId).call(clientOf(door, preferring(named)), 42);
    expect(resolved).toEqual(described(named).value);
  });

  test.each(errors)('$title: the client rejects with ResponseError', async ({ named }) => {
    const { value } = described(named);
    const error: unknown = await caseOf(named.operationId)
      .call(clientOf(door, preferring(named)), 42)
      .catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(ResponseError);
    const reason: unknown = isObject(value) ? value['error'] : undefined;
    const { type, code, param, request_id: requestId } = isObject(reason) ? reason : {};
    expect(error).toMatchObject({ status: codeOf(named), body: value, attempts: 1 });
    // Not in the matcher above: there, `undefined` would also match a field that is not there at all.
    const got = error as ResponseError;
    expect([got.type, got.code, got.param, got.requestId]).toEqual([type, code, param, requestId]);
    const { method, path } = operationOf(named.operationId);
    expect(got.message).toContain(`${method} ${path.replace('{id}', '42')} failed with ${codeOf(named)}`);
  });

  test.each(cases)('$title: client.raw gives it as data or error', async ({ named }) => {
    const { value } = described(named);
    const client = clientOf(door, preferring(named));
    const { data, error, response } = await caseOf(named.operationId).raw(client, 42);
    const expected = named.becomes === 'data' ? { data: value } : { error: value };
    expect({ data, error, status: response.status }).toEqual({ ...expected, status: codeOf(named) });
  });

  test.each(cases)('$title: the response is the document’s, headers and all', async ({ named }) => {
    const { documented, value } = described(named);
    const response = await door.fetch(
      toRequest(door, withHeaders(caseOf(named.operationId).request, preferring(named))),
    );
    expect(response.status).toBe(codeOf(named));
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(MEDIA_TYPE);
    expect(documented.headers.map(({ name }) => name).sort()).toEqual([...named.headers].sort());
    const missing = documented.headers.filter(({ name }) => !response.headers.has(name));
    expect(missing.filter(({ required }) => required || each.sendsHeaderExamples)).toEqual([]);
    for (const { name, schema, examples } of documented.headers) {
      const text = response.headers.get(name);
      if (text === null) continue;
      if (each.sendsHeaderExamples) expect({ name, text }).toEqual({ name, text: String(examples[0]?.value) });
      const sent = Number.isNaN(Number(text)) ? text : Number(text);
      expect({ name, violations: VALIDATORS[schema]?.contract(sent) }).toEqual({ name, violations: [] });
    }
    expect(await response.json()).toEqual(value);
  });

  test('a 429 tells the client what the headers say', async () => {
    const named = RESPONSES.find(
      ({ status, operationId }) => status === '429' && operationId === 'updateTemporaryEvseStatus',
    );
    if (!named) throw new Error('No 429 in the table.');
    const seen: Headers[] = [];
    const fetch = async (request: Request) => {
      const response = await door.fetch(request);
      seen.push(response.headers);
      return response;
    };
    const client = clientOf({ baseUrl: door.baseUrl, fetch }, preferring(named));
    const error = await client.update(42, {}).catch((reason: unknown) => reason);

    const number = (name: string) => (seen[0]?.has(name) === true ? Number(seen[0].get(name)) : undefined);
    const reset = number('x-ratelimit-reset');
    expect(number('retry-after')).toBeDefined();
    expect((error as ResponseError).retryAfterSeconds).toBe(number('retry-after'));
    expect((error as ResponseError).rateLimit).toEqual({
      limit: number('x-ratelimit-limit'),
      remaining: number('x-ratelimit-remaining'),
      resetsAt: reset === undefined ? undefined : new Date(reset * 1000),
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { OPERATIONS } from '../generated/operations.ts';
import type { DocumentedResponse as Answer, Example } from '../generated/operations.ts';
import { ResponseError } from '../src/index.ts';
import { ANSWERS, MEDIA_TYPE } from './cases/answers.ts';
import type { NamedAnswer } from './cases/answers.ts';
import { clientOf } from './support/client.ts';
import { isObject } from './support/document.ts';
import { MOCKS, opened } from './support/doors.ts';
import { toRequest } from './support/request.ts';

/** What the document says of a status, and of one of its examples. */
function described({ status, example }: NamedAnswer): { answer: Answer; value: unknown } {
  const answer = OPERATIONS[0]?.responses.find((one) => one.status === status);
  const content = answer?.content.find(({ mediaType }) => mediaType === MEDIA_TYPE);
  const found: Example | undefined = content?.examples.find(({ name }) => name === example);
  if (!answer || !found) throw new Error(`The document has no example ${example} for the status ${status}.`);
  return { answer, value: found.value };
}

const codeOf = ({ status, code }: NamedAnswer) => code ?? Number(status);
const preferring = (named: NamedAnswer) => ({ prefer: `code=${codeOf(named)}, example=${named.example}` });

const cases = ANSWERS.map((named) => ({ named, title: `${codeOf(named)} ${named.example}` }));
const records = cases.filter(({ named }) => named.becomes === 'record');
const errors = cases.filter(({ named }) => named.becomes === 'ResponseError');

describe.each(MOCKS)('$name, asked for a documented answer', (each) => {
  const door = opened(each);

  test.each(records)('$title: the client resolves to the record', async ({ named }) => {
    const record = await clientOf(door, preferring(named)).update(42, { temporaryStatus: 'BLOCKED' });
    expect(record).toEqual(described(named).value);
  });

  test.each(errors)('$title: the client rejects with ResponseError', async ({ named }) => {
    const { value } = described(named);
    const error: unknown = await clientOf(door, preferring(named))
      .update(42, { temporaryStatus: 'BLOCKED' })
      .catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(ResponseError);
    const reason: unknown = isObject(value) ? value['error'] : undefined;
    const { type, code, param, request_id: requestId } = isObject(reason) ? reason : {};
    expect(error).toMatchObject({ status: codeOf(named), body: value, attempts: 1 });
    // Not in the matcher above: there, `undefined` would also match a field that is not there at all.
    const got = error as ResponseError;
    expect([got.type, got.code, got.param, got.requestId]).toEqual([type, code, param, requestId]);
    expect(got.message).toContain(`PATCH /v2/temporary-evse-statuses/42 answered ${codeOf(named)}`);
  });

  test.each(cases)('$title: client.raw gives it as data or error', async ({ named }) => {
    const { value } = described(named);
    const path = OPERATIONS[0]?.path as '/v2/temporary-evse-statuses/{id}';
    const { raw } = clientOf(door, preferring(named));
    const { data, error, response } = await raw.PATCH(path, { params: { path: { id: 42 } }, body: {} });
    const expected = named.becomes === 'record' ? { data: value } : { error: value };
    expect({ data, error, status: response.status }).toEqual({ ...expected, status: codeOf(named) });
  });

  test.each(cases)('$title: the answer is the document’s, headers and all', async ({ named }) => {
    const { answer, value } = described(named);
    const response = await door.fetch(toRequest(door, { headers: preferring(named) }));
    expect(response.status).toBe(codeOf(named));
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(MEDIA_TYPE);
    expect(answer.headers.map(({ name }) => name).sort()).toEqual([...named.headers].sort());
    const missing = answer.headers.filter(({ name }) => !response.headers.has(name));
    expect(missing.filter(({ required }) => required || each.sendsHeaderExamples)).toEqual([]);
    for (const { name, schema, examples } of answer.headers) {
      const text = response.headers.get(name);
      if (text === null) continue;
      if (each.sendsHeaderExamples) expect({ name, text }).toEqual({ name, text: String(examples[0]?.value) });
      const sent = Number.isNaN(Number(text)) ? text : Number(text);
      expect({ name, violations: VALIDATORS[schema]?.contract(sent) }).toEqual({ name, violations: [] });
    }
    expect(await response.json()).toEqual(value);
  });

  test('a 429 tells the client what the headers say', async () => {
    const named = ANSWERS.find(({ status }) => status === '429');
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

import { describe, expect, test } from '@jest/globals';
import type { DriftFinding } from './drift.ts';
import type { ResponseError, UnexpectedResponseError } from './errors.ts';
import { isRecord, isRecordList, readData, throwFindings, toResponseError } from './read-response.ts';
import { thrown } from './testing/support.ts';

const request = { method: 'PATCH', url: 'https://a.example/x', headers: new Headers(), body: '{}' };

function incoming(text: string, status = 200, headers = {}) {
  const response = new Response(null, { status, headers });
  return { request, attempts: 1, response, text, isTooLong: false, redact: (value: string) => value };
}

function read(body: unknown, status = 422): ResponseError {
  return toResponseError(incoming(typeof body === 'string' ? body : JSON.stringify(body), status), 0);
}

describe('an error response', () => {
  test('with the envelope has everything in it', () => {
    const error = {
      type: 'invalid_request',
      code: 'invalid_value',
      message: 'No.',
      param: 'validTo',
      request_id: 'req_1',
    };
    expect(read({ error })).toMatchObject({
      message: 'PATCH /x failed with 422: No. (req_1)',
      status: 422,
      body: { error },
      type: 'invalid_request',
      code: 'invalid_value',
      param: 'validTo',
      requestId: 'req_1',
    });
  });

  test.each([
    ['an envelope with nothing in it', { error: {} }],
    ['an envelope of other types', { error: { type: 1, code: {}, message: null, param: [], request_id: false } }],
    ['an envelope that is null', { error: null }],
    ['an envelope that is a text', { error: 'Bad Request' }],
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['nothing', ''],
    ['blanks', ' \n'],
  ])('with %s has its status and no more', (_name, body) => {
    const error = read(body, 500);
    expect(error.message).toBe('PATCH /x failed with 500');
    expect(error).toMatchObject({ status: 500, body });
    for (const member of ['type', 'code', 'param', 'requestId'] as const) expect(error[member]).toBeUndefined();
  });

  test.each([
    ['a message', { statusCode: 400, message: 'No.', error: 'Bad Request' }, 'PATCH /x failed with 422: No.'],
    [
      'a list of messages',
      { statusCode: 400, message: ['One.', 'Two.'], error: 'Bad Request' },
      'PATCH /x failed with 422: One.; Two.',
    ],
    [
      'the members without an envelope',
      { message: 'No.', request_id: 'req_2' },
      'PATCH /x failed with 422: No. (req_2)',
    ],
    ['only a request id', { error: { request_id: 'req_3' } }, 'PATCH /x failed with 422 (req_3)'],
    [
      'members in and beside an envelope',
      { message: 'Beside.', request_id: 'req_4', error: { message: 'Within.' } },
      'PATCH /x failed with 422: Within. (req_4)',
    ],
  ])('with %s says it in its message', (_name, body, message) => {
    expect(read(body).message).toBe(message);
  });

  test('in HTML has the text as its body, and one line of at most 200 characters in its message', () => {
    const html = `<html>\n  <h1>502   Bad Gateway</h1>${'x'.repeat(300)}`;
    const error = read(html, 502);
    expect(error.body).toBe(html);
    expect(error.message).toBe(`PATCH /x failed with 502: <html> <h1>502 Bad Gateway</h1>${'x'.repeat(169)}`);
  });

  test('carries how often it was sent, Retry-After and the rate limit', () => {
    const headers = { 'Retry-After': '12', 'X-RateLimit-Remaining': '0' };
    expect(toResponseError({ ...incoming('', 429, headers), attempts: 3 }, 0)).toMatchObject({
      attempts: 3,
      retryAfterSeconds: 12,
      rateLimit: { remaining: 0 },
    });
  });

  test('measures a Retry-After date from the time that it is given', () => {
    const headers = { 'Retry-After': 'Thu, 01 Jan 1970 00:00:09 GMT' };
    expect(toResponseError(incoming('', 429, headers), 4000).retryAfterSeconds).toBe(5);
  });
});

describe('a 2xx response', () => {
  test('with an object is a record, whatever is in it', () => {
    expect(readData(incoming('{"new":1}'), isRecord)).toEqual({ new: 1 });
  });

  test.each(['', ' ', 'null', '[]', '"text"', '42', 'true', '{"id":4', '<html></html>'])(
    'with %p is not a record',
    (text) => {
      const error = thrown(() => readData(incoming(text, 201), isRecord)) as UnexpectedResponseError;
      expect(error.name).toBe('UnexpectedResponseError');
      expect(error.message).toBe(`PATCH /x responded 201 with a body that cannot be used: ${text.trim()}`);
      expect(error).toMatchObject({ status: 201, text: text.trim(), findings: [] });
    },
  );

  test('that is not JSON has the reason as the cause of its error; one that is has no cause', () => {
    expect((thrown(() => readData(incoming('{'), isRecord)) as Error).cause).toBeInstanceOf(SyntaxError);
    expect(thrown(() => readData(incoming('[]'), isRecord))).not.toHaveProperty('cause');
  });

  test('with an array of objects is a list of records; with anything else in it, it is not', () => {
    expect(readData(incoming('[{"new":1}]'), isRecordList)).toEqual([{ new: 1 }]);
    for (const text of ['{}', '[null]', '[[]]', '[{},7]']) {
      expect(thrown(() => readData(incoming(text), isRecordList))).toMatchObject({ name: 'UnexpectedResponseError' });
    }
  });

  test('that is too long is not read', () => {
    const error = thrown(() => readData({ ...incoming('{}'), isTooLong: true }, isRecord));
    const message = 'PATCH /x responded 200 with a body that is too long: {}';
    expect(error).toMatchObject({ name: 'UnexpectedResponseError', message, text: '{}', findings: [] });
  });
});

describe('a hostile error response', () => {
  test.each([
    ['a message that has no text', () => '{"message":[{"toString":1}]}', ''],
    ['a message nested 100,000 deep', () => `{"error":{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, ''],
    ['a message of 100,000 parts', () => JSON.stringify({ message: Array(100_000).fill('No.') }), ': No.; No.; '],
    ['members of Object.prototype', () => '{"error":{"__proto__":{"message":"no"},"constructor":{"name":"no"}}}', ''],
    ['an error that is a long text', () => JSON.stringify({ error: 'x'.repeat(10_000_000) }), ''],
    ['a long text', () => 'x'.repeat(10_000_000), `: ${'x'.repeat(200)}`],
    ['10 million blanks', () => ' '.repeat(10_000_000), ''],
  ])('with %s is a ResponseError, with little work', (_what, makeText, reason) => {
    const text = makeText();
    const start = process.cpuUsage();
    const { message } = toResponseError(incoming(text, 500), 0);
    // Taking a text of 10 million characters apart takes ten seconds of the processor and more, on any machine.
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
    expect(message.startsWith(`PATCH /x failed with 500${reason}`)).toBe(true);
    expect(message.length).toBeLessThan(250);
  });
});

describe('findings of drift', () => {
  const finding: DriftFinding = {
    kind: 'breaking',
    pointer: '/id',
    document: '#/d',
    expected: 'must be number',
    actual: '',
  };

  test('are thrown, the first one in the message', () => {
    const error = thrown(() => {
      throwFindings(incoming('{"id":""}'), [finding, finding]);
    }) as UnexpectedResponseError;
    expect(error.message).toBe(
      'PATCH /x responded 200 with a body against the contract (/id must be number): {"id":""}',
    );
    expect(error.findings).toEqual([finding, finding]);
    expect(error).not.toHaveProperty('cause');
  });

  test('are not thrown where there are none', () => {
    expect(() => {
      throwFindings(incoming('{}'), []);
    }).not.toThrow();
  });
});

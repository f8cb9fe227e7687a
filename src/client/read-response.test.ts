import { describe, expect, test } from '@jest/globals';
import type { DriftFinding } from './drift-types.ts';
import type { ResponseError, UnexpectedResponseError } from './errors.ts';
import { readRecord, throwBreaking, toResponseError } from './read-answer.ts';
import { thrown } from './test-support.ts';

function answer(text: string, status = 200, headers = {}) {
  return { name: 'PATCH /x', attempts: 1, response: new Response(null, { status, headers }), text };
}

function read(body: unknown, status = 422): ResponseError {
  return toResponseError(answer(typeof body === 'string' ? body : JSON.stringify(body), status), 0);
}

describe('an error answer', () => {
  test('with the envelope: everything in it is read', () => {
    const error = {
      type: 'invalid_request',
      code: 'invalid_value',
      message: 'No.',
      param: 'validTo',
      request_id: 'req_1',
    };
    expect(read({ error })).toMatchObject({
      message: 'PATCH /x answered 422: No. (req_1)',
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
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['nothing', ''],
    ['blanks', ' \n'],
  ])('with %s: status, and no more than there is', (_name, body) => {
    const error = read(body, 500);
    expect(error.message).toBe('PATCH /x answered 500');
    expect(error).toMatchObject({ status: 500, body });
    for (const member of ['type', 'code', 'param', 'requestId'] as const) expect(error[member]).toBeUndefined();
  });

  test.each([
    ['a message', { statusCode: 400, message: 'No.', error: 'Bad Request' }, 'PATCH /x answered 422: No.'],
    [
      'a list of messages',
      { statusCode: 400, message: ['One.', 'Two.'], error: 'Bad Request' },
      'PATCH /x answered 422: One.; Two.',
    ],
    ['the members without an envelope', { message: 'No.', request_id: 'req_2' }, 'PATCH /x answered 422: No. (req_2)'],
    ['only a request id', { error: { request_id: 'req_3' } }, 'PATCH /x answered 422 (req_3)'],
  ])('with %s: the message says it', (_name, body, message) => {
    expect(read(body).message).toBe(message);
  });

  test('in HTML: the body is its text, and the message one line of it, of 200 characters at most', () => {
    const html = `<html>\n  <h1>502   Bad Gateway</h1>${'x'.repeat(300)}`;
    const error = read(html, 502);
    expect(error.body).toBe(html);
    expect(error.message).toBe(`PATCH /x answered 502: <html> <h1>502 Bad Gateway</h1>${'x'.repeat(169)}`);
  });

  test('carries how often it was sent, Retry-After and the rate limit', () => {
    const headers = { 'Retry-After': '12', 'X-RateLimit-Remaining': '0' };
    expect(toResponseError({ ...answer('', 429, headers), attempts: 3 }, 0)).toMatchObject({
      attempts: 3,
      retryAfterSeconds: 12,
      rateLimit: { remaining: 0 },
    });
  });

  test('measures a Retry-After date from the time that it is given', () => {
    const headers = { 'Retry-After': 'Thu, 01 Jan 1970 00:00:09 GMT' };
    expect(toResponseError(answer('', 429, headers), 4000).retryAfterSeconds).toBe(5);
  });
});

describe('a 2xx answer', () => {
  test('with an object is a record, whatever is in it', () => {
    expect(readRecord(answer('{"new":1}'))).toEqual({ new: 1 });
  });

  test.each(['', ' ', 'null', '[]', '"text"', '42', 'true', '{"id":4', '<html></html>'])('with %p is none', (text) => {
    const error = thrown(() => readRecord(answer(text, 201))) as UnexpectedResponseError;
    expect(error.name).toBe('UnexpectedResponseError');
    expect(error.message).toBe(`PATCH /x answered 201 without a record: ${text.trim()}`);
    expect(error).toMatchObject({ status: 201, text: text.trim(), findings: [] });
  });

  test('that is not JSON says why in its cause, one that is has none', () => {
    expect((thrown(() => readRecord(answer('{'))) as Error).cause).toBeInstanceOf(SyntaxError);
    expect(thrown(() => readRecord(answer('[]')))).not.toHaveProperty('cause');
  });
});

describe('drift that is to be thrown', () => {
  const additive: DriftFinding = { kind: 'additive', pointer: '/new', document: '#/d', expected: 'must not', came: 1 };
  const breaking: DriftFinding = {
    kind: 'breaking',
    pointer: '/id',
    document: '#/d',
    expected: 'must be number',
    came: '',
  };

  test('is thrown where it is breaking, with those findings alone', () => {
    const error = thrown(() => {
      throwBreaking(answer('{"id":""}'), [additive, breaking]);
    }) as UnexpectedResponseError;
    expect(error.message).toBe('PATCH /x answered 200 against the contract (/id must be number): {"id":""}');
    expect(error.findings).toEqual([breaking]);
    expect(error).not.toHaveProperty('cause');
  });

  test.each([[[]], [[additive]]])('is not thrown for %j', (findings) => {
    expect(() => {
      throwBreaking(answer('{}'), findings);
    }).not.toThrow();
  });
});

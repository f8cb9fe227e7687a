import { expect, test } from '@jest/globals';
import type { ReceivedRequest } from '../mock/types.ts';
import { requestJson, requestLine } from './mock-log.ts';

const received: ReceivedRequest = {
  id: 'req_mock_000001',
  at: '2025-04-23T10:00:00Z',
  method: 'PATCH',
  path: '/v2/temporary-evse-statuses/42',
  status: 200,
  source: 'records',
  violations: [],
  ignoredFields: [],
  body: '{}',
};
const refused: ReceivedRequest = {
  ...received,
  status: 422,
  source: 'validation',
  violations: [{ code: 'invalid_format', message: 'validTo must be an RFC 3339 date-time.', param: 'validTo' }],
};
const hostile: ReceivedRequest = {
  ...received,
  path: '/\u001b[31m\u009b31m\u202e\u007f\n::error::',
  ignoredFields: ['a\rb'],
};

test('a line names the request, its response and its id', () => {
  expect(requestLine(received, 1.26)).toBe('PATCH /v2/temporary-evse-statuses/42 200 1.3 ms req_mock_000001');
});

test('a line says why a request was refused, which fields were ignored and what chose the response', () => {
  expect(requestLine(refused, 1)).toMatch(/ {2}validTo must be an RFC 3339 date-time\. \[invalid_format\]$/);
  expect(requestLine({ ...received, ignoredFields: ['color', 'a.b'] }, 1)).toMatch(/ {2}ignored fields: color, a\.b$/);
  expect(requestLine({ ...received, source: 'rateLimit' }, 1)).toMatch(/ {2}\(rateLimit\)$/);
});

test('a JSON line has the whole request but its body', () => {
  const { body, ...rest } = refused;
  expect(body).toBeDefined();
  expect(JSON.parse(requestJson(refused, 1.23456))).toEqual({ event: 'request', ...rest, durationMs: 1.235 });
});

test('nothing of a request reaches the terminal as a control character, in text or in JSON', () => {
  for (const line of [requestLine(hostile, 1), requestJson(hostile, 1)]) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(line).toContain('\\u202e');
  }
  expect(JSON.parse(requestJson(hostile, 1))).toMatchObject({ path: hostile.path });
});

import { describe, expect, test } from '@jest/globals';
import type { Case } from './case.ts';
import { listCases } from './cases.ts';
import { judgeAnswer } from './judge-answer.ts';
import { readJson } from './read-json.ts';
import type { Answer } from './send.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const record = '{"id":42,"temporaryStatus":"BLOCKED","evseId":"DK*SPI*E123*1"}';

function answer(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: new Map(Object.entries({ 'content-type': 'application/json', ...headers })),
    body: bytes(body),
  };
}

function tried(end: string): Case {
  const found = listCases().find(({ id }) => id.endsWith(end));
  if (found === undefined) throw new Error(`There is no case ${end}.`);
  return found;
}

const rules = (end: string, came: Answer) => judgeAnswer(tried(end), came).faults.map(({ rule }) => rule);

describe('nothing is found in', () => {
  test.each<[string, string, Answer]>([
    ['a record', '/read', answer(200, record)],
    ['a record with a charset', '/read', answer(200, record, { 'content-type': 'application/json; charset="UTF-8"' })],
    ['415 for a wrong media type', '/content-type/text-plain', answer(415, '{"error":{}}')],
    ['422 for cut-off JSON', '/json/cut-off', answer(422, '{"error":{}}')],
    [
      'an error that names a time',
      '/auth/none',
      answer(401, '{"error":{"message":"expired at 2025-04-23T10:00:00Z"}}'),
    ],
    [
      'an error that names a file',
      '/auth/none',
      answer(401, '{"error":{"message":"see errors.html:12 at docs.example"}}'),
    ],
    [
      'headers of HTTP and of browsers',
      '/read',
      answer(200, record, { etag: '"1"', 'access-control-allow-origin': '*' }),
    ],
  ])('%s', (_what, end, came) => {
    expect(rules(end, came)).toEqual([]);
  });
});

describe('what is wrong with an answer is told by rule and place', () => {
  test.each<[string, string, Answer, string]>([
    ['a success where a refusal is due', '/auth/none', answer(200, record), 'auth-required'],
    ['a refusal where a success is due', '/read', answer(400, '{"error":{}}'), 'accepts-valid'],
    ['a documented status of another situation', '/auth/none', answer(403, '{"error":{}}'), 'status-fits'],
    ['415 for a field', '/enum/unknown', answer(415, '{"error":{}}'), 'status-documented'],
    [
      'a trace of Node',
      '/auth/none',
      answer(401, '{"error":{"message":"E\\n    at f (/srv/a.js:1:2)"}}'),
      'no-stack-trace',
    ],
    [
      'a trace of Java',
      '/auth/none',
      answer(401, '{"error":{"message":"E\\n\\tat a.B.c(B.java:7)"}}'),
      'no-stack-trace',
    ],
    ['a byte order mark', '/read', answer(200, `\u{FEFF}${record}`), 'body-json'],
    ['a name that stands twice', '/read', answer(200, record.replace('{', '{"\\u0069d":1,')), 'no-duplicate-keys'],
    ['Latin-1', '/read', answer(200, record, { 'content-type': 'application/json; charset=latin1' }), 'media-type'],
    ['an unreadable count', '/read', answer(200, record, { 'x-ratelimit-limit': 'many' }), 'header-schema'],
    [
      'the end of the window in milliseconds',
      '/read',
      answer(200, record, { 'x-ratelimit-reset': '1779198300000' }),
      'rate-limit-reset',
    ],
    ['a status that came later', '/read', answer(200, record.replace('BLOCKED', 'NEW')), 'unknown-value'],
  ])('%s', (_what, end, came, rule) => {
    expect(rules(end, came)).toEqual([rule]);
  });

  test('Retry-After is missing on 429', () => {
    const [fault] = judgeAnswer(tried('/key/throttled'), answer(429, '{"error":{}}')).faults;
    expect(fault).toEqual({
      rule: 'header-required',
      document: '#/components/headers/Retry-After',
      instance: '/headers/retry-after',
      expected: 'a Retry-After header',
      came: 'none',
    });
  });

  test.each(['-5', '1779198300', 'soon', ''])('Retry-After is no wait: %j', (text) => {
    const { faults } = judgeAnswer(tried('/key/throttled'), answer(429, '{"error":{}}', { 'retry-after': text }));
    expect(faults.map(({ rule }) => rule)).toEqual(['header-schema']);
  });

  test('a field of the wrong type is shown with the place in both', () => {
    const [fault] = judgeAnswer(tried('/read'), answer(200, record.replace('42', '"42"'))).faults;
    expect(fault).toMatchObject({
      rule: 'body-schema',
      document: '#/components/schemas/TemporaryEvseStatus/properties/id/type',
      instance: '/body/id',
      expected: 'must be number',
      came: '"42"',
    });
  });
});

test('a fraction in a header that is assumed to be whole is observed', () => {
  const { faults, observed } = judgeAnswer(tried('/read'), answer(200, record, { 'x-ratelimit-remaining': '1.5' }));
  expect({ faults, observed }).toEqual({
    faults: [],
    observed: [{ question: 'is X-RateLimit-Remaining a whole number?', saw: 'no' }],
  });
});

test('Megabytes of brackets or of escapes are judged, not choked on', () => {
  const deep = '['.repeat(1_000_000);
  expect(rules('/read', answer(200, deep))).toEqual(['body-json']);
  expect(rules('/read', answer(200, `"${'\\n'.repeat(1_000_000)}"`))).toEqual(['body-schema']);
});

describe('JSON is read strictly', () => {
  test.each([
    ['', 'empty'],
    ['{"a":1}x', 'not JSON'],
    ['{"a":1,}', 'not JSON'],
    ['\u{FEFF}{}', 'JSON with a byte order mark'],
  ])('%j', (text, problem) => {
    expect(readJson(bytes(text))).toMatchObject({ problem });
  });

  test('bytes that are not UTF-8', () => {
    expect(readJson(Uint8Array.of(0x22, 0xe6, 0x22))).toMatchObject({ problem: 'not UTF-8' });
  });

  test.each([
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
    ['{"a":"\\"a\\":","b":"{"}', undefined],
    ['{"b":[{}],"a":1,"a":2}', 'a'],
    ['{"x":{"é":1,"\\u00e9":2}}', 'é'],
  ])('%s has the name twice: %s', (text, duplicate) => {
    expect(readJson(bytes(text))).toEqual({ value: JSON.parse(text) as unknown, ...(duplicate && { duplicate }) });
  });
});

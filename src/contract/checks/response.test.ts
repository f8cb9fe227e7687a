import { describe, expect, test } from '@jest/globals';
import { createRedactor } from '../../shared/redact.ts';
import { casesOf } from '../cases/cases.ts';
import type { Exchange } from '../exchange.ts';
import { shown } from '../shown.ts';
import { received } from '../runner/received.ts';
import type { Found } from './found.ts';
import { checkCount, checkSequence, counted, type Counted } from './headers.ts';
import { checkResponse } from './response.ts';

const now = Date.UTC(2026, 0, 5, 12);
const reset = String(now / 1000 + 30);
const record = { id: 42, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*1' };
const error = { error: { type: 'a', code: 'b', message: 'c', param: 'd', request_id: 'e' } };
const redact = createRedactor(['secret-key-of-mine']);

function exchange(id: string, status: number, body: unknown, headers: Record<string, string> = {}): Exchange {
  const one = casesOf(['list', 'create', 'update']).find((other) => other.id === id);
  if (one === undefined) throw new Error(`There is no case ${id}.`);
  const bytes =
    typeof body === 'string'
      ? new TextEncoder().encode(body)
      : body instanceof Uint8Array
        ? body
        : new TextEncoder().encode(JSON.stringify(body));
  const all = new Map(Object.entries({ 'content-type': 'application/json', ...headers }));
  return {
    case: one,
    sent: {},
    query: {},
    ...received({ status, headers: all, body: bytes }, redact),
    at: now,
  };
}

const valid = 'update/body/nothing';
const invalid = 'update/body/validTo/format/words';
const findingsIn = (one: Exchange) => [...checkResponse(one)].filter((note) => 'rule' in note);
const found = (one: Exchange) =>
  findingsIn(one).map(({ rule, place }) => `${rule} ${place.split('/').slice(-2).join('/')}`);

test.each([
  [valid, 200, record],
  [invalid, 400, error],
  [invalid, 422, error],
  ['update/path/id/missing', 404, error],
  ['update/auth/none', 401, error],
  ['update/auth/none', 403, error],
  ['create/full', 200, record],
  ['create/full', 201, record],
  ['update/content-type/text-plain', 415, error],
])('%s may get %i', (id, status, body) => {
  expect(found(exchange(id, status, body))).toEqual([]);
});

test.each<[string, string, number, unknown, Record<string, string>?]>([
  ['valid-refused', valid, 409, error],
  ['invalid-body-accepted', invalid, 200, record],
  ['status-wrong', invalid, 401, error],
  ['status-undocumented', invalid, 418, error],
  ['server-error', invalid, 500, error],
  ['unknown-id-accepted', 'update/path/id/modulo-32-bit', 200, record],
  ['invalid-key-accepted', 'list/auth/query', 200, []],
  ['rate-limit-missing', 'update/key/throttled', 200, record],
  ['media-type', valid, 200, record, { 'content-type': 'text/plain' }],
  ['media-type', valid, 200, record, { 'content-type': 'application/json; charset=latin1' }],
  ['body-json', valid, 200, ''],
  ['body-json', valid, 200, '\u{FEFF}{}'],
  ['body-json', valid, 200, new Uint8Array([0xff, 0x22])],
  ['duplicate-member', valid, 200, `{"id":42,"id":42,"temporaryStatus":"RESERVED","evseId":"x"}`],
  ['html-body', invalid, 400, '<!doctype html><p>no', { 'content-type': 'text/html' }],
  ['stack-trace', invalid, 400, { error: { ...error.error, message: 'at f (/srv/app.js:12:7)' } }],
  ['key-echoed', invalid, 400, { error: { ...error.error, message: 'key secret%2Dkey-of-mine' } }],
  ['key-echoed', valid, 200, record, { 'x-debug': 'secret-key-of-mine' }],
  ['body-schema', valid, 200, { ...record, id: '42' }],
  ['body-schema', 'list/all', 200, { data: [] }],
  ['error-envelope', invalid, 400, { error: 'no' }],
  ['error-field-missing', invalid, 400, { error: { type: 'a', code: 'b', message: 'c', param: 'd' } }],
  ['unknown-field', valid, 200, { ...record, vendor: 1 }],
  ['unknown-value', valid, 200, { ...record, temporaryStatus: 'SLEEPING' }],
  ['unknown-header', valid, 200, record, { 'x-new': '1' }],
  ['sunset', valid, 200, record, { sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' }],
  ['header-missing', 'update/key/throttled', 429, error],
  ['header-invalid', valid, 200, record, { 'x-ratelimit-limit': 'many' }],
  ['rate-limit-reset', valid, 200, record, { 'x-ratelimit-reset': String(now) }],
  ['rate-limit-incoherent', valid, 200, record, { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '121' }],
  ['rate-limit-incoherent', valid, 200, record, { 'x-ratelimit-reset': String(now / 1000 - 600) }],
  ['rate-limit-incoherent', 'update/key/throttled', 429, error, { 'retry-after': '600', 'x-ratelimit-reset': reset }],
  ['rate-limit-incoherent', 'update/key/throttled', 429, error, { 'retry-after': '5', 'x-ratelimit-remaining': '3' }],
])('%s is found in %s with %i', (...[rule, id, status, body, headers]) => {
  // Not as parameters: of a row without headers, the fifth would be Jest's callback.
  const rules = findingsIn(exchange(id, status, body, headers)).map((one) => one.rule);
  expect(rules).toContain(rule);
});

test('no whole response is found at the operation, and says why', () => {
  const { case: one, sent, query, at } = exchange(valid, 200, record);
  const failure = 'the connection was lost';
  expect(findingsIn({ case: one, sent, query, at, failure })).toMatchObject([
    { rule: 'no-response', actual: 'the connection was lost' },
  ]);
});

test('a key that is echoed stands in no finding', () => {
  const echoed = findingsIn(exchange(invalid, 400, { error: { message: 'secret-key-of-mine' } }));
  expect(echoed.map(({ rule }) => rule)).toContain('key-echoed');
  expect(redact(JSON.stringify(echoed.filter(({ rule }) => rule === 'key-echoed')))).not.toContain('secret-key');
});

test('JSON that nests 100,000 deep is a finding, not a crash', () => {
  const deep = `{"id":${'['.repeat(100_000)}${']'.repeat(100_000)},"temporaryStatus":"RESERVED","evseId":"x"}`;
  expect(findingsIn(exchange(valid, 200, deep)).map(({ rule }) => rule)).toContain('body-schema');
});

describe('of a list that is long', () => {
  const listed = (value: unknown): Exchange => ({ ...exchange('list/all', 200, []), json: { text: '', value } });

  test('and wrong throughout, so much is validated as shows it', () => {
    let reads = 0;
    const wrong = {
      get id() {
        reads += 1;
        return '42';
      },
    };
    expect(findingsIn(listed(Array.from({ length: 100_000 }, () => wrong)))).toHaveLength(50);
    expect(reads).toBeLessThan(20_000);
  });

  test('and right until late, the rest is found, too', () => {
    const elements = Array.from({ length: 4000 }, (_, id) =>
      id < 2500 ? { ...record, id } : { ...record, id, more: 1 },
    );
    elements.push({ ...record, id: '42' as unknown as number });
    expect(findingsIn(listed(elements)).map(({ rule, at }) => `${rule} ${at}`)).toEqual(
      expect.arrayContaining(['unknown-field /body/2500/more', 'body-schema /body/4000/id']),
    );
  });
});

test('a large value is shown without being read to its end', () => {
  let reads = 0;
  const members = Array.from({ length: 10_000 }, (_, index) => [
    `m${index}`,
    { get: () => (reads += 1), enumerable: true },
  ]);
  const large = Object.defineProperties({}, Object.fromEntries(members) as PropertyDescriptorMap);
  expect(shown({ large })).toMatch(/^\{"large":\{"m0":1,"m1":2,.+…$/);
  expect(reads).toBeLessThan(1000);
});

describe('from one response to the next', () => {
  const headers = (limit: number, remaining: number, at = reset) =>
    exchange(valid, 200, record, {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': at,
    }).response;
  const places = (...responses: ReturnType<typeof headers>[]) => {
    let before: Counted | undefined;
    const found: Found[] = [];
    for (const response of responses) {
      if (response === undefined) continue;
      if (before !== undefined) found.push(...checkSequence(before.last, response));
      before = counted(before, response);
    }
    return [...found, ...(before === undefined ? [] : checkCount(before))].map(({ place }) => place.split('/').at(-1));
  };

  test('a count that falls and a new window are right', () => {
    expect(places(headers(120, 9), headers(120, 8))).toEqual([]);
    expect(places(headers(120, 0), headers(120, 119, String(Number(reset) + 60)))).toEqual([]);
  });

  test('another limit and an earlier reset are found', () => {
    expect(places(headers(120, 9), headers(100, 8))).toEqual(['X-RateLimit-Limit']);
    expect(places(headers(120, 9), headers(120, 8, String(Number(reset) - 30)))).toEqual(['X-RateLimit-Reset']);
  });

  test('a count that never falls is found, but not one that stays while requests of others leave the window', () => {
    const staying = Array.from({ length: 30 }, () => headers(120, 90));
    expect(places(...staying)).toEqual(['X-RateLimit-Remaining']);
    expect(places(...staying, headers(120, 89))).toEqual([]);
    expect(places(...staying.slice(0, 10))).toEqual([]);
  });
});

import { expect, test } from '@jest/globals';
import { createMockFetch } from '../index.ts';
import { call, type Call } from '../testing/call.ts';

test('405 lists the methods in Allow, 401 the scheme in WWW-Authenticate', async () => {
  const { fetch } = createMockFetch();
  expect((await call(fetch, { method: 'GET' })).headers.get('allow')).toBe('PATCH, OPTIONS');
  expect((await call(fetch, { headers: { authorization: undefined } })).headers.get('www-authenticate')).toBe('Bearer');
});

test('an error that the document does not know has the rate-limit headers of its 400', async () => {
  const response = await call(createMockFetch().fetch, { headers: { 'content-type': 'text/plain' } });
  expect([response.status, response.headers.get('x-ratelimit-limit')]).toEqual([415, '120']);
});

test('the message has every violation, and the first gives code and param', async () => {
  const { error } = await call(createMockFetch().fetch, { json: { validTo: 5, temporaryStatus: 'X', validFrom: '' } });
  expect(error).toMatchObject({ code: 'invalid_value', param: 'temporaryStatus' });
  expect(error.message).toMatch(/^temporaryStatus .* validFrom .* validTo .*it was 5\.$/);
});

test('the order of checks is fixed: path, method, key, Accept, parameters, record, media type, size, JSON, fields', async () => {
  const { fetch } = createMockFetch();
  const wrong = {
    headers: { authorization: undefined, accept: 'text/html', 'content-type': 'text/plain' },
    body: `{${' '.repeat(1_048_576)}`,
  } as const;
  const { headers } = wrong;
  const keyed = { ...headers, authorization: 'Bearer k' };
  const accepting = { ...keyed, accept: '*/*' };
  const typed = { ...accepting, 'content-type': 'application/json' };
  const calls: Call[] = [
    { ...wrong, path: '/nothing', method: 'PUT' },
    { ...wrong, id: 'x', method: 'PUT' },
    { ...wrong, id: 'x' },
    { ...wrong, id: 'x', headers: keyed },
    { ...wrong, id: 'x', headers: accepting },
    { ...wrong, id: '1', headers: accepting },
    { ...wrong, headers: accepting },
    { ...wrong, headers: typed },
    { body: '{', headers: typed },
    { body: '[]', headers: { ...typed, prefer: 'code=418' } },
    { headers: { ...typed, prefer: 'code=418' } },
  ];
  const codes = [];
  for (const one of calls) codes.push((await call(fetch, one)).error.code);
  expect(codes).toEqual([
    'unknown_path',
    'method_not_allowed',
    'missing_api_key',
    'not_acceptable',
    'invalid_type',
    'unknown_id',
    'unsupported_media_type',
    'body_too_large',
    'invalid_json',
    'invalid_type',
    'invalid_preference',
  ]);
});

test('an API key in path or body is found in no response, record or state', async () => {
  const mock = createMockFetch({ keys: { one: 'the-given-secret' } });
  const secret = 'sk_live_0123456789';
  const responses = [
    await call(mock.fetch, { id: secret, headers: { authorization: `Bearer ${secret}` } }),
    await call(mock.fetch, { headers: { authorization: secret } }),
    await call(mock.fetch, { id: 'another-secret', headers: { authorization: 'Bearer  another-secret' } }),
    await call(mock.fetch, { headers: { authorization: 'Bearer other' }, id: '42?key=the-given-secret' }),
    await call(mock.fetch, {
      headers: { authorization: 'Bearer the-given-secret' },
      id: `the-given-secret?key=${'x'.repeat(70)}`,
    }),
    await call(mock.fetch, {
      headers: { authorization: 'Bearer the-given-secret' },
      json: { temporaryStatus: `${'x'.repeat(50)}the-given-secret` },
    }),
  ];
  await call(mock.fetch, { headers: { authorization: 'Bearer the-given-secret' }, json: { 'the-given-secret': 1 } });
  expect(mock.state().requests.at(-1)?.ignoredFields).toEqual(['[redacted]']);
  expect(responses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 422, 422]);
  const seen = JSON.stringify([responses.map(({ text }) => text), mock.state()]);
  expect(seen).toContain('[redacted]');
  for (const word of [secret, 'another-secret', 'the-given-secret', 'the-given']) expect(seen).not.toContain(word);
});

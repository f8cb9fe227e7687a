import { expect, test } from '@jest/globals';
import { CODES, typeOf, type Code } from '../response/refusals.ts';
import { createMockFetch } from '../index.ts';
import { call, COLLECTION, KEY, type Call } from '../testing/call.ts';

const refusals: readonly [name: string, call: Call, code: Code, param: string | undefined, message?: RegExp][] = [
  ['no key', { headers: { authorization: undefined } }, 'missing_api_key', 'Authorization', /Bearer <API key>/],
  ['an empty key', { headers: { authorization: 'Bearer ' } }, 'malformed_api_key', 'Authorization'],
  ['another scheme', { headers: { authorization: `Basic ${KEY}` } }, 'malformed_api_key', 'Authorization'],
  ['a bare key', { headers: { authorization: KEY } }, 'malformed_api_key', 'Authorization'],
  ['two keys', { headers: { authorization: 'Bearer a b' } }, 'malformed_api_key', 'Authorization'],
  ['an unknown path', { path: '/v2/nothing' }, 'unknown_path', undefined, /\/v2\/temporary-evse-statuses\/\{id\}/],
  ['the path without an id', { path: `${COLLECTION}/` }, 'unknown_path', undefined],
  ['a slash behind the id', { id: '42/' }, 'unknown_path', undefined],
  ['two slashes', { path: `/${COLLECTION}/42` }, 'unknown_path', undefined],
  ['the path in capitals', { path: `${COLLECTION.toUpperCase()}/42` }, 'unknown_path', undefined],
  ['GET of one record', { method: 'GET' }, 'method_not_allowed', undefined, /takes PATCH, not "GET"/],
  ['DELETE', { method: 'DELETE', body: null }, 'method_not_allowed', undefined],
  [
    'PUT of the collection',
    { method: 'PUT', path: COLLECTION },
    'method_not_allowed',
    undefined,
    /takes GET, POST, not "PUT"/,
  ],
  [
    'a create without an EVSE',
    { method: 'POST', path: COLLECTION, json: { temporaryStatus: 'BLOCKED' } },
    'missing_required_field',
    'evseId',
  ],
  [
    'a create without a status',
    { method: 'POST', path: COLLECTION, json: { evseId: 'X' } },
    'missing_required_field',
    'temporaryStatus',
  ],
  [
    'a create with an EVSE that is no text',
    { method: 'POST', path: COLLECTION, json: { evseId: 7, temporaryStatus: 'BLOCKED' } },
    'invalid_type',
    'evseId',
  ],
  [
    'a list whose Accept excludes JSON',
    { method: 'GET', path: COLLECTION, headers: { accept: 'text/csv' } },
    'not_acceptable',
    'Accept',
  ],
  ['an Accept that excludes JSON', { headers: { accept: 'text/html' } }, 'not_acceptable', 'Accept'],
  ['an Accept with q=0', { headers: { accept: 'application/json;q=0, */*' } }, 'not_acceptable', 'Accept'],
  ...['Infinity', 'NaN', '0x2A', '%2042', '42abc', '042', '+42', '.5', '1e400', 'null', '%D9%A4', '42%00'].map(
    (id): (typeof refusals)[number] => [`the id ${id}`, { id }, 'invalid_type', 'id', /^id must be of the type number/],
  ),
  ['a broken escape', { id: '%zz' }, 'malformed_path', 'id'],
  ['an escape that is no UTF-8', { id: '%ff' }, 'malformed_path', 'id'],
  ...['0', '-1', '1.5', '1e3', '43e-1', '9007199254740993'].map((id): (typeof refusals)[number] => [
    `the id ${id}, a number`,
    { id },
    'unknown_id',
    'id',
  ]),
  ['no body', { body: null }, 'missing_body', 'body'],
  ['an empty body', { body: '' }, 'missing_body', 'body'],
  ...[
    undefined,
    'text/plain',
    'application/foo+json',
    'application/jsonx',
    'application',
    'application/json; charset=latin1',
  ].map((type): (typeof refusals)[number] => [
    `the media type ${type ?? 'left out'}`,
    { headers: { 'content-type': type } },
    'unsupported_media_type',
    'Content-Type',
    /must be application\/json/,
  ]),
  ['a content coding', { headers: { 'content-encoding': 'gzip' } }, 'unsupported_media_type', 'Content-Encoding'],
  ['a large body', { body: ' '.repeat(1_048_577) }, 'body_too_large', 'body', /1048576/],
  ['broken JSON', { body: '{"temporaryStatus":' }, 'invalid_json', 'body', /not JSON/],
  ['bytes that are no UTF-8', { body: new Uint8Array([0x22, 0xff, 0x22]) }, 'invalid_json', 'body', /not UTF-8/],
  ['NaN', { body: 'NaN' }, 'invalid_json', 'body'],
  ['null', { body: 'null' }, 'invalid_type', 'body', /must be of the type object; it was null/],
  ['a list', { json: [] }, 'invalid_type', 'body'],
  [
    'an unknown status',
    { json: { temporaryStatus: 'BROKEN' } },
    'invalid_value',
    'temporaryStatus',
    /"MAINTENANCE", .*"BROKEN"/,
  ],
  ['a status in lower case', { json: { temporaryStatus: 'blocked' } }, 'invalid_value', 'temporaryStatus'],
  ['a status that is null', { json: { temporaryStatus: null } }, 'invalid_type', 'temporaryStatus'],
  ['a time that is null', { json: { validTo: null } }, 'invalid_type', 'validTo'],
  ['a date alone', { json: { validFrom: '2025-04-23' } }, 'invalid_format', 'validFrom', /RFC 3339/],
  ['a time without an offset', { json: { validFrom: '2025-04-23T10:00:00' } }, 'invalid_format', 'validFrom'],
  ['a space for the T', { json: { validFrom: '2025-04-23 10:00:00Z' } }, 'invalid_format', 'validFrom'],
  ['an offset without a colon', { json: { validTo: '2025-04-23T10:00:00+0200' } }, 'invalid_format', 'validTo'],
  ['a day that is not', { json: { validTo: '2025-02-29T10:00:00Z' } }, 'invalid_format', 'validTo'],
  [
    'a preference for an unknown status',
    { headers: { prefer: 'code=418' } },
    'invalid_preference',
    'Prefer',
    /200, 400, /,
  ],
  ['a preference for no status', { headers: { prefer: 'code=soon' } }, 'invalid_preference', 'Prefer'],
  [
    'a preference for an unknown example',
    { headers: { prefer: 'example=nope' } },
    'invalid_preference',
    'Prefer',
    /updated, openEnded/,
  ],
];

test.each(refusals)(
  '%s is refused with a code, a param and a reason, and changes nothing',
  async (_, request, code, param, message = /./) => {
    const mock = createMockFetch();
    const before = mock.state().records;
    const response = await call(mock.fetch, request);
    expect(response.error).toEqual({
      type: typeOf(CODES[code].status),
      code,
      message: expect.stringMatching(message),
      ...(param !== undefined && { param }),
      request_id: 'req_mock_000001',
    });
    expect(response.status).toBe(CODES[code].status);
    expect(response.headers.get('content-type')).toBe('application/json');
    const { records, requests } = mock.state();
    expect(records).toEqual(before);
    expect(requests).toMatchObject([{ status: response.status, source: 'validation' }]);
    expect(requests[0]?.violations[0]).toMatchObject({ code });
  },
);

test.each<[string, Call]>([
  ['a key behind a scheme in lower case', { headers: { authorization: `bearer ${KEY}` } }],
  ['a key behind a scheme in capitals and two spaces', { headers: { authorization: `BEARER  ${KEY}` } }],
  ['a media type in capitals', { headers: { 'content-type': 'APPLICATION/JSON' } }],
  ['a charset', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['a charset in capitals and quotes', { headers: { 'content-type': 'application/json;CHARSET="UTF-8"' } }],
  ['parameters in any order', { headers: { 'content-type': 'application/json; v=1; charset=utf-8; w=2' } }],
  ['no Accept', { headers: { accept: undefined } }],
  ['a range in Accept', { headers: { accept: 'text/html, application/*;q=0.1' } }],
  ['an empty Accept', { headers: { accept: '' } }],
  ['an escaped id', { id: '%34%32' }],
  ['an id with a fraction of nothing', { id: '42.0' }],
  ['an id with an exponent', { id: '4.2e1' }],
  ['an id in a query behind the path', { id: '42?id=x' }],
  ['a byte order mark', { body: '\uFEFF{}' }],
  ['the coding identity', { headers: { 'content-encoding': 'identity' } }],
  ['preferences of others', { headers: { prefer: 'respond-async, wait=10' } }],
])('%s is accepted', async (_, request) => {
  expect(await call(createMockFetch().fetch, request)).toMatchObject({ status: 200, json: { id: 42 } });
});

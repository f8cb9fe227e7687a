/**
 * Where our mock and Prism 5.14.2 respond differently to the same request, and why. mock-differences.test.ts sends each
 * request to both and fails if a difference is missing from this table or does not exist. docs/mock-and-prism.md is
 * made from it. CORS is left out, since the witness runs without it.
 */
import type { RawRequest } from './support/request.ts';

export interface StatusRow {
  readonly what: string;
  readonly prism: number;
  readonly mock: number;
  readonly why: string;
  readonly requests: readonly RawRequest[];
}

export interface BodyRow {
  readonly what: string;
  readonly prism: string;
  readonly mock: string;
  readonly why: string;
}

export interface HeaderRow {
  readonly header: string;
  /** Which of them alone sends it; `neither`: both do, with different values. */
  readonly only: 'Prism' | 'mock' | 'neither';
  readonly why: string;
}

const RESERVED = { temporaryStatus: 'RESERVED' };
const ids = (...list: readonly string[]): RawRequest[] => list.map((id) => ({ id }));
const times = (...list: readonly string[]): RawRequest[] => list.map((validTo) => ({ json: { validTo } }));
const types = (...list: readonly (string | undefined)[]): RawRequest[] =>
  list.map((type) => ({ headers: { 'content-type': type }, json: RESERVED }));
const keys = (...list: readonly (string | undefined)[]): RawRequest[] =>
  list.map((authorization) => ({ headers: { authorization } }));
const prefers = (...list: readonly string[]): RawRequest[] => list.map((prefer) => ({ headers: { prefer } }));
const accepts = (...list: readonly string[]): RawRequest[] => list.map((accept) => ({ headers: { accept } }));
const texts = (...list: readonly string[]): RawRequest[] => list.map((body) => ({ body }));
const COLLECTION = '/v2/temporary-evse-statuses';
const NEW = { evseId: 'DK*SPI*E9*1', temporaryStatus: 'RESERVED' };
const lists = (...queries: readonly string[]): RawRequest[] =>
  queries.map((query) => ({ method: 'GET', path: COLLECTION + query }));
const creates = (...bodies: readonly unknown[]): RawRequest[] =>
  bodies.map((json) => ({ method: 'POST', path: COLLECTION, json }));

/** Different statuses. */
export const STATUS_ROWS: readonly StatusRow[] = [
  {
    what: 'an id that no record has',
    prism: 200,
    mock: 404,
    why: 'Prism stores nothing; ours has records, so an app can show "not found".',
    requests: ids('41', '0', '-1', '1.5', '1e3', '9007199254740993'),
  },
  {
    what: 'an id that is not a number as JSON writes it',
    prism: 200,
    mock: 422,
    why: 'The document says number; Prism accepts whatever JavaScript converts to one.',
    requests: ids('Infinity', '-Infinity', '1e400', '0x2A', '%2042', '42%20', '%20', '+42', '5.', '.5'),
  },
  {
    what: 'the path with its trailing slash, but without an id',
    prism: 422,
    mock: 404,
    why: 'An empty string is not an id; the document has no such path.',
    requests: [{ path: `${COLLECTION}/` }],
  },
  {
    what: 'a timestamp that is not RFC 3339',
    prism: 200,
    mock: 422,
    why: 'The document says date-time, which is RFC 3339: a T, and an offset with a colon and minutes.',
    requests: times('2025-04-23 10:00:00Z', '2025-04-23T10:00:00+0200', '2025-04-23T10:00:00+02'),
  },
  {
    what: 'a create with a timestamp that is not RFC 3339',
    prism: 201,
    mock: 422,
    why: 'As for an update.',
    requests: creates({ ...NEW, validFrom: '2025-04-23 10:00:00Z' }),
  },
  {
    what: 'another media type that ends in +json',
    prism: 200,
    mock: 415,
    why: 'The document has application/json only.',
    requests: types('application/foo+json', 'application/merge-patch+json'),
  },
  {
    what: 'a create in another media type that ends in +json',
    prism: 201,
    mock: 415,
    why: 'As for an update.',
    requests: [{ method: 'POST', path: COLLECTION, json: NEW, headers: { 'content-type': 'application/foo+json' } }],
  },
  {
    what: 'another media type, or none',
    prism: 422,
    mock: 415,
    why: 'A wrong media type is not a wrong field, and HTTP has 415 for it.',
    requests: types(undefined, 'text/plain', 'application/xml', 'application/x-www-form-urlencoded'),
  },
  {
    what: 'a charset other than UTF-8',
    prism: 200,
    mock: 415,
    why: 'JSON is UTF-8 (RFC 8259); text in another charset would be misread.',
    requests: types('application/json; charset=latin1'),
  },
  {
    what: 'the scheme of the key in lower or upper case',
    prism: 401,
    mock: 200,
    why: 'Schemes are case-insensitive (RFC 9110, section 11.1).',
    requests: keys('bearer key', 'BEARER key'),
  },
  {
    what: 'a key with a space in it',
    prism: 200,
    mock: 401,
    why: 'A bearer key has no spaces (RFC 6750).',
    requests: [
      ...keys('Bearer two words'),
      { method: 'GET', path: COLLECTION, headers: { authorization: 'Bearer two words' } },
    ],
  },
  {
    what: 'a query parameter that is sent twice',
    prism: 422,
    mock: 200,
    why: 'Prism reads a list, but the document says string; ours takes the first, since no page says what the service does.',
    requests: lists('?evseId=a&evseId=b', '?activeOnly=true&activeOnly=false'),
  },
  {
    what: 'no body',
    prism: 422,
    mock: 400,
    why: 'The document’s own example of 400 is a missing body.',
    requests: [{ body: null }, { body: '' }, { method: 'POST', path: COLLECTION, body: null }],
  },
  {
    what: 'a body of more than 1 MiB',
    prism: 200,
    mock: 413,
    why: 'Servers have a limit; ours is a common one, and an option.',
    requests: [{ body: `{${' '.repeat(1_048_576)}}` }],
  },
  {
    what: '`Prefer` with a status that the document does not have',
    prism: 404,
    mock: 400,
    why: '404 would look like the API’s own; ours lists the statuses.',
    requests: prefers('code=418', 'code=299'),
  },
  {
    what: '`Prefer` with an example that the document does not have',
    prism: 500,
    mock: 400,
    why: 'The request is wrong, not the mock; ours lists the examples.',
    requests: prefers('code=200, example=nothing'),
  },
  {
    what: '`Prefer` with a range',
    prism: 422,
    mock: 400,
    why: 'Like any other preference that cannot be met.',
    requests: prefers('code=5XX'),
  },
  {
    what: 'a preference in the query: `?__code=404`',
    prism: 404,
    mock: 200,
    why: 'The document has no such parameter; if you cannot set headers, use `/__mock/respond-next`.',
    requests: [{ path: `${COLLECTION}/42?__code=404` }],
  },
];

/** The same status from both. */
export const SAME_STATUS: readonly RawRequest[] = [
  ...ids('42', '43', '%34%32', '4.2e1', '42.0', 'abc', '42abc', 'NaN', 'null', 'undefined', '4%2F2', '%2e%2e%2e'),
  { json: {} },
  { json: RESERVED },
  { id: '43', json: RESERVED },
  { json: { validFrom: '2025-04-23T10:00:00Z', validTo: '2025-04-23T18:00:00Z' } },
  { json: { validFrom: '2025-04-23T12:00:00+02:00' } },
  { json: { temporaryStaus: 'RESERVED' } },
  { json: { id: 7, evseId: 'X' } },
  { body: '{"__proto__":{"a":1},"constructor":2}' },
  ...times('tomorrow', '', '2025-04-23', '2025-04-23T10:00:00', '2025-13-23T10:00:00Z', '2025-02-30T10:00:00Z'),
  ...times('2025-04-23T24:00:00Z', '2025-04-23T10:00:00.123456Z', '2016-12-31T23:59:60Z', '2025-04-23t10:00:00z'),
  { json: { temporaryStatus: 'BROKEN' } },
  { json: { temporaryStatus: 'blocked' } },
  { json: { temporaryStatus: '' } },
  { json: { temporaryStatus: null } },
  { json: { temporaryStatus: 7 } },
  { json: { temporaryStatus: ['BLOCKED'] } },
  { json: { validFrom: 5, validTo: null } },
  ...texts('[]', '"BLOCKED"', '5', 'true', 'null'),
  ...texts('{', "{'a':1}", '<a/>', 'NaN'),
  ...types(
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ),
  ...keys(undefined, '', 'Bearer', 'Bearer ', 'Basic a2V5', 'key'),
  ...accepts(
    'application/json',
    '*/*',
    'application/*',
    'text/html, application/json;q=0.5',
    'text/html',
    'application/xml',
  ),
  ...prefers('code=200', 'code=200, example=openEnded', 'example=openEnded', 'code=400', 'code=401', 'code=403'),
  ...prefers('code=404', 'code=409', 'code=410', 'code=422', 'code=429', 'code=503', 'code=500', 'code=502'),
  ...prefers('respond-async', 'dynamic=true'),
  { headers: { prefer: 'code=409' }, json: { temporaryStatus: 'BROKEN' } },
  { headers: { prefer: 'code=409', authorization: undefined } },
  { id: '7', headers: { prefer: 'code=404' } },
  { path: '/' },
  { path: '/v2' },
  { path: '/v2/nothing' },
  ...lists('', '?evseId=DK*SPI*E123*1', '?evseId=DK%2ASPI', '?evseId=', '?activeOnly=true', '?activeOnly=false'),
  ...lists('?activeOnly=maybe', '?activeOnly=', '?limit=1', '?evseId=a&activeOnly=false', '?activeOnly'),
  { method: 'GET', path: COLLECTION, headers: { authorization: undefined } },
  { method: 'GET', path: COLLECTION, headers: { accept: 'text/csv' } },
  ...['code=200, example=none', 'example=statuses', 'code=429', 'code=503'].map((prefer) => ({
    method: 'GET',
    path: COLLECTION,
    headers: { prefer },
  })),
  ...creates(
    NEW,
    { ...NEW, validTo: '2025-04-23T18:00:00Z' },
    { ...NEW, evseId: '' },
    { ...NEW, id: 7, unknownField: true },
  ),
  ...creates({}, { evseId: 'X' }, { temporaryStatus: 'BLOCKED' }, { ...NEW, evseId: 5 }, { ...NEW, evseId: null }),
  ...creates({ ...NEW, temporaryStatus: 'BROKEN' }, { ...NEW, validFrom: 'soon' }, [], 'X', null),
  { method: 'POST', path: COLLECTION, json: NEW, headers: { authorization: undefined } },
  ...['code=201, example=openEnded', 'code=409', 'code=422'].map((prefer) => ({
    method: 'POST',
    path: COLLECTION,
    json: NEW,
    headers: { prefer },
  })),
  { path: COLLECTION },
  { method: 'PUT', path: COLLECTION },
  { method: 'DELETE', path: COLLECTION },
  { method: 'HEAD', path: COLLECTION },
  { path: `${COLLECTION}/42/more` },
  { path: `/v1/temporary-evse-statuses/42` },
  { path: `${COLLECTION}/42?a=b` },
  { method: 'GET' },
  { method: 'HEAD' },
  { method: 'PUT' },
  { method: 'POST' },
  { method: 'DELETE' },
];

/** Different bodies with the same status. */
export const BODY_ROWS: Readonly<Record<'records' | 'reasons' | 'envelope' | 'wrongSyntax', BodyRow>> = {
  records: {
    what: 'a successful list, create or update',
    prism: 'the document’s example, whatever was sent',
    mock: 'the records that the filter selects; the created or updated record, which is stored',
    why: 'An app built on the mock has to see its own changes.',
  },
  reasons: {
    what: 'a refusal with a status that the document has',
    prism: 'the document’s example for that status; the reason is in the header sl-violations',
    mock: 'code, message and param of the mistake, in the document’s envelope',
    why: 'The reason belongs where the API puts it and a browser shows it.',
  },
  envelope: {
    what: 'a path, method or response that the document does not have',
    prism: 'an application/problem+json of its own',
    mock: 'the document’s envelope',
    why: 'Errors have one shape, even with statuses that the document does not have: 405, 406, 413, 415.',
  },
  wrongSyntax: {
    what: 'a body that is not JSON',
    prism: 'an error of its body parser',
    mock: 'the document’s envelope, with message, param and request_id',
    why: 'As for any other refusal.',
  },
};

/** Different headers with the same status. */
export const HEADER_ROWS: readonly HeaderRow[] = [
  {
    header: 'sl-violations',
    only: 'Prism',
    why: 'Ours gives the reason in the body; the document has no such header.',
  },
  { header: 'sunset', only: 'Prism', why: 'The vendor sends it from a deprecated version, and this one is not.' },
  { header: 'www-authenticate', only: 'mock', why: 'HTTP requires it with 401 (RFC 9110, section 15.5.2).' },
  { header: 'allow', only: 'mock', why: 'HTTP requires it with 405 (RFC 9110, section 15.5.6).' },
  {
    header: 'x-ratelimit-limit',
    only: 'mock',
    why: 'Prism’s own errors have none; ours is on every response of an operation.',
  },
  {
    header: 'x-ratelimit-limit',
    only: 'neither',
    why: 'Prism sends the example, a limit of writes; ours sends the limit of the operation.',
  },
  { header: 'x-ratelimit-remaining', only: 'mock', why: 'As for X-RateLimit-Limit.' },
  { header: 'x-ratelimit-reset', only: 'mock', why: 'As for X-RateLimit-Limit.' },
  {
    header: 'x-ratelimit-remaining',
    only: 'neither',
    why: 'Prism sends the example; ours counts, down to 0 with 429.',
  },
  { header: 'x-ratelimit-reset', only: 'neither', why: 'Prism sends the example; ours sends the end of its window.' },
  {
    header: 'retry-after',
    only: 'neither',
    why: 'Prism sends the example; ours sends 0, so a client can continue at once.',
  },
  {
    header: 'content-type',
    only: 'neither',
    why: 'Prism’s own errors are application/problem+json, or have a charset.',
  },
];

/** docs/mock-and-prism.md */
export function renderDifferences(): string {
  const count = STATUS_ROWS.flatMap(({ requests }) => requests).length + SAME_STATUS.length;
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const senders = { Prism: 'only Prism', mock: 'only our mock', neither: 'both, with different values' };
  return [
    '<!-- Made from contract-tests/mock-differences.ts. After a change: WRITE_DOCS=1 npx jest contract-tests/mock-differences -->',
    '',
    '# Our mock and Prism',
    '',
    `A test sends the same ${count} requests to both, and fails if they differ in a way that is not listed here.`,
    '',
    'Prism is 5.14.2, run in process and without CORS. One kind of request is left out: a path with an invalid percent',
    'escape, such as `/%zz`, ends Prism’s process; ours responds with 400 or 404. Ours ignores `Prefer: dynamic=true`,',
    'since it has records.',
    '',
    '## Different status',
    '',
    row('request', 'Prism', 'our mock', 'why'),
    row('---', '---', '---', '---'),
    ...STATUS_ROWS.map(({ what, prism, mock, why }) => row(what, prism, mock, why)),
    '',
    '## Same status, different body',
    '',
    row('response', 'Prism', 'our mock', 'why'),
    row('---', '---', '---', '---'),
    ...Object.values(BODY_ROWS).map(({ what, prism, mock, why }) => row(what, prism, mock, why)),
    '',
    '## Same status, different headers',
    '',
    row('header', 'sent by', 'why'),
    row('---', '---', '---'),
    ...HEADER_ROWS.map(({ header, only, why }) => row(`\`${header}\``, senders[only], why)),
    '',
  ].join('\n');
}

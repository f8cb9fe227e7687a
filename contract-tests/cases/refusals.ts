/** Requests that the document does not allow, each with the reason and the place in the document that it breaks. */
import type { Pointer } from '../../generated/operations.ts';
import type { Reason } from '../support/reason.ts';
import type { RawRequest } from '../support/request.ts';
import { caseOf } from './operations.ts';
import { CREATE, CREATE_BODY, LIST, UPDATE, UPDATE_BODY, UPDATE_ID, property, schema } from './pointers.ts';

export interface Refusal {
  /** Completes "refused: …". */
  readonly name: string;
  readonly request: RawRequest;
  readonly reasons: readonly Reason[];
  /** Equally right. */
  readonly or?: readonly Reason[];
  readonly breaks: readonly Pointer[];
}

const body = (at: string, keyword: string): Reason => ({ part: 'body', at, keyword });

const wrongStatus = (name: string, temporaryStatus: unknown): Refusal => ({
  name: `a status that is ${name}`,
  request: { json: { temporaryStatus } },
  reasons: [
    ...(typeof temporaryStatus === 'string' ? [] : [body('/temporaryStatus', 'type')]),
    body('/temporaryStatus', 'enum'),
  ],
  breaks: [
    ...(typeof temporaryStatus === 'string' ? [] : [schema('TemporaryStatus', 'type')]),
    schema('TemporaryStatus', 'enum'),
  ],
});

const wrongTime = (name: string, value: unknown): readonly Refusal[] =>
  (['validFrom', 'validTo'] as const).map((field) => {
    const keyword = typeof value === 'string' ? 'format' : 'type';
    return {
      name: `a ${field} that is ${name}`,
      request: { json: { [field]: value } },
      reasons: [body(`/${field}`, keyword)],
      breaks: [property('TemporaryEvseStatusUpdate', field, keyword)],
    };
  });

const wrongBody = (name: string, json: unknown): Refusal => ({
  name: `a body that is ${name}`,
  request: { json },
  reasons: [body('', 'type')],
  breaks: [schema('TemporaryEvseStatusUpdate', 'type')],
});

const noBody = (name: string, headers: RawRequest['headers'] = {}): Refusal => ({
  name: `no body, ${name}`,
  request: { body: null, headers },
  reasons: [body('', 'required')],
  breaks: [`${UPDATE_BODY}/required`],
});

const wrongSyntax = (name: string, text: string): Refusal => ({
  name: `a body that is ${name}`,
  request: { body: text },
  reasons: [{ part: 'syntax' }],
  breaks: [`${UPDATE_BODY}/content/application~1json`],
});

const wrongMediaType = (type: string): Refusal => ({
  name: `the media type ${type}`,
  request: { json: { temporaryStatus: 'BLOCKED' }, headers: { 'content-type': type } },
  reasons: [{ part: 'media type' }],
  breaks: [`${UPDATE_BODY}/content/application~1json`],
});

const wrongId = (id: string, name = id): Refusal => ({
  name: `the id ${name}`,
  request: { id },
  reasons: [{ part: 'path', at: 'id', keyword: 'type' }],
  breaks: [`${UPDATE_ID}/schema/type`],
});

const wrongKey = (name: string, authorization: string | undefined): Refusal => ({
  name,
  request: { headers: { authorization } },
  reasons: [{ part: 'security' }],
  breaks: ['#/components/securitySchemes/apiKey'],
});

const wrongMethod = (method: string): Refusal => ({
  name: `the method ${method}`,
  request: { method },
  reasons: [{ part: 'method' }],
  breaks: [UPDATE],
});

const wrongRoute = (path: string): Refusal => ({
  name: `the path ${path}`,
  request: { path },
  reasons: [{ part: 'route' }],
  breaks: [UPDATE],
});

const wrongAccept = (accept: string): Refusal => ({
  name: `a response in ${accept} alone`,
  request: { headers: { accept } },
  reasons: [{ part: 'accept' }],
  breaks: [`${UPDATE}/responses/200/content/application~1json`],
});

const create = caseOf('createTemporaryEvseStatus').request;
const list = caseOf('listTemporaryEvseStatuses').request;
const status = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'BLOCKED' };

/** A create whose body has one fault. */
const wrongCreate = (
  name: string,
  json: unknown,
  reason: { readonly at: string; readonly keyword: string },
  place: Pointer,
): Refusal => ({
  name: `a create with ${name}`,
  request: { ...create, json },
  reasons: [{ part: 'body', ...reason }],
  breaks: [place],
});

const withoutField = (field: keyof typeof status): Refusal =>
  wrongCreate(
    `no ${field}`,
    { ...status, [field]: undefined },
    { at: '', keyword: 'required' },
    schema('TemporaryEvseStatusCreate', 'required', field),
  );

const wrongCreateTimes = (['validFrom', 'validTo'] as const).flatMap((field) => [
  wrongCreate(
    `a ${field} that is a number`,
    { ...status, [field]: 5 },
    { at: `/${field}`, keyword: 'type' },
    property('TemporaryEvseStatusCreate', field, 'type'),
  ),
  wrongCreate(
    `a ${field} that is a word`,
    { ...status, [field]: 'tomorrow' },
    { at: `/${field}`, keyword: 'format' },
    property('TemporaryEvseStatusCreate', field, 'format'),
  ),
]);

const onCollection = (method: string): Refusal => ({
  name: `the method ${method} on the collection`,
  request: { method, path: '/v2/temporary-evse-statuses' },
  reasons: [{ part: 'method' }],
  breaks: [LIST, CREATE],
});

export const REFUSALS: readonly Refusal[] = [
  withoutField('evseId'),
  withoutField('temporaryStatus'),
  wrongCreate(
    'an evseId that is a number',
    { ...status, evseId: 5 },
    { at: '/evseId', keyword: 'type' },
    property('TemporaryEvseStatusCreate', 'evseId', 'type'),
  ),
  wrongCreate(
    'a status that is none of the four',
    { ...status, temporaryStatus: 'BROKEN' },
    { at: '/temporaryStatus', keyword: 'enum' },
    schema('TemporaryStatus', 'enum'),
  ),
  ...wrongCreateTimes,
  wrongCreate('a body that is a list', [], { at: '', keyword: 'type' }, schema('TemporaryEvseStatusCreate', 'type')),
  {
    name: 'a create with no body',
    request: { ...create, body: null },
    reasons: [body('', 'required')],
    breaks: [`${CREATE_BODY}/required`],
  },
  {
    name: 'a create that is not JSON',
    request: { ...create, body: '{"evseId":' },
    reasons: [{ part: 'syntax' }],
    breaks: [`${CREATE_BODY}/content/application~1json`],
  },
  {
    name: 'a create of another media type',
    request: { ...create, headers: { 'content-type': 'text/plain' } },
    reasons: [{ part: 'media type' }],
    breaks: [`${CREATE_BODY}/content/application~1json`],
  },
  ...[create, list].map((request) => ({
    name: `a ${String(request.method)} without a key`,
    request: { ...request, headers: { ...request.headers, authorization: undefined } },
    reasons: [{ part: 'security' as const }],
    breaks: ['#/components/securitySchemes/apiKey'],
  })),
  onCollection('PATCH'),
  onCollection('PUT'),
  onCollection('DELETE'),
  wrongStatus('none of the four', 'BROKEN'),
  wrongStatus('in lower case', 'maintenance'),
  wrongStatus('padded', ' BLOCKED'),
  wrongStatus('empty', ''),
  wrongStatus('a number', 7),
  wrongStatus('null', null),
  wrongStatus('a list', ['BLOCKED']),
  wrongStatus('an object', { value: 'BLOCKED' }),
  wrongStatus('a boolean', true),
  ...wrongTime('a number', 1_745_402_400),
  ...wrongTime('null', null),
  ...wrongTime('an object', {}),
  ...wrongTime('a word', 'tomorrow'),
  ...wrongTime('empty', ''),
  ...wrongTime('a date alone', '2025-04-23'),
  ...wrongTime('without an offset', '2025-04-23T10:00:00'),
  ...wrongTime('without seconds', '2025-04-23T10:00Z'),
  ...wrongTime('in a thirteenth month', '2025-13-23T10:00:00Z'),
  ...wrongTime('on 30 February', '2025-02-30T10:00:00Z'),
  ...wrongTime('at 24 o’clock', '2025-04-23T24:00:00Z'),
  ...wrongTime('in a 60th second where no leap second can be', '2025-04-23T10:00:60Z'),
  wrongBody('a list', []),
  wrongBody('a text', 'BLOCKED'),
  wrongBody('a number', 5),
  wrongBody('a boolean', true),
  noBody('with a media type'),
  noBody('without a media type', { 'content-type': undefined }),
  wrongSyntax('cut off', '{"temporaryStatus":"BLOCKED"'),
  wrongSyntax('quoted with single quotes', "{'temporaryStatus':'BLOCKED'}"),
  wrongSyntax('XML', '<temporaryStatus>BLOCKED</temporaryStatus>'),
  wrongMediaType('text/plain'),
  wrongMediaType('application/x-www-form-urlencoded'),
  wrongMediaType('application/xml'),
  wrongMediaType('multipart/form-data; boundary=x'),
  wrongId('abc'),
  wrongId('42abc'),
  wrongId('NaN'),
  wrongId('true'),
  wrongId('null'),
  wrongId('42,43'),
  wrongId('4_2'),
  wrongId('%00', 'NUL'),
  wrongId('%D9%A4%D9%A2', '42 in Arabic digits'),
  wrongId('DK*SPI*E123*1', 'of an EVSE'),
  {
    name: 'no id',
    request: { id: '' },
    reasons: [{ part: 'path', at: 'id', keyword: 'required' }],
    or: [{ part: 'route' }],
    breaks: [`${UPDATE_ID}/required`],
  },
  wrongKey('no key', undefined),
  wrongKey('an empty authorization', ''),
  wrongKey('a key without its scheme', 'key-of-the-contract-tests'),
  wrongKey('the scheme without a key', 'Bearer'),
  wrongKey('the scheme Basic', 'Basic a2V5Og=='),
  wrongKey('the scheme Token', 'Token key-of-the-contract-tests'),
  wrongMethod('GET'),
  wrongMethod('HEAD'),
  wrongMethod('PUT'),
  wrongMethod('POST'),
  wrongMethod('DELETE'),
  wrongRoute('/'),
  wrongRoute('/v1/temporary-evse-statuses/42'),
  wrongRoute('/temporary-evse-statuses/42'),
  wrongRoute('/v2/temporary-evse-statuses/42/validTo'),
  wrongRoute('/v2//temporary-evse-statuses/42'),
  wrongRoute('/V2/temporary-evse-statuses/42'),
  wrongAccept('text/html'),
  wrongAccept('application/xml'),
  {
    name: 'every field wrong at once',
    request: { json: { temporaryStatus: 'BROKEN', validFrom: 'tomorrow', validTo: 3 } },
    reasons: [body('/temporaryStatus', 'enum'), body('/validFrom', 'format'), body('/validTo', 'type')],
    breaks: [
      schema('TemporaryStatus', 'enum'),
      property('TemporaryEvseStatusUpdate', 'validFrom', 'format'),
      property('TemporaryEvseStatusUpdate', 'validTo', 'type'),
    ],
  },
];

/** Requests at the edge of what the document allows. */
export interface Allowed {
  /** Completes "taken: …". */
  readonly name: string;
  readonly request: RawRequest;
}

const time = (name: string, value: string): readonly Allowed[] =>
  ['validFrom', 'validTo'].map((field) => ({ name: `a ${field} ${name}`, request: { json: { [field]: value } } }));

export const ALLOWED: readonly Allowed[] = [
  { name: 'a change of nothing', request: { json: {} } },
  { name: 'a field that the document does not know', request: { json: { temporaryStatus: 'BLOCKED', note: 'x' } } },
  {
    name: 'validTo before validFrom',
    request: { json: { validFrom: '2025-04-23T10:00:00Z', validTo: '2025-04-22T10:00:00Z' } },
  },
  ...time('in lower case', '2025-04-23t10:00:00z'),
  ...time('with a fraction of a second', '2025-04-23T10:00:00.123456789Z'),
  ...time('with an offset', '2025-04-23T12:00:00+02:00'),
  ...time('at an unknown offset', '2025-04-23T10:00:00-00:00'),
  ...time('in a leap second', '2016-12-31T23:59:60Z'),
  ...time('on 29 February of a leap year', '2024-02-29T10:00:00Z'),
  { name: 'a charset', request: { headers: { 'content-type': 'application/json; charset=utf-8' } } },
  { name: 'a media type in capitals', request: { headers: { 'content-type': 'Application/JSON' } } },
  { name: 'any kind of response', request: { headers: { accept: '*/*' } } },
  { name: 'JSON among other kinds of response', request: { headers: { accept: 'text/html, application/json;q=0.5' } } },
  { name: 'space around JSON', request: { body: '\n { "temporaryStatus" : "BLOCKED" } \n' } },
  { name: 'JSON with escapes', request: { body: String.raw`{"temporary\u0053tatus":"BLOCK\u0045D"}` } },
];

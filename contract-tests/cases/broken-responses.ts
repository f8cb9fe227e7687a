/** Responses that are not what the document says, each with the place that it breaks. */
import type { Pointer } from '../../generated/operations.ts';
import type { components, operations } from '../../generated/types.ts';
import type { Reason } from '../support/reason.ts';
import { UPDATE, property, schema } from './pointers.ts';

export interface BrokenResponse {
  /** Completes "a response with …". */
  readonly name: string;
  /** Default: the update. */
  readonly operationId?: keyof operations;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly reasons: readonly Reason[];
  readonly breaks: readonly Pointer[];
}

type TemporaryEvseStatus = components['schemas']['TemporaryEvseStatus'];
type ApiError = components['schemas']['ErrorDetails'];

const JSON_TYPE = { 'content-type': 'application/json' };
const OK = `${UPDATE}/responses/200`;

/** A response without optional fields: whatever is wrong with a change of it is that change. */
export const RECORD: TemporaryEvseStatus = { id: 42, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E123*1' };

const wrongField = (
  field: keyof TemporaryEvseStatus,
  value: unknown,
  keyword: string,
  place: Pointer,
): BrokenResponse => ({
  name: `${field} ${JSON.stringify(value)}`,
  status: 200,
  headers: JSON_TYPE,
  json: { ...RECORD, [field]: value },
  reasons: [{ part: 'body', at: `/${field}`, keyword }],
  breaks: [place],
});

const without = (field: keyof TemporaryEvseStatus): BrokenResponse => ({
  name: `no ${field}`,
  status: 200,
  headers: JSON_TYPE,
  json: { ...RECORD, [field]: undefined },
  reasons: [{ part: 'body', at: '', keyword: 'required' }],
  breaks: [schema('TemporaryEvseStatus', 'required', field)],
});

const wrongError = (error: unknown, at: string, place: Pointer): BrokenResponse => ({
  name: `the error ${JSON.stringify(error)}`,
  status: 404,
  headers: JSON_TYPE,
  json: { error },
  reasons: [{ part: 'body', at, keyword: 'type' }],
  breaks: [place],
});

const wrongErrorField = (field: keyof ApiError): BrokenResponse =>
  wrongError({ [field]: 5 }, `/error/${field}`, property('ErrorDetails', field, 'type'));

const wrongHeader = (status: number, name: string, value: string, place: Pointer): BrokenResponse => ({
  name: `${name}: ${value}`,
  status,
  headers: { ...JSON_TYPE, [name]: value },
  json: status === 200 ? RECORD : { error: {} },
  reasons: [{ part: 'header', at: name.toLowerCase(), keyword: 'type' }],
  breaks: [place],
});

export const BROKEN_RESPONSES: readonly BrokenResponse[] = [
  without('id'),
  without('temporaryStatus'),
  without('evseId'),
  wrongField('id', '42', 'type', property('TemporaryEvseStatus', 'id', 'type')),
  wrongField('id', null, 'type', property('TemporaryEvseStatus', 'id', 'type')),
  wrongField('temporaryStatus', 7, 'type', property('TemporaryEvseStatus', 'temporaryStatus', 'anyOf', '1', 'type')),
  wrongField('evseId', 7, 'type', property('TemporaryEvseStatus', 'evseId', 'type')),
  wrongField('validFrom', 7, 'type', property('TemporaryEvseStatus', 'validFrom', 'type')),
  wrongField('validFrom', null, 'type', property('TemporaryEvseStatus', 'validFrom', 'type')),
  wrongField('validFrom', 'tomorrow', 'format', property('TemporaryEvseStatus', 'validFrom', 'format')),
  wrongField('validTo', 7, 'type', property('TemporaryEvseStatus', 'validTo', 'type')),
  wrongField('validTo', null, 'type', property('TemporaryEvseStatus', 'validTo', 'type')),
  wrongField('validTo', '2025-04-23T10:00:00', 'format', property('TemporaryEvseStatus', 'validTo', 'format')),
  ...[[RECORD], 'a text', null].map((json) => ({
    name: `the body ${JSON.stringify(json)}`,
    status: 200,
    headers: JSON_TYPE,
    json,
    reasons: [{ part: 'body' as const, at: '', keyword: 'type' }],
    breaks: [schema('TemporaryEvseStatus', 'type')],
  })),
  {
    name: 'an error without its envelope',
    status: 404,
    headers: JSON_TYPE,
    json: { message: 'Not found' },
    reasons: [{ part: 'body', at: '', keyword: 'required' }],
    breaks: [schema('ErrorEnvelope', 'required', 'error')],
  },
  {
    name: 'an error that is a list',
    status: 404,
    headers: JSON_TYPE,
    json: [],
    reasons: [{ part: 'body', at: '', keyword: 'type' }],
    breaks: [schema('ErrorEnvelope', 'type')],
  },
  wrongError('Not found', '/error', schema('ErrorDetails', 'type')),
  wrongErrorField('type'),
  wrongErrorField('code'),
  wrongErrorField('message'),
  wrongErrorField('param'),
  wrongErrorField('request_id'),
  wrongHeader(200, 'X-RateLimit-Limit', 'many', '#/components/headers/X-RateLimit-Limit/schema/type'),
  wrongHeader(200, 'X-RateLimit-Remaining', '1.5', '#/components/headers/X-RateLimit-Remaining/schema/type'),
  wrongHeader(200, 'X-RateLimit-Reset', 'noon', '#/components/headers/X-RateLimit-Reset/schema/type'),
  wrongHeader(429, 'Retry-After', 'soon', '#/components/headers/Retry-After/schema/type'),
  {
    name: 'no Retry-After',
    status: 429,
    headers: JSON_TYPE,
    json: { error: {} },
    reasons: [{ part: 'header', at: 'retry-after', keyword: 'required' }],
    breaks: ['#/components/headers/Retry-After/required'],
  },
  {
    name: 'a status that no page names',
    status: 202,
    headers: JSON_TYPE,
    json: RECORD,
    reasons: [{ part: 'status' }],
    breaks: [OK],
  },
  {
    name: 'a page instead of JSON',
    status: 200,
    headers: { 'content-type': 'text/html' },
    json: RECORD,
    reasons: [{ part: 'media type' }, { part: 'body', at: '', keyword: 'type' }],
    breaks: [`${OK}/content/application~1json`],
  },
  ...[RECORD, 'a text', null].map((json) => ({
    name: `the list ${JSON.stringify(json)}`,
    operationId: 'listTemporaryEvseStatuses' as const,
    status: 200,
    headers: JSON_TYPE,
    json,
    reasons: [{ part: 'body' as const, at: '', keyword: 'type' }],
    breaks: [schema('TemporaryEvseStatusList', 'type')],
  })),
  {
    name: 'a list whose second record has no evseId',
    operationId: 'listTemporaryEvseStatuses',
    status: 200,
    headers: JSON_TYPE,
    json: [RECORD, { ...RECORD, evseId: undefined }],
    reasons: [{ part: 'body', at: '/1', keyword: 'required' }],
    breaks: [schema('TemporaryEvseStatus', 'required', 'evseId')],
  },
  {
    name: 'a list with a number in it',
    operationId: 'listTemporaryEvseStatuses',
    status: 200,
    headers: JSON_TYPE,
    json: [7],
    reasons: [{ part: 'body', at: '/0', keyword: 'type' }],
    breaks: [schema('TemporaryEvseStatus', 'type')],
  },
];

/** Requests that the document does not allow, each with the reason and the place that it breaks. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { Operation, Pointer } from '../../generated/operations.ts';
import { pointer } from '../support/document.ts';
import type { OperationId } from '../support/document.ts';
import type { Reason } from '../support/reason.ts';
import type { RawRequest } from '../support/request.ts';
import { violationsOf } from './violations.ts';

export interface Refusal {
  /** Completes "refuses …". */
  readonly name: string;
  readonly request: RawRequest;
  readonly reasons: readonly Reason[];
  readonly breaks: readonly Pointer[];
}

const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE'];
const idOf = ({ operationId }: Operation) => operationId as OperationId;

function withWrongBody(operation: Operation): readonly Refusal[] {
  const { requestBody: described } = operation;
  const [content] = described?.content ?? [];
  if (!described || !content) return [];
  const refuse = (name: string, request: RawRequest, reason: Reason, place: Pointer): Refusal => ({
    name: `${operation.operationId} with ${name}`,
    request: { operation: idOf(operation), ...request },
    reasons: [reason],
    breaks: [place],
  });
  const json = pointer(described.pointer, 'content', content.mediaType);
  const missing: Reason = { part: 'body', at: '', keyword: 'required' };
  return [
    ...violationsOf(content.schema, content.examples[0]?.value).map(({ name, body, reasons, breaks }) => ({
      name: `${operation.operationId} with ${name}`,
      request: { operation: idOf(operation), json: body },
      reasons,
      breaks,
    })),
    refuse('no body', { body: null }, missing, pointer(described.pointer, 'required')),
    ...['{"temporaryStatus":"BLOCKED"', "{'temporaryStatus':'BLOCKED'}", '<temporaryStatus/>'].map((body) =>
      refuse(`the body ${body}`, { body }, { part: 'syntax' }, json),
    ),
    ...['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'].map(
      (type) => refuse(`the media type ${type}`, { headers: { 'content-type': type } }, { part: 'media type' }, json),
    ),
  ];
}

/** Ids that are not numbers. */
const WRONG_IDS = ['abc', '42abc', 'NaN', 'true', 'null', '42,43', '4_2', '%00', '%D9%A4%D9%A2', 'DK*SPI*E123*1'];

function withWrongParameter({ operationId, parameters }: Operation): readonly Refusal[] {
  // A query parameter that is a string takes any text.
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name, schema }) =>
      WRONG_IDS.map((id) => ({
        name: `${operationId} with the ${name} ${id}`,
        request: { operation: operationId as OperationId, id },
        reasons: [{ part: 'path', at: name, keyword: 'type' }] as const,
        breaks: [pointer(schema, 'type')],
      })),
    );
}

function withWrongHeader(operation: Operation): readonly Refusal[] {
  const refuse = (header: string, value: string | undefined, part: Reason['part'], place: Pointer): Refusal => ({
    name: `${operation.operationId} with ${value === undefined ? `no ${header}` : `the ${header} ${JSON.stringify(value)}`}`,
    request: { operation: idOf(operation), headers: { [header]: value } },
    reasons: [{ part }],
    breaks: [place],
  });
  return [
    ...[undefined, '', 'key', 'Bearer', 'Basic a2V5Og==', 'Token key'].map((value) =>
      refuse('authorization', value, 'security', '#/components/securitySchemes/apiKey'),
    ),
    ...['text/html', 'application/xml'].map((value) => refuse('accept', value, 'accept', operation.pointer)),
  ];
}

function withWrongMethod({ operationId, path, pointer: place }: Operation): readonly Refusal[] {
  const known = OPERATIONS.filter((one) => one.path === path).map(({ method }) => method);
  return METHODS.filter((method) => !known.includes(method)).map((method) => ({
    name: `${method} for ${operationId}`,
    request: { operation: operationId as OperationId, method },
    reasons: [{ part: 'method' }],
    breaks: [place],
  }));
}

const WRONG_PATHS = [
  '/',
  '/v1/temporary-evse-statuses/42',
  '/temporary-evse-statuses/42',
  '/v2/temporary-evse-statuses/42/validTo',
  '/v2//temporary-evse-statuses/42',
  '/V2/temporary-evse-statuses/42',
];

export const REFUSALS: readonly Refusal[] = [
  ...OPERATIONS.flatMap((operation) => [
    ...withWrongBody(operation),
    ...withWrongParameter(operation),
    ...withWrongHeader(operation),
    ...withWrongMethod(operation),
  ]),
  ...WRONG_PATHS.map((path) => ({
    name: `the path ${path}`,
    request: { path },
    reasons: [{ part: 'route' }] as const,
    breaks: [],
  })),
];

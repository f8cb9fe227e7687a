/** Requests at the edge of what the document allows. What it does not state, it does not forbid. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { OperationId } from '../support/document.ts';
import { exampleOf } from '../support/document.ts';
import type { RawRequest } from '../support/request.ts';

export interface Allowed {
  /** Completes "accepts …". */
  readonly name: string;
  readonly request: RawRequest;
}

const TIMES = [
  '2025-04-23t10:00:00z',
  '2025-04-23T10:00:00.123456789Z',
  '2025-04-23T12:00:00+02:00',
  '2025-04-23T10:00:00-00:00',
  '2016-12-31T23:59:60Z',
  '2024-02-29T10:00:00Z',
];

const HEADERS = [
  ['a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ['a media type in capitals', { 'content-type': 'Application/JSON' }],
  ['any media type accepted', { accept: '*/*' }],
  ['JSON accepted among others', { accept: 'text/html, application/json;q=0.5' }],
] as const;

const ofWrites = OPERATIONS.filter(({ requestBody }) => requestBody).flatMap(({ operationId }): Allowed[] => {
  const operation = operationId as OperationId;
  const valid = Object(exampleOf(operation)) as Readonly<Record<string, unknown>>;
  const text = JSON.stringify(valid);
  const bodies: [string, Omit<RawRequest, 'operation'>][] = [
    ...['validFrom', 'validTo'].flatMap((field) =>
      TIMES.map((time): [string, RawRequest] => [`the ${field} ${time}`, { json: { ...valid, [field]: time } }]),
    ),
    ['a field that the document does not know', { json: { ...valid, unknownField: 'x' } }],
    ['its end before its start', { json: { ...valid, validTo: '2025-04-22T10:00:00Z' } }],
    ['space around JSON', { body: `\n ${text} \n` }],
    ['escapes in JSON', { body: text.replace('temporaryStatus', String.raw`temporary\u0053tatus`) }],
    ...HEADERS.map(([name, headers]): [string, RawRequest] => [name, { headers }]),
  ];
  return bodies.map(([name, request]) => ({ name: `${operation} with ${name}`, request: { operation, ...request } }));
});

const query = (text: string): Allowed => ({
  name: `listTemporaryEvseStatuses with ?${text}`,
  request: { operation: 'listTemporaryEvseStatuses', path: `/v2/temporary-evse-statuses?${text}` },
});

export const ALLOWED: readonly Allowed[] = [
  ...ofWrites,
  { name: 'an update of nothing', request: { json: {} } },
  query('evseId=DK*SPI*E123*1'),
  query('evseId='),
  query('activeOnly=false'),
  query('activeOnly=anything'),
  query('unknown=1'),
];

/** Calls of the client that the document allows. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { Pointer } from '../../generated/operations.ts';
import { TEMPORARY_STATUSES } from '../../src/index.ts';
import type { Arguments } from '../support/client.ts';
import { exampleOf } from '../support/document.ts';
import type { OperationId } from '../support/document.ts';

export interface SentRequest {
  /** Completes "a call with …". */
  readonly name: string;
  readonly operation: OperationId;
  readonly given: Arguments;
  /** The document's example that it sends. */
  readonly example?: Pointer;
}

const FROM = '2025-04-23T10:00:00Z';
const TO = '2025-04-23T18:00:00Z';

/** Fields that a create and an update share. */
const FIELDS: Readonly<Record<string, object>> = {
  ...Object.fromEntries(TEMPORARY_STATUSES.map((temporaryStatus) => [temporaryStatus, { temporaryStatus }])),
  'a start alone': { validFrom: FROM, validTo: undefined },
  'an end alone': { validFrom: undefined, validTo: TO },
  Dates: { validFrom: new Date(FROM), validTo: new Date(TO) },
  offsets: { validFrom: '2025-04-23T12:00:00+02:00', validTo: '2025-04-23T12:00:00.5-03:30' },
};

const writes = ['updateTemporaryEvseStatus', 'createTemporaryEvseStatus'] as const;

const bodies = OPERATIONS.flatMap(({ operationId, requestBody }) =>
  (requestBody?.content ?? []).flatMap(({ examples }) =>
    examples.map(({ name, pointer, value }) => ({
      name: `the example ${name}`,
      operation: operationId as OperationId,
      given: { body: value },
      example: pointer,
    })),
  ),
);

const parameters = OPERATIONS.flatMap(({ operationId, parameters: described }) =>
  described.flatMap(({ name, in: kind, examples }) =>
    examples.map(({ name: example, pointer, value }) => ({
      name: `the ${name} of the example ${example}`,
      operation: operationId as OperationId,
      given: kind === 'path' ? { id: value } : { filter: { [name]: name === 'activeOnly' ? value === 'true' : value } },
      example: pointer,
    })),
  ),
);

export const REQUESTS: readonly SentRequest[] = [
  ...bodies,
  ...parameters,
  ...writes.flatMap((operation) =>
    Object.entries(FIELDS).map(([name, fields]) => ({
      name,
      operation,
      given: { body: { ...(exampleOf(operation) as object), ...fields } },
    })),
  ),
  { name: 'no fields', operation: 'updateTemporaryEvseStatus', given: { body: {} } },
  { name: 'the smallest id', operation: 'updateTemporaryEvseStatus', given: { id: 0 } },
  { name: 'the largest id', operation: 'updateTemporaryEvseStatus', given: { id: Number.MAX_SAFE_INTEGER } },
  { name: 'no filter', operation: 'listTemporaryEvseStatuses', given: {} },
  {
    name: 'both filters, one of them escaped',
    operation: 'listTemporaryEvseStatuses',
    given: { filter: { evseId: 'a&b=c +é/#?', activeOnly: false } },
  },
];

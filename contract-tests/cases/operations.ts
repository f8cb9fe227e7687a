/** A valid call of each operation, through the client, through `raw` and past both. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { Operation, Pointer } from '../../generated/operations.ts';
import type { operations } from '../../generated/types.ts';
import type { TemporaryEvseStatusesClient } from '../../src/index.ts';
import type { RawRequest } from '../support/request.ts';
import { CREATE, LIST, UPDATE } from './pointers.ts';

export interface OperationCase {
  readonly operationId: keyof operations;
  readonly pointer: Pointer;
  readonly call: (client: TemporaryEvseStatusesClient, id: number) => Promise<unknown>;
  readonly raw: (
    client: TemporaryEvseStatusesClient,
    id: number,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
  /** What differs from a valid update past the client. */
  readonly request: RawRequest;
}

const path = '/v2/temporary-evse-statuses';
const status = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'BLOCKED' } as const;
const change = { temporaryStatus: 'BLOCKED' } as const;

export const OPERATION_CASES: readonly OperationCase[] = [
  {
    operationId: 'listTemporaryEvseStatuses',
    pointer: LIST,
    call: (client) => client.list(),
    raw: ({ raw }) => raw.GET(path),
    request: { method: 'GET', path, body: null, headers: { 'content-type': undefined } },
  },
  {
    operationId: 'createTemporaryEvseStatus',
    pointer: CREATE,
    call: (client) => client.create(status),
    raw: ({ raw }) => raw.POST(path, { body: status }),
    request: { method: 'POST', path, json: status },
  },
  {
    operationId: 'updateTemporaryEvseStatus',
    pointer: UPDATE,
    call: (client, id) => client.update(id, change),
    raw: ({ raw }, id) => raw.PATCH(`${path}/{id}`, { params: { path: { id } }, body: change }),
    request: { json: change },
  },
];

export function operationOf(operationId: keyof operations): Operation {
  const operation = OPERATIONS.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error(`The document has no operation ${operationId}.`);
  return operation;
}

export function caseOf(operationId: keyof operations): OperationCase {
  const found = OPERATION_CASES.find((one) => one.operationId === operationId);
  if (found === undefined) throw new Error(`No test calls ${operationId}.`);
  return found;
}

/** Places in the document, as findings name them. */
import { OPERATIONS, type Operation, type Pointer } from '../../generated/operations.ts';
import { DOCUMENT, at, follow, membersOf } from '../support/document.ts';

export const OPERATION_NAMES = ['list', 'create', 'update'] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];
/** The operations with a body. */
export const WRITES = ['create', 'update'] as const;

/** The operation of a name: `updateTemporaryEvseStatus` is `update`. */
export function operationOf(name: OperationName): Operation {
  const operation = OPERATIONS.find(({ operationId }) => operationId.startsWith(name));
  if (operation === undefined) throw new Error(`The document has no operation ${name}.`);
  return operation;
}

export const apiKey = '#/components/securitySchemes/apiKey';
export const recordSchema = '#/components/schemas/TemporaryEvseStatus';
export const listSchema = '#/components/schemas/TemporaryEvseStatusList';
export const envelopeSchema = '#/components/schemas/ErrorEnvelope';
export const errorSchema = '#/components/schemas/ErrorDetails';
export const idParameter: Pointer = `${operationOf('update').pointer}/parameters/0`;

export const responsesOf = (name: OperationName): Pointer => `${operationOf(name).pointer}/responses`;
export const requestBody = (name: OperationName): Pointer => `${operationOf(name).pointer}/requestBody`;
export const jsonBodyOf = (name: OperationName): Pointer => `${requestBody(name)}/content/application~1json`;
export const parameter = (index: 0 | 1): Pointer => `${operationOf('list').pointer}/parameters/${index}`;

/** A documented response, for example `#/components/responses/NotFound`. */
export function response(name: OperationName, status: number): Pointer {
  const found = operationOf(name).responses.find((documented) => documented.status === String(status));
  if (found === undefined) throw new Error(`The document gives ${name} no ${status}.`);
  return found.pointer;
}

export function successOf(name: OperationName): number {
  return Number(operationOf(name).responses.find(({ status }) => status.startsWith('2'))?.status);
}

/** The schema of a request's body. */
export const bodySchema = (name: OperationName): Pointer => operationOf(name).requestBody?.content[0]?.schema ?? '';

/** The names of the fields of a request's body. */
export const requestFields = (name: OperationName): readonly string[] =>
  membersOf(at(DOCUMENT, `${bodySchema(name)}/properties`)).map(([field]) => field);

/** A field of a request's body, references not followed. */
export const requestField = (name: OperationName, field: string): Pointer => `${bodySchema(name)}/properties/${field}`;

/** A constraint of a field of a request's body, where the document writes it. */
export const constraint = (name: OperationName, field: string, keyword: string): Pointer =>
  `${follow(DOCUMENT, requestField(name, field))}/${keyword}`;

export const recordField = (field: string): Pointer => `${recordSchema}/properties/${field}`;
export const errorField = (field: string): Pointer => `${errorSchema}/properties/${field}`;
export const header = (name: string): Pointer => `#/components/headers/${name}`;

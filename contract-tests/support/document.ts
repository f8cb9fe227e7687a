/** The document as plain JSON, so that the tests see errors of the generator. */
import document from '../../generated/openapi.json' with { type: 'json' };
import { OPERATIONS } from '../../generated/operations.ts';
import type { Operation, Pointer } from '../../generated/operations.ts';
import type { components, operations } from '../../generated/types.ts';
import { joinPointer as pointer, valueAt as at } from '../../src/shared/json-pointer.ts';

export { at, pointer };

export type Json = Readonly<Record<string, unknown>>;
export type OperationId = keyof operations;

export const DOCUMENT: Json = document;

export function operationOf(id: OperationId): Operation {
  const found = OPERATIONS.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`The document has no operation ${id}.`);
  return found;
}

export function pathOf(id: OperationId, recordId = '42'): string {
  return operationOf(id).path.replace('{id}', recordId);
}

/** The first example of an operation's body; `undefined` where it has none. */
export function exampleOf(id: OperationId): unknown {
  return operationOf(id).requestBody?.content[0]?.examples[0]?.value;
}

/** The place of a named schema. */
export function schema(name: keyof components['schemas']): Pointer {
  return pointer('#/components/schemas', name);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object; none where there is no object. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The place that a pointer leads to once references are followed. */
export function follow(from: Json, place: Pointer): Pointer {
  const value = at(from, place);
  if (value === undefined) throw new Error(`The document has nothing at ${place}.`);
  return isObject(value) && typeof value['$ref'] === 'string' ? follow(from, value['$ref']) : place;
}

/** Where the tables' names stand in the document. Written by hand: the coverage test compares them with the document. */
import type { components } from '../../generated/types.ts';
import { pointer } from '../support/document.ts';

const COLLECTION = pointer('#', 'paths', '/v2/temporary-evse-statuses');

export const LIST = pointer(COLLECTION, 'get');
export const LIST_EVSE_ID = pointer(LIST, 'parameters', 0);
export const LIST_ACTIVE_ONLY = pointer(LIST, 'parameters', 1);
export const CREATE = pointer(COLLECTION, 'post');
export const CREATE_BODY = pointer(CREATE, 'requestBody');
export const UPDATE = pointer('#', 'paths', '/v2/temporary-evse-statuses/{id}', 'patch');
export const UPDATE_BODY = pointer(UPDATE, 'requestBody');
export const UPDATE_ID = pointer(UPDATE, 'parameters', 0);

export function schema(name: keyof components['schemas'], ...segments: readonly (string | number)[]): string {
  return pointer('#/components/schemas', name, ...segments);
}

export function property(name: keyof components['schemas'], ...segments: readonly string[]): string {
  return schema(name, 'properties', ...segments);
}

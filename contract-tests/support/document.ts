/** The document as the tests read it: plain JSON, walked by code of their own, so that a fault of the generator shows. */
import document from '../../generated/openapi.json' with { type: 'json' };
import type { Pointer } from '../../generated/operations.ts';

export type Json = Readonly<Record<string, unknown>>;

export const DOCUMENT: Json = document;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object; none where there is no object. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

export function pointer(base: Pointer, ...segments: readonly (string | number)[]): Pointer {
  return [base, ...segments.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** What stands at a pointer, references not followed; `undefined` where nothing does. */
export function at(from: Json, place: Pointer): unknown {
  let value: unknown = from;
  for (const segment of place.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Json)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** Where the thing at a pointer really stands: references followed. */
export function follow(from: Json, place: Pointer): Pointer {
  const value = at(from, place);
  if (value === undefined) throw new Error(`The document has nothing at ${place}.`);
  return isObject(value) && typeof value['$ref'] === 'string' ? follow(from, value['$ref']) : place;
}

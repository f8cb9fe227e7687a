/** Every place of a document that needs a test. References are not followed, so each place comes once. */
import type { Pointer } from '../../generated/operations.ts';
import { at, isObject, membersOf, pointer } from './document.ts';
import type { Json } from './document.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Schema keywords that no value can break, and those whose members are the places instead. */
const NO_CONSTRAINTS = ['title', 'description', 'default', 'properties', 'items', 'required', 'anyOf', '$ref'];

/**
 * Operations, parameters, statuses, media types, headers, examples, security schemes, and each constraint of a schema. A
 * required field has its name at the end: `…/required/evseId`.
 */
export function placesOf(document: Json): readonly Pointer[] {
  return [...walk('#/paths'), ...walk('#/components')];

  function* walk(place: Pointer): Generator<Pointer> {
    const [parent = '', name = ''] = place.split('/').slice(-2);
    if (parent === 'schemas' || name === 'schema') {
      yield* schema(place);
      return;
    }
    const value = at(document, place);
    const isReference = isObject(value) && '$ref' in value;
    if (['responses', 'content', 'examples', 'securitySchemes'].includes(parent) && !isComponent(place)) yield place;
    if (METHODS.includes(name) || name === 'example') yield place;
    // Without its parameter, a path is another path.
    const isInPath = at(document, `${place.slice(0, place.lastIndexOf('/'))}/in`) === 'path';
    if (name === 'required' && value === true && !isInPath) yield place;
    // A response refers to a shared header.
    if (['parameters', 'headers'].includes(parent) && !isReference) yield place;
    if (parent === 'examples' || name.startsWith('x-')) return;
    if (typeof value === 'object' && value !== null) {
      for (const member of Object.keys(value)) yield* walk(pointer(place, member));
    }
  }

  function* schema(place: Pointer): Generator<Pointer> {
    for (const [keyword, value] of membersOf(at(document, place))) {
      const here = pointer(place, keyword);
      if (keyword === 'properties') for (const [name] of membersOf(value)) yield* schema(pointer(here, name));
      if (keyword === 'items') yield* schema(here);
      if (keyword === 'anyOf') for (const index of (value as unknown[]).keys()) yield* schema(pointer(here, index));
      if (keyword === 'required') for (const name of value as string[]) yield pointer(here, name);
      // In a query or a header, everything is text already, so nothing breaks this.
      const isText = value === 'string' && place.endsWith('/schema');
      if (!NO_CONSTRAINTS.includes(keyword) && !isText) yield here;
    }
  }
}

/** A shared response: its place is where an operation refers to it. */
const isComponent = (place: Pointer) => /^#\/components\/responses\/[^/]+$/.test(place);

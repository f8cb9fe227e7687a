/** Every place of a document that a test has to stand behind. */
import type { Pointer } from '../../generated/operations.ts';
import { at, follow, isObject, membersOf, pointer } from './document.ts';
import type { Json } from './document.ts';

export type PlaceKind =
  | 'server'
  | 'security scheme'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'status'
  | 'media type'
  | 'example'
  | 'property'
  | 'enum value'
  | 'constraint';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Schema keywords that no value can break. */
const ANNOTATIONS = [
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$ref',
  '$comment',
];

/**
 * The places of a document, in its order; references are not followed, so that each place is met once. A member of a
 * list of names or values is called by what it is, not by its index: `…/required/evseId`, `…/enum/BLOCKED`.
 */
export function placesOf(document: Json): ReadonlyMap<Pointer, PlaceKind> {
  const places = new Map<Pointer, PlaceKind>();

  each('#/servers', (place) => places.set(place, 'server'));
  each('#/paths', (path) => {
    each(path, (place) => {
      if (METHODS.some((method) => place.endsWith(`/${method}`))) operation(place);
      if (place === pointer(path, 'parameters')) each(place, field('parameter'));
    });
  });
  each('#/components/securitySchemes', (place) => places.set(place, 'security scheme'));
  each('#/components/schemas', schema);
  each('#/components/headers', field());
  each('#/components/parameters', field('parameter'));
  each('#/components/requestBodies', body);
  each('#/components/responses', body);
  return places;

  function operation(place: Pointer): void {
    places.set(place, 'operation');
    each(pointer(place, 'parameters'), field('parameter'));
    if (at(document, pointer(place, 'requestBody')) !== undefined) body(pointer(place, 'requestBody'));
    each(pointer(place, 'responses'), (response) => {
      places.set(response, 'status');
      body(response);
    });
  }

  /** A request body or an answer. */
  function body(place: Pointer): void {
    required(place);
    each(pointer(place, 'headers'), field('header'));
    each(pointer(place, 'content'), (content) => {
      places.set(content, 'media type');
      examples(content);
      schema(pointer(content, 'schema'));
    });
  }

  /** A parameter, or a header where an answer names it. */
  function field(kind?: 'parameter' | 'header'): (place: Pointer) => void {
    return (place) => {
      if (kind !== undefined) places.set(place, kind);
      required(place);
      examples(place);
      const type = pointer(place, 'schema', 'type');
      schema(pointer(place, 'schema'));
      // What stands in a path or a header is text already: nothing can break this.
      if (at(document, type) === 'string') places.delete(type);
    };
  }

  function required(place: Pointer): void {
    const keyword = pointer(place, 'required');
    if (at(document, keyword) === true) places.set(keyword, 'constraint');
  }

  function examples(place: Pointer): void {
    const single = pointer(place, 'example');
    if (at(document, single) !== undefined) places.set(single, 'example');
    each(pointer(place, 'examples'), (example) => places.set(example, 'example'));
  }

  function schema(place: Pointer): void {
    for (const [keyword, value] of membersOf(at(document, place))) {
      if (ANNOTATIONS.includes(keyword) || keyword.startsWith('x-')) continue;
      const here = pointer(place, keyword);
      if (keyword === 'properties') {
        each(here, (property) => {
          places.set(property, 'property');
          schema(property);
        });
        continue;
      }
      if (keyword === 'items') {
        schema(here);
        continue;
      }
      if (keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf') {
        each(here, schema);
        continue;
      }
      if (keyword !== 'required') places.set(here, 'constraint');
      if (Array.isArray(value)) {
        for (const one of value)
          places.set(pointer(here, String(one)), keyword === 'enum' ? 'enum value' : 'constraint');
      } else if (isObject(value)) schema(here);
    }
  }

  function each(place: Pointer, visit: (place: Pointer) => void): void {
    const value = at(document, place);
    if (Array.isArray(value))
      value.forEach((_, index) => {
        visit(pointer(place, index));
      });
    else for (const [name] of membersOf(value)) visit(pointer(place, name));
  }
}

/**
 * The properties and enum values of a schema that a value makes use of. What the schema does not describe comes
 * back as the place where it would stand.
 */
export function placesInUse(document: Json, schema: Pointer, value: unknown): readonly Pointer[] {
  const real = follow(document, schema);
  const found: Pointer[] = [];
  if (at(document, pointer(real, 'enum')) !== undefined) found.push(pointer(real, 'enum', String(value)));
  const branches = at(document, pointer(real, 'anyOf'));
  if (Array.isArray(branches)) {
    branches.forEach((_, index) => found.push(...placesInUse(document, pointer(real, 'anyOf', index), value)));
  }
  if (Array.isArray(value) && at(document, pointer(real, 'items')) !== undefined) {
    for (const member of value) found.push(...placesInUse(document, pointer(real, 'items'), member));
  }
  for (const [name, member] of membersOf(value)) {
    const property = pointer(real, 'properties', name);
    found.push(property);
    if (at(document, property) !== undefined) found.push(...placesInUse(document, property, member));
  }
  return found;
}

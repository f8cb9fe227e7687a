// @ts-check
/** Prepares a schema of the document for Ajv. */
import { pointer, resolve, valueAt } from './walk-document.mjs';

/**
 * @typedef {import('./walk-document.mjs').Schema} Schema
 * @typedef {import('ajv/dist/2020.js').Ajv2020} Ajv2020
 */

/** Keywords for readers, which a validator ignores; they may be siblings of a `$ref`. */
const annotations = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
]);

/** Keywords that contain schemas: one, a list of them, or a map of them. */
const subschemas = /** @type {const} */ ({
  one: ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas'],
});

/** The formats that the document may use, and the function of src/shared/rfc3339.ts that checks each. */
export const formats = { 'date-time': 'isDateTime' };

/**
 * The schema at a pointer, with references resolved and extensions removed; with `strict`, it allows only what is described.
 * `places` gets the place of each keyword in the document.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @param {string} from
 * @param {{ ajv: Ajv2020, strict: boolean, key: string, places: Map<string, string>, trail: string[], path?: string }} context
 * @returns {Schema | boolean}
 */
export function flattenSchema(document, from, context) {
  const { ajv, strict, key, places, trail, path = '#' } = context;
  const written = /** @type {Schema} */ (valueAt(document, from));
  if (typeof written === 'object' && '$ref' in written) {
    const constraints = Object.keys(written).filter((word) => word !== '$ref' && !isAnnotation(word));
    if (constraints.length > 0) {
      throw new Error(
        `${from}: ${constraints.join(', ')} beside a $ref is not supported; state it in what is referred to.`,
      );
    }
  }
  const { at, value } = resolve(document, from);
  if (trail.includes(at)) throw new Error(`${at} contains itself; recursive schemas are not supported.`);
  const schema = /** @type {Schema | boolean} */ (value);
  if (typeof schema === 'boolean') return schema;

  // An open enum: the contract allows any value, the strict validator only the known ones.
  if (document['x-open-enums']?.includes(at)) {
    return flattenSchema(document, pointer(at, 'anyOf', strict ? 0 : 1), { ...context, trail: [...trail, at] });
  }

  /** @type {Schema} */
  const flat = {};
  for (const [word, content] of Object.entries(schema)) {
    if (isAnnotation(word)) continue;
    if (ajv.getKeyword(word) === false) throw new Error(`${at}: ${word} is not a keyword that can be compiled.`);
    if (word === 'format' && !(String(content) in formats)) {
      throw new Error(`${at}: no function checks the format ${JSON.stringify(content)}.`);
    }
    places.set(`${key} ${path}/${word}`, `${at}/${word}`);
    const next = (/** @type {(string | number)[]} */ ...segments) =>
      flattenSchema(document, pointer(at, word, ...segments), {
        ...context,
        trail: [...trail, at],
        path: pointer(path, word, ...segments),
      });
    if (includes(subschemas.one, word)) flat[word] = next();
    else if (includes(subschemas.list, word)) {
      flat[word] = /** @type {Schema[]} */ (content).map((_, index) => next(index));
    } else if (includes(subschemas.map, word)) {
      flat[word] = Object.fromEntries(Object.keys(/** @type {object} */ (content)).map((name) => [name, next(name)]));
    } else flat[word] = /** @type {unknown} */ (content);
  }
  if (strict && flat['properties'] !== undefined && flat['additionalProperties'] === undefined) {
    flat['additionalProperties'] = false;
    places.set(`${key} ${path}/additionalProperties`, `${at}/properties`);
  }
  return flat;
}

/** @param {string} word */
function isAnnotation(word) {
  return annotations.has(word) || word.startsWith('x-');
}

/**
 * @param {readonly string[]} list
 * @param {string} word
 */
function includes(list, word) {
  return list.includes(word);
}

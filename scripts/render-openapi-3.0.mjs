// @ts-check
/**
 * The document as OpenAPI 3.0.3, for tools that read nothing newer: the same content, except `500` for the range `5XX`, which
 * many of them do not know. What 3.0 cannot express is an error; nothing is dropped.
 */
import { pointer, resolve, validatedSchemas, valueAt } from './walk-document.mjs';

/** Members of OpenAPI 3.1 that 3.0 does not have, by the pointer of their owner. */
const newMembers = {
  '#': ['webhooks', 'jsonSchemaDialect'],
  '#/info': ['summary'],
  '#/info/license': ['identifier'],
  '#/components': ['pathItems'],
};

/** JSON Schema keywords of OpenAPI 3.1 that 3.0 does not have. */
const newKeywords = new Set([
  ...['const', 'examples', 'contentEncoding', 'contentMediaType', 'prefixItems', 'contains', 'propertyNames'],
  ...['patternProperties', 'dependentSchemas', 'dependentRequired', 'unevaluatedProperties', 'if', 'then', 'else'],
  ...['$defs', '$id', '$schema', '$comment', '$dynamicRef'],
]);

/**
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @returns {object}
 */
export function toOpenApi30(document) {
  for (const [at, names] of Object.entries(newMembers)) {
    const owner = Object(valueAt(document, at));
    for (const name of names) if (name in owner) refuse(name, at);
  }
  const named = Object.keys(/** @type {any} */ (document).components?.schemas ?? {});
  const schemas = named.map((name) => pointer('#/components/schemas', name));
  for (const at of new Set([...schemas, ...validatedSchemas(document).all])) {
    checkSchema(resolve(document, at).value, at);
  }
  return { .../** @type {object} */ (renameRanges(document)), openapi: '3.0.3' };
}

/**
 * @param {any} schema
 * @param {string} at
 */
function checkSchema(schema, at) {
  if (typeof schema === 'boolean') refuse('schema that is true or false', at);
  if (Array.isArray(schema.type)) refuse('list of types', at);
  if (schema.type === 'null') refuse('type null', at);
  for (const word of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (typeof schema[word] === 'number') refuse(`number for ${word}`, at);
  }
  for (const word of Object.keys(schema)) if (newKeywords.has(word)) refuse(word, at);

  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    for (const [index, part] of (schema[word] ?? []).entries()) checkSchema(part, pointer(at, word, index));
  }
  for (const word of ['items', 'not', 'additionalProperties']) {
    if (typeof schema[word] === 'object') checkSchema(schema[word], pointer(at, word));
  }
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    checkSchema(part, pointer(at, 'properties', name));
  }
}

/**
 * @param {string} what
 * @param {string} at
 * @returns {never}
 */
function refuse(what, at) {
  throw new Error(`${at}: OpenAPI 3.0 has no ${what}.`);
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function renameRanges(value) {
  if (Array.isArray(value)) return value.map(renameRanges);
  if (typeof value !== 'object' || value === null) return value;
  if ('5XX' in value && '500' in value) throw new Error('The document has both 5XX and 500; OpenAPI 3.0 can have one.');
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name === '5XX' ? '500' : name, renameRanges(member)]),
  );
}

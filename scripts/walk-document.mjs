// @ts-check
/**
 * Helpers of the generator for walking an OpenAPI document.
 *
 * @typedef {{ [keyword: string]: any, $ref?: string }} Schema
 * @typedef {{ $ref?: string, content?: Record<string, { schema?: Schema }>, headers?: Record<string, { $ref?: string, schema?: Schema }> }} Body
 * @typedef {object} Operation
 * @property {string} operationId
 * @property {string} [summary]
 * @property {Record<string, string[]>[]} [security]
 * @property {string} [x-rate-limit] - a member of the document's `x-rate-limits`
 * @property {{ $ref?: string, schema?: Schema }[]} [parameters]
 * @property {Body} [requestBody]
 * @property {Record<string, Body>} responses
 * @typedef {object} OpenApiDocument
 * @property {{ title: string, version: string }} info
 * @property {Record<string, string[]>[]} [security]
 * @property {{ 'url': string, 'x-environment': string }[]} servers
 * @property {Record<string, { requests: number, windowSeconds: number }>} [x-rate-limits]
 * @property {string[]} [x-open-enums] - pointers of schemas whose last alternative stands for values not known yet
 * @property {{ assumption: string, places: string[] }[]} [x-assumed]
 * @property {Record<string, Record<string, Operation>>} paths
 */

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Every operation, in the document's order.
 * @param {OpenApiDocument} document
 */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation, pointer: pointer('#', 'paths', path, method) })),
  );
}

/**
 * A JSON pointer (RFC 6901) as a URI fragment, its segments left readable: `{` and `}` are not percent-encoded.
 * @param {string} base
 * @param {...(string | number)} segments
 */
export function pointer(base, ...segments) {
  return [base, ...segments.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/**
 * The value at a pointer. References are not followed.
 * @param {OpenApiDocument} document
 * @param {string} at
 * @returns {any}
 */
export function valueAt(document, at) {
  const segments = at.split('/').slice(1);
  return segments.reduce(
    (value, segment) => value?.[segment.replaceAll('~1', '/').replaceAll('~0', '~')],
    /** @type {any} */ (document),
  );
}

/**
 * The value at a pointer, and the place where it is once all references are followed.
 * @param {OpenApiDocument} document
 * @param {string} at
 * @returns {{ at: string, value: any }}
 */
export function resolve(document, at) {
  for (let hops = 0; hops < 100; hops += 1) {
    const value = valueAt(document, at);
    if (value === undefined) throw new Error(`The document has nothing at ${at}.`);
    const reference = /** @type {unknown} */ (value.$ref);
    if (typeof reference !== 'string') return { at, value };
    at = reference;
  }
  throw new Error(`The references at ${at} are circular.`);
}

/**
 * Every `$ref` of a document: its place and its target.
 * @param {unknown} value
 * @param {string} [at]
 * @returns {{ at: string, to: string }[]}
 */
export function referencesOf(value, at = '#') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '$ref' && typeof member === 'string' ? [{ at, to: member }] : referencesOf(member, pointer(at, name)),
  );
}

/**
 * The pointers of the schemas that requests and responses are validated with, references followed.
 * @param {OpenApiDocument} document
 * @returns {{ success: Set<string>, bodies: Set<string>, all: Set<string> }} `success`: bodies of 2xx responses;
 *   `bodies`: bodies of all requests and responses; `all`: these, and parameters and headers
 */
export function validatedSchemas(document) {
  const success = /** @type {Set<string>} */ (new Set());
  const bodies = /** @type {Set<string>} */ (new Set());
  const all = /** @type {Set<string>} */ (new Set());
  for (const { operation, pointer: at } of operationsOf(document)) {
    (operation.parameters ?? []).forEach((_, index) => {
      addSchema(pointer(at, 'parameters', index), all);
    });
    if (operation.requestBody) addContent(pointer(at, 'requestBody'), all, bodies);
    for (const status of Object.keys(operation.responses)) {
      const response = resolve(document, pointer(at, 'responses', status));
      addContent(response.at, all, bodies, ...(status.startsWith('2') ? [success] : []));
      for (const header of Object.keys(/** @type {Body} */ (response.value).headers ?? {})) {
        addSchema(pointer(response.at, 'headers', header), all);
      }
    }
  }
  return { success, bodies, all };

  /**
   * @param {string} at
   * @param {...Set<string>} sets
   */
  function addSchema(at, ...sets) {
    const owner = resolve(document, at);
    const schema = resolve(document, pointer(owner.at, 'schema'));
    for (const set of sets) set.add(schema.at);
  }

  /**
   * @param {string} at
   * @param {...Set<string>} sets
   */
  function addContent(at, ...sets) {
    const body = resolve(document, at);
    for (const mediaType of Object.keys(/** @type {Body} */ (body.value).content ?? {})) {
      addSchema(pointer(body.at, 'content', mediaType), ...sets);
    }
  }
}

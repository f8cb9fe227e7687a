// @ts-check
/**
 * Compiles the document's schemas to plain validation code. Ajv works here, at build; what is shipped is what it writes.
 * Each schema gets a `contract` validator, which checks what the document states, and each body a `strict` one as well,
 * which also finds what the document does not know: unknown fields and unknown enum values.
 */
import { Ajv2020, _ } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { operationsOf, pointer, resolve, validatedSchemas } from './walk-document.mjs';

/** @typedef {import('./walk-document.mjs').Schema} Schema */

/** Keywords that say something to readers and nothing to a validator; they may stand beside a `$ref`. */
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

/** Keywords that hold schemas: one, a list of them, or a map of them. */
const subschemas = /** @type {const} */ ({
  one: ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas'],
});

/** The formats that the document may use, and the function of src/shared/rfc3339.ts that checks each. */
const formats = { 'date-time': 'isDateTime' };

/**
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @returns {Record<string, string>} file name → code
 */
export function compileValidators(document) {
  const { success, bodies, all } = validatedSchemas(document);
  const rest = [...all].filter((at) => !success.has(at));
  return {
    'success-validators.ts': [
      noCheck,
      'import { isDateTime } from "../src/shared/rfc3339.ts";',
      declarations,
      '/** Validators of the bodies of successful responses, by the JSON pointer of their schema in the document. */',
      compile(document, [...success], bodies, 'SUCCESS_VALIDATORS'),
      "/** The schema of the body of each operation's successful response: a key of `SUCCESS_VALIDATORS`. */",
      `export const SUCCESS_SCHEMAS = ${JSON.stringify(successSchemas(document), null, 2)} as const;`,
      '',
    ].join('\n'),
    'validators.ts': [
      noCheck,
      'import { isDateTime } from "../src/shared/rfc3339.ts";',
      'import { SUCCESS_VALIDATORS, type Validators } from "./success-validators.ts";',
      '/** Validators of every other schema of the document. */',
      compile(document, rest, bodies, 'OTHER_VALIDATORS'),
      '/** Validators of every body, parameter and header of the document, by the JSON pointer of their schema in it. */',
      'export const VALIDATORS: Readonly<Record<string, Validators>> = { ...SUCCESS_VALIDATORS, ...OTHER_VALIDATORS };',
      '',
    ].join('\n'),
  };
}

/**
 * Operation id → pointer of the schema of its one successful body.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 */
function successSchemas(document) {
  return Object.fromEntries(
    operationsOf(document).map(({ operation, pointer: at }) => {
      const [status] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
      const content = pointer(
        resolve(document, pointer(at, 'responses', String(status))).at,
        'content',
        'application/json',
      );
      return [operation.operationId, resolve(document, pointer(content, 'schema')).at];
    }),
  );
}

const noCheck = '// @ts-nocheck -- the functions are written by Ajv, as JavaScript; what is exported is typed.';

const declarations = `
/** One place where a value is not what the document says. */
export interface Violation {
  /** JSON pointer into the value, \`""\` for the whole. */
  readonly instancePath: string;
  /** JSON pointer of the keyword in the document, references followed. */
  readonly schemaPath: string;
  /** The keyword that is broken, for example \`enum\`. */
  readonly keyword: string;
  /** What the keyword asked for, in Ajv's terms, for example \`{ allowedValues: […] }\`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** A reason in English, to be read after the name of the value: "must be string". */
  readonly message: string;
}

/** Every violation of a schema by a value, in the schema's order; empty where there is none. */
export type Validator = (value: unknown) => readonly Violation[];

export interface Validators {
  /** Checks what the document states. */
  readonly contract: Validator;
  /** As \`contract\`, and finds unknown fields and unknown enum values as well. Bodies only. */
  readonly strict?: Validator;
}
`;

/**
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @param {string[]} schemas - pointers
 * @param {Set<string>} withStrict - pointers of those that get a strict validator as well
 * @param {string} name - of the constant that is exported
 */
function compile(document, schemas, withStrict, name) {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    ownProperties: true,
    inlineRefs: true,
    formats: Object.fromEntries(Object.keys(formats).map((format) => [format, () => true])),
    code: { source: true, esm: true, lines: true, formats: _`FORMATS` },
  });
  // A keyword of OpenAPI 3.0 that Ajv knows, and JSON Schema 2020-12 does not: there, `type: [string, 'null']` says it.
  ajv.removeKeyword('nullable');
  /** @type {Record<string, string>} */
  const exported = {};
  /** @type {string[]} */
  const rows = [];
  /** @type {Map<string, string>} */
  const places = new Map();

  schemas.forEach((at, index) => {
    /** @param {'contract' | 'strict'} strength */
    const add = (strength) => {
      const key = `${strength}${index}`;
      const schema = flatten(document, at, { ajv, strict: strength === 'strict', key, places, trail: [] });
      try {
        ajv.addSchema(schema, key);
        ajv.getSchema(key);
      } catch (error) {
        // Ajv names the schema by our key; readers know it by its place in the document.
        const reason = error instanceof Error ? error.message.replaceAll(`"${key}#`, `"${at}`) : String(error);
        throw new Error(`${at} cannot be compiled: ${reason}`, { cause: error });
      }
      exported[key] = key;
      return `${strength}: validator(${key})`;
    };
    const members = [add('contract'), ...(withStrict.has(at) ? [add('strict')] : [])];
    rows.push(`  ${JSON.stringify(at)}: { ${members.join(', ')} },`);
  });

  const code = standalone(ajv, exported);
  const [head, ...functions] = code.split(/^(?=export const (?:contract|strict)\d+ = )/m);
  const body = [head, ...functions.map((text) => withPlaces(text, places))].join('');
  return [
    withFormats(body).replace('"use strict";', '').replaceAll('export const', 'const').trim(),
    '',
    'const validator = (validate) => (value) => (validate(value) ? [] : validate.errors);',
    '',
    `export const ${name}: Readonly<Record<string, Validators>> = {`,
    ...rows,
    '};',
    '',
  ].join('\n');
}

/**
 * The schema at a pointer with its references written out, its extensions left out and, where `strict` asks for it,
 * nothing allowed that is not described. `places` learns where in the document each keyword stands.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @param {string} from
 * @param {{ ajv: Ajv2020, strict: boolean, key: string, places: Map<string, string>, trail: string[], path?: string }} context
 * @returns {Schema | boolean}
 */
function flatten(document, from, context) {
  const { ajv, strict, key, places, trail, path = '#' } = context;
  const written = /** @type {Schema} */ (resolveOnce(document, from));
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

  // Known values or "another, not known yet": the contract asks for the latter, the strict validator for the former.
  if (document['x-open-enums']?.includes(at)) {
    return flatten(document, pointer(at, 'anyOf', strict ? 0 : 1), { ...context, trail: [...trail, at] });
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
      flatten(document, pointer(at, word, ...segments), {
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

/**
 * Writes the document's own pointers into Ajv's error objects.
 * @param {string} code - of one function
 * @param {Map<string, string>} places
 */
function withPlaces(code, places) {
  const key = /^export const (\w+)/.exec(code)?.[1];
  return code.replaceAll(/schemaPath:"([^"]*)"/g, (_whole, path) => {
    const text = decodeURIComponent(String(path));
    // `required`, `dependentRequired` and the like end in the keyword; what is below it is not a place of its own.
    const place = places.get(`${key} ${text}`);
    if (place === undefined) throw new Error(`No place in the document is known for ${key} ${text}.`);
    return `schemaPath:${JSON.stringify(place)}`;
  });
}

/** @param {string} code */
function withFormats(code) {
  const named = code.replaceAll(/FORMATS(?:\["([^"]+)"\]|\.(\w+))/g, (_whole, quoted, plain) => {
    const format = String(quoted ?? plain);
    if (!(format in formats)) throw new Error(`No function checks the format ${format}.`);
    return formats[/** @type {keyof typeof formats} */ (format)];
  });
  const left = /require\([^)]*\)/.exec(named);
  if (left) throw new Error(`The validators would need ${left[0]} at run time; nothing of a validator is shipped.`);
  return named;
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

/**
 * What stands at a pointer, references not followed.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @param {string} at
 */
function resolveOnce(document, at) {
  const parent = at.slice(0, at.lastIndexOf('/'));
  const last = at
    .slice(at.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const owner = /** @type {Record<string, unknown>} */ (resolve(document, parent).value);
  return owner[last];
}

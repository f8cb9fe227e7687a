// @ts-check
/**
 * Compiles the document's schemas to plain validation code. Ajv runs here, at build time; only its output is shipped.
 * Each schema gets a `contract` validator, which checks what the document states, and each body a `strict` one as well,
 * which also finds what the document does not know: unknown fields and unknown enum values.
 */
import { Ajv2020, _ } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { flattenSchema, formats } from './flatten-schema.mjs';
import { operationsOf, pointer, resolve, validatedSchemas } from './walk-document.mjs';

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
      'import type { Validators } from "../src/shared/validator.ts";',
      'export type * from "../src/shared/validator.ts";',
      '',
      '/** Validators of the bodies of successful responses, by the JSON pointer of their schema in the document. */',
      compile(document, [...success], bodies, `SUCCESS_VALIDATORS: ${successType}`),
      "/** The schema of the body of each operation's successful response: a key of `SUCCESS_VALIDATORS`. */",
      `export const SUCCESS_SCHEMAS = ${JSON.stringify(successSchemas(document), null, 2)} as const;`,
      '',
    ].join('\n'),
    'validators.ts': [
      noCheck,
      'import { isDateTime } from "../src/shared/rfc3339.ts";',
      'import type { Validators } from "../src/shared/validator.ts";',
      'import { SUCCESS_VALIDATORS } from "./success-validators.ts";',
      '',
      '/** Validators of every other schema of the document. */',
      compile(document, rest, bodies, 'OTHER_VALIDATORS: Readonly<Record<string, Validators>>'),
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

const successType = 'Readonly<Record<(typeof SUCCESS_SCHEMAS)[keyof typeof SUCCESS_SCHEMAS], Required<Validators>>>';

const noCheck = '// @ts-nocheck -- the functions are written by Ajv, as JavaScript; what is exported is typed.';

/**
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 * @param {string[]} schemas - pointers
 * @param {Set<string>} withStrict - pointers of those that get a strict validator as well
 * @param {string} name - of the constant that is exported, and its type
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
  // Ajv knows this keyword of OpenAPI 3.0. JSON Schema 2020-12 does not have it: there, it is `type: [string, 'null']`.
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
      const schema = flattenSchema(document, at, { ajv, strict: strength === 'strict', key, places, trail: [] });
      try {
        ajv.addSchema(schema, key);
        ajv.getSchema(key);
      } catch (error) {
        // Ajv names the schema by our key, but readers know its place in the document.
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
    withoutRequires(withFormats(body)).replace('"use strict";', '').replaceAll('export const', 'const').trim(),
    '',
    'const validator = (validate) => (value) => (validate(value) ? [] : validate.errors);',
    '',
    `export const ${name} = {`,
    ...rows,
    '};',
    '',
  ].join('\n');
}

/**
 * Puts the document's pointers into Ajv's error objects.
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
  return code.replaceAll(/FORMATS(?:\["([^"]+)"\]|\.(\w+))/g, (_whole, quoted, plain) => {
    const format = String(quoted ?? plain);
    if (!(format in formats)) throw new Error(`No function checks the format ${format}.`);
    return formats[/** @type {keyof typeof formats} */ (format)];
  });
}

/**
 * Writes out the functions that Ajv would load at run time, so no validator library is shipped.
 * @param {string} code
 */
function withoutRequires(code) {
  const written = code.replaceAll(/require\("([^"]+)"\)\.default/g, (whole, module) => runtime[module] ?? whole);
  const left = /require\([^)]*\)/.exec(written);
  if (left) {
    throw new Error(
      `A keyword of the document needs ${left[0]} at run time, and Ajv is not shipped: write that function out in \`runtime\` of scripts/compile-validators.mjs.`,
    );
  }
  return written;
}

/**
 * Functions of Ajv's run time, by module. A length is counted in characters, not in UTF-16 units.
 * @type {Record<string, string>}
 */
const runtime = { 'ajv/dist/runtime/ucs2length': '(text) => [...text].length' };

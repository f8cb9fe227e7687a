// @ts-check
/** What `generated/` holds, made from the text of the OpenAPI document. */
import { parseDocument } from 'yaml';
import { compileValidators } from './compile-validators.mjs';
import { toOpenApi30 } from './render-openapi-3.0.mjs';
import { operationsModule } from './read-operations.mjs';
import { operationsOf, referencesOf, resolve } from './walk-document.mjs';

const banner = `// Made by \`npm run generate\` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.\n\n`;

/**
 * Every file of `generated/`. A document that cannot be generated from is refused first, naming the place: TypeScript and
 * oxfmt, which take most of the time, are loaded after that.
 * @param {string} text - the OpenAPI document, YAML
 * @returns {Promise<Record<string, string>>} file name → text
 */
export async function generatedFiles(text) {
  const yaml = parseDocument(text, { uniqueKeys: true, merge: false });
  for (const error of yaml.errors) throw error;
  /** @type {import('./walk-document.mjs').OpenApiDocument} */
  const document = yaml.toJS();
  const foreign = referencesOf(document).filter(({ to }) => !to.startsWith('#/'));
  if (foreign.length > 0) {
    throw new Error(
      `The document is one file, but it refers to others: ${foreign.map(({ at, to }) => `${to} at ${at}`).join(', ')}.`,
    );
  }

  checkPlaces(document);
  const validators = compileValidators(document);
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'openapi-3.0.json': `${JSON.stringify(toOpenApi30(document), null, 2)}\n`,
    'types.ts': await readable(banner + (await types(document))),
    'facts.ts': await readable(banner + facts(document)),
    'operations.ts': await readable(banner + operationsModule(document)),
    ...Object.fromEntries(Object.entries(validators).map(([name, code]) => [name, banner + code])),
  };
}

/**
 * People review these files as diffs, so they look like the rest of the code.
 * @param {string} code
 */
async function readable(code) {
  const { format } = await import('oxfmt');
  const { code: formatted } = await format('generated.ts', code, { singleQuote: true, printWidth: 120 });
  return formatted;
}

/**
 * Refuses an extension that points to a place that the document does not have, or to an enum that is not open.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 */
function checkPlaces(document) {
  for (const { places } of document['x-assumed'] ?? []) for (const place of places) resolve(document, place);
  for (const { operation, pointer: at } of operationsOf(document)) {
    const name = operation['x-rate-limit'];
    if (name !== undefined && !document['x-rate-limits']?.[name])
      throw new Error(`${at}: x-rate-limits has no ${name}.`);
  }
  for (const place of document['x-open-enums'] ?? []) {
    const { anyOf } = resolve(document, place).value;
    if (anyOf?.length !== 2 || anyOf[1].type !== 'string' || 'enum' in anyOf[1]) {
      throw new Error(`x-open-enums: ${place} must be anyOf [the known values, a string].`);
    }
  }
}

/**
 * Types, and each enum's values. The last alternative of an open enum becomes `string & {}`, so that an editor still
 * offers the known values beside it.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 */
async function types(document) {
  const { default: ts } = await import('typescript');
  const { default: openapiTS, addJSDocComment, astToString } = await import('openapi-typescript');
  const open = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  const marked = structuredClone(document);
  for (const place of document['x-open-enums'] ?? []) resolve(marked, place).value.anyOf[1]['x-unknown-value'] = true;
  const nodes = await openapiTS(JSON.stringify(marked), {
    silent: true,
    enumValues: true,
    transform: (schema) => ('x-unknown-value' in schema ? open : undefined),
    // A property that only refers has the text of what it refers to.
    transformProperty(property, schema) {
      if ('$ref' in schema && typeof schema.$ref === 'string')
        addJSDocComment(resolve(document, schema.$ref).value, property);
      return property;
    },
  });
  return astToString(nodes);
}

/**
 * What code needs of the document at run time and types cannot carry, small enough for a browser bundle.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 */
function facts(document) {
  const servers = Object.fromEntries(document.servers.map((server) => [server['x-environment'], server.url]));
  return [
    '/** The version of the OpenAPI document, which is the API release that it describes. */',
    `export const DOCUMENT_VERSION = ${JSON.stringify(document.info.version)};`,
    '',
    '/** The base URL of each environment. */',
    `export const SERVERS = ${JSON.stringify(servers, null, 2)} as const;`,
    '',
    '/** The documented default rate limits. */',
    `export const RATE_LIMITS = ${JSON.stringify(document['x-rate-limits'] ?? {}, null, 2)} as const;`,
    '',
  ].join('\n');
}

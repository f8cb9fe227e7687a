// @ts-check
/**
 * Makes everything under `generated/` from the OpenAPI document.
 *
 *   node scripts/generate.mjs            writes
 *   node scripts/generate.mjs --check    writes nothing; exit code 1, naming file and line, where a committed file differs
 *
 * `--document FILE` and `--out DIR` stand in for the project's own document and folder; the tests of the check use them.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { parseDocument } from 'yaml';
import { compileValidators } from './compile-validators.mjs';
import { toOpenApi30 } from './render-openapi-3.0.mjs';
import { operationsModule } from './read-operations.mjs';
import { operationsOf, referencesOf, resolve } from './walk-document.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    document: { type: 'string', default: path.join(root, 'openapi/temporary-evse-statuses.yaml') },
    out: { type: 'string', default: path.join(root, 'generated') },
  },
});

const banner = `// Made by \`npm run generate\` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.\n\n`;

/** @returns {Promise<Record<string, string>>} file name → text */
async function generate() {
  const yaml = parseDocument(await readFile(options.document, 'utf8'), { uniqueKeys: true, merge: false });
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
function readable(code) {
  return format(code, { parser: 'typescript', singleQuote: true, printWidth: 120 });
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
  // Loaded here: most of the time goes into it, and none of it is needed to refuse a document.
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

/**
 * @param {string} committed
 * @param {string} made
 */
function firstDifference(committed, made) {
  const before = committed.split('\n');
  const after = made.split('\n');
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line === -1 ? after.length : line;
  return { line: at + 1, before: before[at] ?? '(no such line)', after: after[at] ?? '(no such line)' };
}

const made = await generate().catch((/** @type {unknown} */ error) => {
  console.error(
    `${path.relative(process.cwd(), options.document)}: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
});

if (options.check) {
  const problems = [];
  const here = pathToFileURL(`${process.cwd()}/`).pathname;
  const shown = (/** @type {string} */ file) => path.relative(here, path.join(options.out, file));
  for (const [file, text] of Object.entries(made)) {
    const committed = await readFile(path.join(options.out, file), 'utf8').catch(() => undefined);
    if (committed === undefined) {
      problems.push(`${shown(file)} is missing.`);
    } else if (committed !== text) {
      const { line, before, after } = firstDifference(committed, text);
      problems.push(
        `${shown(file)}:${line} is not what the document gives.\n    committed: ${before.trim()}\n    document:  ${after.trim()}`,
      );
    }
  }
  for (const file of await readdir(options.out)) {
    if (!(file in made)) problems.push(`${shown(file)} is not made from the document; delete it.`);
  }
  if (problems.length > 0) {
    console.error(`${problems.join('\n')}\nRun \`npm run generate\` and commit what it writes.`);
    process.exitCode = 1;
  } else {
    console.log(`generated/: ${Object.keys(made).length} files are what the document gives.`);
  }
} else {
  await rm(options.out, { recursive: true, force: true });
  await mkdir(options.out, { recursive: true });
  for (const [file, text] of Object.entries(made)) await writeFile(path.join(options.out, file), text);
}

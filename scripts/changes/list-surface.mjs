// @ts-check
/**
 * Everything that users depend on and types do not show, one `name = value` per line: commands, flags, exit codes, rules and
 * cases of the contract check, defaults, error names, the report's schema, the Action's inputs and the package itself. It is
 * read from the built package and committed as `docs/api/surface.txt`.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { entries } from './api-report.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {[name: string, value: string]} Row */

/**
 * @param {string} declarations - of every entry, with their comments
 * @returns {Promise<string>}
 */
export async function listSurface(declarations) {
  const rows = [
    ...packageRows(),
    ...(await commandRows()),
    ...(await valueRows()),
    ...defaultRows(declarations),
    ...schemaRows(JSON.parse(await readFile(path.join(root, 'dist/report.schema.json'), 'utf8'))),
    ...actionRows(parse(await readFile(path.join(root, 'action.yml'), 'utf8'))),
  ];
  return rows
    .map(([name, value]) => `${name} = ${value}\n`)
    .sort()
    .join('');
}

/** @returns {Row[]} */
function packageRows() {
  const { bin, dependencies, engines, exports, peerDependencies } = manifest;
  return [
    ...Object.keys(bin).map((name) => /** @type {Row} */ ([`command ${name}`, 'installed'])),
    ...Object.keys(exports).map((name) => /** @type {Row} */ ([`export ${name}`, 'exported'])),
    ...Object.entries({ ...dependencies, ...peerDependencies }).map(
      ([name, range]) => /** @type {Row} */ ([`dependency ${name}`, range]),
    ),
    ['engine node', engines.node],
  ];
}

/** Commands, flags and exit codes, from the help texts. */
async function commandRows() {
  const command = path.join(root, Object.values(manifest.bin)[0] ?? '');
  const help = async (/** @type {string[]} */ ...args) =>
    (await run(process.execPath, [command, ...args, '--help'])).stdout;
  const overview = await help();
  const names = [...(/^commands\n((?:[ ].*\n)+)/im.exec(overview)?.[1]?.matchAll(/^ {2}(\w+)/gm) ?? [])].map(
    ([, n]) => n,
  );
  const texts = await Promise.all(names.map(async (name) => [String(name), await help(String(name))]));
  return [['', overview], ...texts].flatMap(([name, text]) => helpRows(String(name), String(text)));
}

/**
 * @param {string} command
 * @param {string} text
 * @returns {Row[]}
 */
export function helpRows(command, text) {
  const blocks = text.split(/^(?= {2}(?:-\w, )?--?[a-z])/m).slice(1);
  const flags = blocks.flatMap((block) => {
    const body = block.split(/\n\s*\n/)[0] ?? '';
    const [, name, argument = ''] = /^ {2}(?:-\w, )?(--[a-z-]+)((?:[ =[]\S+)*)/.exec(body) ?? [];
    if (name === undefined) return [];
    const flag = [command, name].join(' ').trim();
    const [, standard] = /default:?\s+([^.,;]+(?:\.\w[^.,;]*)*)/i.exec(body.replaceAll(/\s+/g, ' ')) ?? [];
    return /** @type {Row[]} */ ([
      [`flag ${flag}`, argument.trim() || 'no value'],
      ...(standard === undefined ? [] : [[`default ${flag}`, standard.trim()]]),
    ]);
  });
  const exits = /^exit codes\n((?:[ ].*\n?)+)/im.exec(text)?.[1] ?? '';
  const codes = [...exits.matchAll(/^ {2}(\d+) +(.*)$/gm)].map(([, code, meaning]) => [
    `exit ${command} ${code}`.replace('  ', ' '),
    String(meaning),
  ]);
  return [...(command === '' ? [] : [/** @type {Row} */ ([`command ${command}`, 'known'])]), ...flags].concat(
    /** @type {Row[]} */ (codes),
  );
}

/** The values that the entries export: error names, constants, and the cases of the contract check. */
async function valueRows() {
  const rows = await Promise.all(
    entries().map(async ([entry, file]) => {
      const url = pathToFileURL(path.join(root, file.replace(/\.d\.mts$/, '.mjs'))).href;
      /** @type {Record<string, unknown>} */
      const values = await import(url);
      return Object.entries(values).flatMap(([name, value]) => {
        if (typeof value !== 'function') return flatten(`constant ${name}`, value);
        const isError = value.prototype instanceof Error;
        if (isError) return /** @type {Row[]} */ ([[`error ${name}`, entry]]);
        return name === 'listCases' ? caseRows(value()) : [];
      });
    }),
  );
  return rows.flat();
}

/**
 * @param {{ id: string }[]} cases
 * @returns {Row[]}
 */
function caseRows(cases) {
  return cases.map(({ id }) => [`case ${id}`, 'sent']);
}

/**
 * @param {string} name
 * @param {any} value
 * @returns {Row[]}
 */
function flatten(name, value) {
  if (typeof value !== 'object' || value === null) return [[name, JSON.stringify(value)]];
  // Wording may change at any time; ids and verdicts may not.
  const { id, verdict } = value;
  if (id !== undefined) return [[`${name} ${id}`, String(verdict ?? 'known')]];
  return Object.entries(value).flatMap(([key, member]) =>
    flatten(
      Array.isArray(value) ? `${name}${typeof member === 'object' ? '' : ` ${member}`}` : `${name} ${key}`,
      member,
    ),
  );
}

/**
 * Members whose docstring says "Default: …."
 * @param {string} declarations
 * @returns {Row[]}
 */
export function defaultRows(declarations) {
  /** @type {Row[]} */
  const rows = [];
  /**
   * @param {ts.Node} node
   * @param {string[]} trail
   */
  const visit = (node, trail) => {
    const named = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node);
    const next = named ? [...trail, node.name.getText()] : trail;
    const comment = named ? ts.getJSDocCommentsAndTags(node).map((doc) => doc.getText()) : [];
    const text = comment.join(' ').replaceAll(/\s*\n\s*\*\s*/g, ' ');
    const [, standard] = /Default: (.+?)(?:, |; |\.(?:\s|$)| \*\/)/.exec(text) ?? [];
    if (standard !== undefined && ts.isPropertySignature(node)) rows.push([`default ${next.join('.')}`, standard]);
    ts.forEachChild(node, (child) => {
      visit(child, next);
    });
  };
  visit(ts.createSourceFile('entries.d.ts', declarations, ts.ScriptTarget.ESNext, true), []);
  return rows;
}

/**
 * Every member of the report that `verify --report json` writes.
 * @param {any} schema
 * @param {string} [name]
 * @returns {Row[]}
 */
export function schemaRows(schema, name = 'report') {
  const { properties = {}, items, $defs = {}, required = [] } = schema;
  const members = Object.entries({ ...properties, ...$defs }).flatMap(([key, member]) => [
    /** @type {Row} */ ([`${name}.${key}`, `${typeOf(member)}${required.includes(key) ? ', always' : ''}`]),
    ...schemaRows(member, `${name}.${key}`),
  ]);
  return items === undefined ? members : [...members, ...schemaRows(items, `${name}[]`)];
}

/** @param {any} schema */
function typeOf({ type, enum: values, const: only, $ref }) {
  return only !== undefined ? JSON.stringify(only) : (values?.join(' | ') ?? $ref ?? type ?? 'anything');
}

/**
 * @param {{ inputs: Record<string, { required?: boolean, default?: string }>, outputs?: Record<string, unknown> }} action
 * @returns {Row[]}
 */
function actionRows({ inputs, outputs = {} }) {
  return [
    ...Object.entries(inputs)
      .filter(([name]) => name !== 'version')
      .map(
        ([name, input]) =>
          /** @type {Row} */ ([`action input ${name}`, input.required ? 'required' : `${input.default}`]),
      ),
    ...Object.keys(outputs).map((name) => /** @type {Row} */ ([`action output ${name}`, 'written'])),
  ];
}

// @ts-check
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {import('./change.mjs').Change} Change
 * @typedef {import('../walk-document.mjs').OpenApiDocument} OpenApiDocument
 */

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const redocly = createRequire(import.meta.url)
  .resolve('@redocly/cli/package.json')
  .replace('package.json', 'bin/cli.js');

const impacts = /** @type {const} */ ({ major: 'breaking', minor: 'minor', patch: 'none' });

/**
 * The findings of `redocly diff`, without examples.
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 * @returns {Promise<Change[]>}
 */
export async function redoclyDiff(base, head) {
  const folder = await mkdtemp(path.join(tmpdir(), 'compare-documents-'));
  try {
    const [before, after, report] = ['base.json', 'head.json', 'report.json'].map((file) => path.join(folder, file));
    await writeFile(String(before), JSON.stringify(base, null, 2));
    await writeFile(String(after), JSON.stringify(head, null, 2));
    const config = path.join(root, 'redocly.yaml');
    const flags = ['--format', 'json', '--output', String(report), '--fail-on', 'none', '--config', config];
    await run(process.execPath, [redocly, 'diff', String(before), String(after), ...flags], { cwd: root });
    const { changes } = JSON.parse(await readFile(String(report), 'utf8'));
    return changes
      .filter((/** @type {any} */ change) => !isExample(change))
      .map((/** @type {any} */ change) => fromRedocly(change));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Examples have a rule of their own below. @param {any} change */
function isExample(change) {
  return /\/examples?(\/|$)/.test(change.path) || change.property === 'example' || change.property === 'examples';
}

/**
 * @param {any} change
 * @returns {Change}
 */
function fromRedocly(change) {
  const place = change.property === undefined ? change.path : `${change.path}/${change.property}`;
  const message = change.verdicts[0]?.message ?? `\`${place}\` was ${change.kind}.`;
  return {
    area: 'document',
    impact: tightensRequest(change) ? 'breaking' : impacts[/** @type {keyof typeof impacts} */ (change.impact)],
    names: namesIn(message),
    text: `${message}${message.includes(place) ? '' : ` (${place})`}`,
  };
}

/** A field that requests may no longer carry. Redocly looks at those of responses. @param {any} change */
function tightensRequest({ kind, typeName, path: at }) {
  return kind === 'removed' && typeName === 'Schema' && /\/(requestBody|parameters)\//.test(at);
}

/** @param {string} text */
function namesIn(text) {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => String(name));
}

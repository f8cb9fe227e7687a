// @ts-check
/**
 * Compares what the package promises with the last release, or with another git ref:
 *
 *   npm run check:changes                          against the last tag v*
 *   npm run check:changes -- --base origin/main    against a branch
 *
 * Exit code 1 if no item of CHANGELOG.md accepts a breaking change: such an item says **Breaking** and names what changed in
 * backticks. Prints the version that the changes require. Reads `dist/`, so build first. If the base has no `docs/api/`, only
 * the document and the type tests are compared.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fromMarkdown, rollUp, withoutComments } from './api-report.mjs';
import { impactOf, IMPACTS, notAccepted, versionFor } from './change.mjs';
import { compareDocuments } from './compare-documents.mjs';
import { compareSurfaces } from './compare-surfaces.mjs';
import { compareTypeTests } from './compare-type-tests.mjs';
import { compareTypes } from './compare-types.mjs';
import { grownEnums } from './grown-enums.mjs';
import { listSurface } from './list-surface.mjs';

/** @typedef {import('./change.mjs').Change} Change */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({ options: { base: { type: 'string' } } });

const base = options.base ?? lastRelease();
if (base === undefined) {
  console.log('Nothing to compare with: no tag v* is reachable. Name a git ref with --base.');
} else {
  await compareWith(base);
}

/** @param {string} ref */
async function compareWith(ref) {
  const version = JSON.parse(show(ref, 'package.json')).version;
  const [before, after] = [show(ref, 'generated/openapi.json'), read('generated/openapi.json')].map((text) =>
    JSON.parse(text),
  );
  const declarations = await rollUp();
  const listed = git('ls-tree', '--name-only', ref, 'contract-tests/types/').stdout.split('\n').filter(Boolean);
  const typeTests = Object.fromEntries(listed.map((file) => [path.basename(file), show(ref, file)]));
  const [report, surface] = ['docs/api/types.md', 'docs/api/surface.txt'].map((file) => find(ref, file));
  if (report === undefined || surface === undefined) {
    console.log(`${ref} has no docs/api/: only the document and the type tests are compared.`);
  }
  const types =
    report === undefined
      ? []
      : compareTypes(fromMarkdown(report), await withoutComments(declarations), grownEnums(before, after));
  const changes = [
    ...(await compareDocuments(before, after)),
    ...types,
    ...compareTypeTests(ref, typeTests, impactOf(types) === 'breaking' ? 'none' : 'breaking'),
    ...(surface === undefined ? [] : compareSurfaces(surface, await listSurface(declarations))),
  ];
  const open = notAccepted(changes, read('CHANGELOG.md'), version);

  for (const impact of [...IMPACTS].reverse()) {
    const some = changes.filter((change) => change.impact === impact);
    if (some.length > 0) console.log(`${impact}: ${some.length}`);
    for (const change of some) {
      const mark = impact === 'breaking' ? (open.includes(change) ? '  NOT ACCEPTED' : '  accepted') : ' ';
      console.log(`${mark} ${change.area}: ${change.text}`);
    }
  }
  const impact = impactOf(changes);
  const asked = versionFor(version, impact);
  const summary = changes.length === 0 ? 'nothing changed' : `the greatest change is ${impact}; it asks for ${asked}`;
  console.log(`Since ${ref} (${version}) ${summary}.`);
  if (open.length > 0) {
    const names = [...new Set(open.flatMap((change) => change.names))].map((name) => `\`${name}\``);
    fail(
      `Not accepted: ${names.join(', ')}. Undo the change, or add an item to "## Unreleased" in CHANGELOG.md that says **Breaking** and names it in backticks.`,
    );
  }
  const own = JSON.parse(read('package.json')).version;
  if (own !== version && isLower(own, asked)) fail(`package.json has version ${own}; the changes require ${asked}.`);
}

/** @param {string} problem */
function fail(problem) {
  console.error(problem);
  process.exitCode = 1;
}

/**
 * @param {string} version
 * @param {string} other
 */
function isLower(version, other) {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

function lastRelease() {
  const { status, stdout } = git('describe', '--tags', '--abbrev=0', '--match', 'v*');
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * The text of a file; `undefined` if the ref does not have it.
 * @param {string} ref
 * @param {string} file
 */
function find(ref, file) {
  return git('ls-tree', ref, file).stdout === '' ? undefined : show(ref, file);
}

/**
 * @param {string} ref
 * @param {string} file
 */
function show(ref, file) {
  const { status, stdout, stderr } = git('show', `${ref}:${file}`);
  if (status !== 0) {
    console.error(`${ref} cannot be compared: ${stderr.trim()}`);
    process.exit(2);
  }
  return stdout;
}

/** @param {...string} args */
function git(...args) {
  return spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** @param {string} file */
function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

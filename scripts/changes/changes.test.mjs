// @ts-check
/** Single changes of document, types and surface, each with the impact that the check has to find: `npm run test:changes`. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from './api-report.mjs';
import { impactOf, notAccepted, versionFor } from './change.mjs';
import { compareDocuments } from './compare-documents.mjs';
import { compareSurfaces } from './compare-surfaces.mjs';
import { compareTypes } from './compare-types.mjs';
import { documentChanges, surfaceChanges, typeChanges } from './single-changes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const read = (/** @type {string} */ file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const document = JSON.parse(read('generated/openapi.json'));
const types = fromMarkdown(read('docs/api/types.md'));
const surface = read('docs/api/surface.txt');

let checked = 0;
after(() => {
  console.log(`${checked} single changes have their declared impact.`);
});

describe('a change of the document', { concurrency: 2 }, () => {
  for (const [name, impact, change] of documentChanges) {
    test(`${impact}: ${name}`, async () => {
      const head = structuredClone(document);
      change(head);
      assert.notDeepEqual(head, document, 'the change changes nothing');
      expect(await compareDocuments(document, head), impact);
    });
  }
});

describe('a change of the types', () => {
  for (const [name, impact, pattern, replacement] of typeChanges) {
    test(`${impact}: ${name}`, () => {
      const head = types.replace(pattern, replacement);
      assert.notEqual(head, types, 'the change changes nothing');
      expect(compareTypes(types, head), impact);
    });
  }
});

describe('a change of the surface', () => {
  for (const [name, impact, pattern, replacement] of surfaceChanges) {
    test(`${impact}: ${name}`, () => {
      const head = surface.replace(pattern, replacement);
      assert.notEqual(head, surface, 'the change changes nothing');
      expect(compareSurfaces(surface, head), impact);
    });
  }
});

test('an unchanged document has no changes', async () => {
  assert.deepEqual(await compareDocuments(document, structuredClone(document)), []);
  assert.deepEqual(compareTypes(types, types), []);
  assert.deepEqual(compareSurfaces(surface, surface), []);
});

test('for a base without docs/api, one line says so and the document is still compared', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'base-'));
  // The commit and its index are written there, not to this repository.
  const objects = execFileSync('git', ['rev-parse', '--git-path', 'objects'], { cwd: root, encoding: 'utf8' }).trim();
  const who = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x' };
  const env = {
    ...{ ...process.env, ...who, GIT_INDEX_FILE: path.join(folder, 'index'), GIT_OBJECT_DIRECTORY: folder },
    GIT_ALTERNATE_OBJECT_DIRECTORIES: path.resolve(root, objects),
  };
  const git = (/** @type {string[]} */ args, input = '') =>
    execFileSync('git', args, { cwd: root, env, input, encoding: 'utf8' }).trim();
  git(['read-tree', 'HEAD']);
  git(['rm', '-r', '--cached', '--quiet', 'docs/api']);
  const old = structuredClone(document);
  old.components.schemas.TemporaryEvseStatus.properties.former = { type: 'string' };
  const blob = git(['hash-object', '-w', '--stdin'], JSON.stringify(old));
  git(['update-index', '--cacheinfo', `100644,${blob},generated/openapi.json`]);
  const base = git(['commit-tree', git(['write-tree'])], 'x');

  const script = path.join(root, 'scripts/changes/check-changes.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, '--base', base], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  assert.equal(stdout.split('\n')[0], `${base} has no docs/api/: only the document and the type tests are compared.`);
  assert.match(stdout, /NOT ACCEPTED document: .*former/);
  assert.equal(status, 1);
});

test('an enum that gains a value is an addition to the types too', () => {
  const values = ['MAINTENANCE', 'COMMISSIONING', 'BLOCKED', 'RESERVED'];
  const head = types.replaceAll("'RESERVED'", "'RESERVED' | 'CLEANING'");
  assert.equal(impactOf(compareTypes(types, head)), 'breaking');
  assert.notEqual(impactOf(compareTypes(types, head, [{ values, now: [...values, 'CLEANING'] }])), 'breaking');
});

test('a breaking change is accepted by an item of the changelog that says so and names it', () => {
  /** @type {import('./change.mjs').Change[]} */
  const changes = [{ area: 'types', impact: 'breaking', names: ['update'], text: '`update` was removed.' }];
  const left = (/** @type {string} */ item) =>
    notAccepted(changes, `# Changelog\n\n## Unreleased\n\n- ${item}\n\n## 0.1.0\n\n- x\n`, '0.1.0').length;
  assert.equal(left('_client_: **Breaking**: `update` is\n  gone.'), 0);
  assert.equal(left('_client_: `update` is gone.'), 1);
  assert.equal(left('**Breaking**: `updateMany` is gone.'), 1);
  assert.equal(left('x\n\n## 0.2.0\n\n- **Breaking**: `update` is gone.'), 0);
  assert.equal(left('x\n\n## 0.1.0\n\n- **Breaking**: `update` is gone.'), 1);
});

test('the impact determines the required version', () => {
  assert.deepEqual(
    ['0.1.0', '1.2.3'].map((base) => [
      versionFor(base, 'breaking'),
      versionFor(base, 'minor'),
      versionFor(base, 'none'),
    ]),
    [
      ['0.2.0', '0.1.1', '0.1.1'],
      ['2.0.0', '1.3.0', '1.2.4'],
    ],
  );
});

/**
 * @param {import('./change.mjs').Change[]} changes
 * @param {string} impact
 */
function expect(changes, impact) {
  assert.equal(impactOf(changes), impact, JSON.stringify(changes, null, 2));
  assert.ok(changes.length > 0 || impact === 'none');
  checked += 1;
}

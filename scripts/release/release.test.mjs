// @ts-check
/** The release check fails for each mismatch that it looks for. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { problemsOf } from './check-release.mjs';

/** @type {import('./check-release.mjs').Release} */
const agreeing = {
  tag: 'v1.2.3',
  manifest: JSON.stringify({
    version: '1.2.3',
    repository: { type: 'git', url: 'git+https://github.com/somebody/temporary-evse-statuses.git' },
    homepage: 'https://github.com/somebody/temporary-evse-statuses#readme',
    bugs: 'https://github.com/somebody/temporary-evse-statuses/issues',
    main: './dist/main.cjs',
    module: './dist/module.mjs',
    types: './dist/types.d.cts',
    bin: { 'temporary-evse-statuses': 'dist/cli.mjs' },
    exports: { '.': { import: { types: './dist/index.d.mts', default: './dist/index.mjs' } } },
  }),
  lock: JSON.stringify({ version: '1.2.3' }),
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- x\n',
  action: 'inputs:\n  version:\n    default: 1.2.3\n',
  readme: '- uses: somebody/temporary-evse-statuses@v1\n- uses: somebody/temporary-evse-statuses@v1.2.3\n',
  packed: ['main.cjs', 'module.mjs', 'types.d.cts', 'cli.mjs', 'index.d.mts', 'index.mjs'].map(
    (name) => `dist/${name}`,
  ),
};

const { manifest, changelog, packed } = agreeing;

/** @type {[name: string, change: Partial<import('./check-release.mjs').Release>, problem: RegExp][]} */
const mismatches = [
  ['another tag', { tag: 'v1.2.4' }, /tag is v1\.2\.4/],
  ['another version in the lock file', { lock: '{"version":"1.2.2"}' }, /package-lock\.json has version 1\.2\.2/],
  ['another version in action.yml', { action: 'inputs:\n  version:\n    default: 1.2.2\n' }, /action\.yml is 1\.2\.2/],
  ['another version in README', { readme: 'somebody/temporary-evse-statuses@v1.2.2' }, /README\.md names .* v1\.2\.2/],
  ['another major version in README', { readme: 'somebody/temporary-evse-statuses@v0' }, /README\.md names .* v0;/],
  ['no section in the changelog', { changelog: '# Changelog\n\n## 1.2.2\n' }, /no section "## 1\.2\.3"/],
  ['items that are unreleased', { changelog: changelog.replace('## 1.2.3', '- y\n\n## 1.2.3') }, /still has items/],
  ['a repository that is missing', { manifest: manifest.replace('repository', 'repo') }, /"repository" .* missing/],
  [
    'a repository without an owner',
    { manifest: manifest.replace('com/somebody', 'com/OWNER') },
    /"repository" .* placeholder/,
  ],
  ['a homepage that is missing', { manifest: manifest.replace('homepage', 'home') }, /"homepage" .* missing/],
  ['bugs that are missing', { manifest: manifest.replace('"bugs"', '"ants"') }, /"bugs" .* missing/],
  ...['<owner>/temporary-evse-statuses@v1', 'github.com/example/x', 'https://example.org/temporary'].map(
    (readme) =>
      /** @type {(typeof mismatches)[number]} */ ([
        `the placeholder ${readme} in README`,
        { readme },
        /README\.md still has a placeholder/,
      ]),
  ),
  ...packed.map(
    (file) =>
      /** @type {(typeof mismatches)[number]} */ ([
        `a package without ${file}`,
        { packed: packed.filter((other) => other !== file) },
        new RegExp(`names ${file},`),
      ]),
  ),
];

test('consistent files pass', () => {
  assert.deepEqual(problemsOf(agreeing), []);
});

describe('one mismatch is one problem', () => {
  for (const [name, change, problem] of mismatches) {
    test(name, () => {
      const problems = problemsOf({ ...agreeing, ...change });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(String(problems[0]), problem);
    });
  }
});

test('what cannot be built is not packed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unbuilt-'));
  try {
    copyFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), path.join(folder, 'package.json'));
    const { status, stderr } = spawnSync('npm', ['pack'], { cwd: folder, encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stderr, /build/);
    assert.deepEqual(readdirSync(folder), ['package.json']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every action of a workflow is pinned by commit, and a comment names its version', () => {
  const folder = new URL('../../.github/workflows/', import.meta.url);
  const files = readdirSync(folder);
  assert.ok(files.length > 0);
  for (const file of files) {
    const lines = readFileSync(new URL(file, folder), 'utf8').match(/^\s*(?:- )?uses: .*$/gm) ?? [];
    for (const line of lines) assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file);
  }
});

test('no script of a workflow or of the Action contains an expression: a branch name, say, would become a command', () => {
  const root = new URL('../../', import.meta.url);
  const workflows = readdirSync(new URL('.github/workflows/', root)).map((file) => `.github/workflows/${file}`);
  for (const file of [...workflows, 'action.yml']) {
    const { jobs, runs } = parse(readFileSync(new URL(file, root), 'utf8'));
    const steps = Object.values(jobs ?? { runs }).flatMap(
      (/** @type {{ steps: { run?: string }[] }} */ job) => job.steps,
    );
    assert.ok(steps.some(({ run }) => run !== undefined));
    for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, file);
  }
});

test('every workflow names its permissions, and none has all of them', () => {
  const folder = new URL('../../.github/workflows/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    assert.match(text, /^permissions:/m, file);
    assert.doesNotMatch(text, /write-all/, file);
  }
});

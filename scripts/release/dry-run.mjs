// @ts-check
/**
 * Everything that a release does except publishing: `npm run release:dry`. The release workflow adds `-- --tag TAG
 * --out FOLDER`; the next job publishes the packed file in FOLDER.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { problemsOf } from './check-release.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    tag: { type: 'string', default: `v${manifest.version}` },
    out: { type: 'string', default: path.join(root, 'reports/release') },
  },
});

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');

step('the committed files are what document and build give', () => {
  npm('run', '--silent', 'build');
  npm('run', '--silent', 'generate:check');
  npm('run', '--silent', 'api:check');
});

const { file, paths } = step('the package is packed', pack);

step('package.json, package-lock.json, action.yml, README.md, CHANGELOG.md and the tag agree', () => {
  const problems = problemsOf({
    tag: options.tag,
    manifest: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
    action: read('action.yml'),
    readme: read('README.md'),
    packed: paths,
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
});

step('no breaking change is unannounced, and the version is high enough', () => {
  npm('run', '--silent', 'check:changes');
});

step('the packed file works for its consumers', () => {
  npm('run', '--silent', 'test:package');
});

step('npm would publish it', () => {
  npm('publish', file, '--dry-run', '--access', 'public');
});

const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
console.log(`${path.basename(file)} sha256 ${sha256}`);

/**
 * @template T
 * @param {string} claim
 * @param {() => T} work
 * @returns {T}
 */
function step(claim, work) {
  try {
    const result = work();
    console.log(`✓ ${claim}`);
    return result;
  } catch (error) {
    console.error(`✗ ${claim}\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

function pack() {
  mkdirSync(options.out, { recursive: true });
  const [{ filename, files }] = JSON.parse(
    npm('pack', '--json', '--ignore-scripts', '--pack-destination', options.out),
  );
  const packed = path.resolve(options.out, filename);
  // The package's tests install this file instead of packing another.
  process.env['PACKAGE_FILE'] = packed;
  return { file: packed, paths: files.map((/** @type {{ path: string }} */ { path: name }) => name) };
}

/** @param {...string} args */
function npm(...args) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}\n${`${stdout}${stderr}`.split('\n').slice(-80).join('\n')}`);
  return stdout;
}

// @ts-check
/** What has to be consistent before a version is published. */
import { parse } from 'yaml';

/**
 * @typedef {object} Release
 * @property {string} tag - for example `v1.2.3`
 * @property {string} manifest - text of package.json
 * @property {string} lock - text of package-lock.json
 * @property {string} changelog
 * @property {string} action - text of action.yml
 * @property {string} readme
 * @property {readonly string[]} packed - paths in the packed file
 */

/**
 * @param {Release} release
 * @returns {string[]} a message for each mismatch
 */
export function problemsOf({ tag, manifest, lock, changelog, action, readme, packed }) {
  const { version, repository, homepage, bugs, ...rest } = JSON.parse(manifest);
  const locked = JSON.parse(lock).version;
  const input = parse(action).inputs.version.default;
  const [unreleased] = /^## Unreleased\n+(?=- )/m.exec(changelog) ?? [];
  const links = { repository: repository?.url ?? repository, homepage, bugs: bugs?.url ?? bugs };
  const major = `v${version.split('.')[0]}`;
  const named = [...readme.matchAll(/temporary-evse-statuses@(v[\d.]+)/g)].map(([, name]) => String(name));
  const missing = [...filesOf(rest)].filter((file) => !packed.includes(file));

  return [
    tag === `v${version}` ? [] : `The tag is ${tag}, and package.json has version ${version}.`,
    locked === version ? [] : `package-lock.json has version ${locked}, and package.json ${version}.`,
    String(input) === version ? [] : `The input "version" of action.yml is ${input} by default, not ${version}.`,
    named
      .filter((name) => name !== `v${version}` && name !== major)
      .map((name) => `README.md names the Action at ${name}; the release is v${version}.`),
    changelog.includes(`\n## ${version}`) ? [] : `CHANGELOG.md has no section "## ${version}".`,
    unreleased === undefined ? [] : `CHANGELOG.md still has items under "## Unreleased"; move them to "## ${version}".`,
    Object.entries(links)
      .filter(([, url]) => url === undefined || isPlaceholder(url))
      .map(([name, url]) => `"${name}" in package.json is ${url === undefined ? 'missing' : `a placeholder: ${url}`}.`),
    isPlaceholder(readme) ? 'README.md still has a placeholder, such as <owner>.' : [],
    missing.map((file) => `package.json names ${file}, and the packed file does not have it. Was it built?`),
  ].flat();
}

/**
 * Every file that `main`, `module`, `types`, `bin` and `exports` refer to.
 * @param {unknown} manifest
 */
function filesOf(manifest) {
  const { main, module, types, bin, exports } = /** @type {Record<string, unknown>} */ (manifest);
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {unknown} value */
  const visit = (value) => {
    if (typeof value === 'string') files.add(value.replace(/^\.\//, ''));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  [main, module, types, bin, exports].forEach(visit);
  return files;
}

/** @param {string} text */
function isPlaceholder(text) {
  return /\bOWNER\b|github\.com\/example\b|example\.(com|org)\/temporary/i.test(text);
}

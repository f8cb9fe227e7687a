// @ts-check
/**
 * Changes that a comparison finds, and their consequences.
 *
 * @typedef {'breaking' | 'minor' | 'none'} Impact - `none`: users can see it, but need not act and gain nothing to use
 * @typedef {object} Change
 * @property {'document' | 'types' | 'surface'} area
 * @property {Impact} impact
 * @property {string[]} names - what a line of the changelog has to name in backticks to accept the change
 * @property {string} text - for people
 */

/** @type {readonly Impact[]} */
export const IMPACTS = ['none', 'minor', 'breaking'];

/**
 * The greatest impact among changes.
 * @param {readonly Change[]} changes
 * @returns {Impact}
 */
export function impactOf(changes) {
  return IMPACTS.findLast((impact) => changes.some((change) => change.impact === impact)) ?? 'none';
}

/**
 * The lowest version that may contain changes of this impact. Before 1.0 a breaking change raises the second number.
 * @param {string} version - of the base
 * @param {Impact} impact
 */
export function versionFor(version, impact) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (impact === 'breaking') return major > 0 ? `${major + 1}.0.0` : `0.${minor + 1}.0`;
  return impact === 'minor' && major > 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * The breaking changes that no item of the changelog accepts. An item above the base's section accepts a change if it
 * says "Breaking" in bold and names everything that changed in backticks.
 * @param {readonly Change[]} changes
 * @param {string} changelog
 * @param {string} baseVersion
 */
export function notAccepted(changes, changelog, baseVersion) {
  const [newer = ''] = changelog.split(`\n## ${baseVersion}`);
  const items = newer.split(/^(?:- |## )/m).filter((item) => /\*\*breaking\*\*/i.test(item));
  return changes.filter(
    ({ impact, names }) =>
      impact === 'breaking' && !items.some((item) => names.every((name) => item.includes(`\`${name}\``))),
  );
}

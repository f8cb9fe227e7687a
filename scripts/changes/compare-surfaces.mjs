// @ts-check
/**
 * Compares two listings of `list-surface.mjs`. Anything removed or changed is breaking, except values that are expected to
 * change. Anything new is an addition, unless it requires something that users do not provide yet.
 */

/** @typedef {import('./change.mjs').Change} Change */

/** Values that may change: wording, version numbers, and wider ranges. */
const movable = [/^exit /, /^constant DOCUMENT_VERSION$/, /^dependency /];

/**
 * @param {string} base
 * @param {string} head
 * @returns {Change[]}
 */
export function compareSurfaces(base, head) {
  const [before, after] = [rowsOf(base), rowsOf(head)];
  const changed = [...before].flatMap(([name, value]) => {
    const now = after.get(name);
    if (now === undefined) return [change('breaking', name, `\`${name}\` was removed.`)];
    if (now === value) return [];
    const impact = movable.some((pattern) => pattern.test(name)) ? 'minor' : 'breaking';
    return [change(impact, name, `\`${name}\` was "${value}" and is "${now}".`)];
  });
  const added = [...after]
    .filter(([name]) => !before.has(name))
    .map(([name, value]) => change(value === 'required' ? 'breaking' : 'minor', name, `\`${name}\` is new.`));
  return [...changed, ...added];
}

/** @param {string} listing */
function rowsOf(listing) {
  return new Map(
    listing
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.indexOf(' = ');
        return /** @type {const} */ ([line.slice(0, at), line.slice(at + 3)]);
      }),
  );
}

/**
 * @param {'breaking' | 'minor'} impact
 * @param {string} name
 * @param {string} text
 * @returns {Change}
 */
function change(impact, name, text) {
  return { area: 'surface', impact, names: [name], text };
}

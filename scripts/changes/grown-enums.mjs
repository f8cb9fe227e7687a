// @ts-check
import { pointer } from '../walk-document.mjs';

/** @typedef {{ values: string[], now: string[] }} GrownEnum */

/**
 * The enums that have all values of the base and more.
 * @param {import('../walk-document.mjs').OpenApiDocument} base
 * @param {import('../walk-document.mjs').OpenApiDocument} head
 * @returns {GrownEnum[]}
 */
export function grownEnums(base, head) {
  const after = new Map(enumsOf(head));
  return enumsOf(base).flatMap(([at, values]) => {
    const now = after.get(at) ?? [];
    const grew = now.length > values.length && values.every((value) => now.includes(value));
    return grew ? [{ values, now }] : [];
  });
}

/**
 * @param {unknown} value
 * @param {string} [at]
 * @returns {[at: string, values: string[]][]}
 */
function enumsOf(value, at = '#') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'enum' && Array.isArray(member) ? [[at, member]] : enumsOf(member, pointer(at, name)),
  );
}

// @ts-check
/**
 * Compiles the base's type tests against the built package. They represent a consumer's code: if they no longer compile,
 * somebody's build breaks. Two kinds of failure are additions: a line that must not compile now does, and a type is no longer
 * exactly the tested one.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the package, so that the package's name resolves to `dist/`. */
const folder = path.join(root, 'reports/base-type-tests');

/**
 * @param {string} ref - of the base
 * @param {Record<string, string>} files - name → text
 * @param {import('./change.mjs').Impact} impact - of a failure that is not an addition: `none` where a breaking change of the
 *   types is known already, and the failure only follows from it
 * @returns {import('./change.mjs').Change[]}
 */
export function compareTypeTests(ref, files, impact) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  // Today's compiler options, since only the types are compared.
  cpSync(path.join(root, 'contract-tests/types/tsconfig.json'), path.join(folder, 'tsconfig.json'));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });

  const failures = [...stdout.matchAll(/^(?:.*\/)?([\w.-]+)\((\d+),\d+\): error (TS\d+): (.*)$/gm)];
  return Object.entries(files).flatMap(([name, text]) => {
    const lines = failures.filter(([, file]) => file === name);
    const broken = lines.filter(([, , line = '', code = '']) => !isAddition(text, line, code));
    const [first] = broken.length > 0 ? broken : lines;
    if (first === undefined) return [];
    const [, , line, , reason] = first;
    return {
      area: 'types',
      impact: broken.length > 0 ? impact : 'minor',
      names: [name],
      text: `The type tests \`${name}\` of ${ref} fail ${lines.length} times, first in line ${line}: ${reason}`,
    };
  });
}

/** "Unused '@ts-expect-error' directive." */
const compilesNow = 'TS2578';

/**
 * @param {string} text - of the file
 * @param {string} line
 * @param {string} code - of the error
 */
function isAddition(text, line, code) {
  if (code === compilesNow) return true;
  const helpers = [...text.matchAll(/^declare function (\w+)<.*Equal</gm)].map(([, name]) => `${name}<`);
  return helpers.some((helper) => text.split('\n')[Number(line) - 1]?.trim().startsWith(helper));
}

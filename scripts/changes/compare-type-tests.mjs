// @ts-check
/**
 * Compiles the base's type tests against the built package. They are a consumer's code: where they no longer compile, somebody's
 * build breaks. Two kinds of failure are additions: a line that must not compile now does, and a type that is held to be one
 * type exactly.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the package, so that its name resolves to `dist/`. */
const folder = path.join(root, 'reports/base-type-tests');

/**
 * @param {string} ref - of the base
 * @param {Record<string, string>} files - name → text
 * @returns {import('./change.mjs').Change[]}
 */
export function compareTypeTests(ref, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  // Today's compiler options: the types are what is compared.
  cpSync(path.join(root, 'contract-tests/types/tsconfig.json'), path.join(folder, 'tsconfig.json'));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });

  return [...stdout.matchAll(/^(?:.*\/)?([\w.-]+)\((\d+),\d+\): error (TS\d+): (.*)$/gm)].map(
    ([, file = '', line = '', code = '', reason = '']) => {
      const name = `${file}:${line}`;
      const text = `The type test \`${name}\` of ${ref} fails: ${reason}`;
      return {
        area: 'types',
        impact: isAddition(files[file] ?? '', line, code) ? 'minor' : 'breaking',
        names: [name],
        text,
      };
    },
  );
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

// The clients that ours is compared with. They have their own folder and lock file, so the main install does not
// include them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const resolve = createRequire(import.meta.filename).resolve;

/** Installs the peers from their lock file unless they are installed. */
export function installPeers() {
  if (existsSync(`${here}/node_modules/.package-lock.json`)) return;
  console.log('Installing the clients to compare with …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Our built entry. */
export const builtEntry = join(here, '../dist/index.mjs');

/**
 * The module of a peer, or of our build. Loaded by path, so that type-checking this project needs neither.
 * @param {string} nameOrFile
 * @returns {Promise<any>}
 */
export async function load(nameOrFile) {
  return import(pathToFileURL(resolve(nameOrFile)).href);
}

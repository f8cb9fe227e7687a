// @ts-check
/** The package as its users get it: packed, and installed into a project that has nothing else. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `PACKAGE_FILE` names a file that is packed already, so that a release tests the file that it publishes.
 * @returns the project's folder, the packed file, and how to remove the folder
 */
export async function installPackage() {
  const folder = await mkdtemp(path.join(tmpdir(), 'temporary-evse-statuses-'));
  const tarball = process.env['PACKAGE_FILE'] ?? (await pack(folder));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], { cwd: folder });
  return { folder, tarball, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @param {string} folder */
async function pack(folder) {
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  /** @type {[{ filename: string }]} */
  const [{ filename }] = JSON.parse(packed.stdout);
  return path.join(folder, filename);
}

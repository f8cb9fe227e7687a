// @ts-check
/** The package as its users get it: packed, and installed into a project outside of this one. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];

/**
 * `PACKAGE_FILE` names a file that is packed already, so that a release tests the file that it publishes.
 * @param {string} [project] - A folder with package.json and package-lock.json, whose dependencies the project has as well.
 *   Without it, the project has the package and nothing else.
 * @returns The project's folder, the packed file in it, and how to remove both.
 */
export async function installPackage(project) {
  const folder = await mkdtemp(path.join(tmpdir(), 'temporary-evse-statuses-'));
  const tarball = process.env['PACKAGE_FILE'] ?? (await pack(folder));
  if (project === undefined) {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  } else {
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(path.join(project, file), path.join(folder, file));
    }
    await run('npm', ['ci', ...quietly], { cwd: folder });
  }
  await run('npm', ['install', '--no-save', ...quietly, tarball], { cwd: folder });
  return { folder, tarball, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @param {string} folder */
async function pack(folder) {
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  /** @type {[{ filename: string }]} */
  const [{ filename }] = JSON.parse(packed.stdout);
  return path.join(folder, filename);
}

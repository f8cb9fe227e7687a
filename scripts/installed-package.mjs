// @ts-check
/** The package as users get it: packed, and installed into a project outside this one. */
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];

/**
 * `INSTALLED_PACKAGE` names the folder of such a project with nothing but the package, which is then copied.
 * @param {string} [project] - A folder with package.json and package-lock.json, whose dependencies the project has as well.
 *   Without it, the project has the package and nothing else.
 * @returns The project's folder, the packed file, and how to remove what was made.
 */
export async function installPackage(project) {
  const folder = await mkdtemp(path.join(tmpdir(), 'temporary-evse-statuses-'));
  const tarball = await packPackage(folder);
  const installed = process.env['INSTALLED_PACKAGE'];
  if (project === undefined && installed !== undefined) {
    await cp(installed, folder, { recursive: true, verbatimSymlinks: true });
  } else {
    await install(tarball, folder, project);
  }
  return { folder, tarball, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * `PACKAGE_FILE` names a packed file, so that a release tests the file that it publishes.
 * @param {string} folder - Where to put it, if it has to be packed.
 * @returns The packed file.
 */
export async function packPackage(folder) {
  const file = process.env['PACKAGE_FILE'];
  if (file !== undefined) return file;
  // What is there is packed: it has been built, and a build takes seconds.
  const packed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  /** @type {[{ filename: string }]} */
  const [{ filename }] = JSON.parse(packed.stdout);
  return path.join(folder, filename);
}

/**
 * @param {string} tarball
 * @param {string} folder
 * @param {string} [project]
 */
async function install(tarball, folder, project) {
  if (project === undefined) {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  } else {
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(path.join(project, file), path.join(folder, file));
    }
    await run('npm', ['ci', ...quietly], { cwd: folder });
  }
  await run('npm', ['install', '--no-save', ...quietly, tarball], { cwd: folder });
}

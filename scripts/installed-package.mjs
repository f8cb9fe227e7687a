// @ts-check
/** The package as its users get it: packed, and installed into a project that has nothing else. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns The project's folder, the packed file in it, and how to be rid of both. */
export async function installPackage() {
  const folder = await mkdtemp(path.join(tmpdir(), 'temporary-evse-statuses-'));
  const packed = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  /** @type {[{ filename: string }]} */
  const [{ filename }] = JSON.parse(packed.stdout);
  const tarball = path.join(folder, filename);
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], { cwd: folder });
  return { folder, tarball, remove: () => rm(folder, { recursive: true, force: true }) };
}

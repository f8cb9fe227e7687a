// @ts-check
/** Runs the tests of the packed package, which is packed and installed only once. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { installPackage } from './installed-package.mjs';

const tests = ['package', 'package-types', 'declarations', 'docs', 'five-minutes'];

const { folder, tarball, remove } = await installPackage();
try {
  const files = tests.map((name) => path.join(import.meta.dirname, `${name}.test.mjs`));
  const env = { ...process.env, INSTALLED_PACKAGE: folder, PACKAGE_FILE: tarball };
  const { status } = spawnSync(process.execPath, ['--test', '--test-concurrency=2', ...files], {
    stdio: 'inherit',
    env,
  });
  process.exitCode = status ?? 1;
} finally {
  await remove();
}

// @ts-check
/**
 * Compiles `contract-tests/types/` against the built package (`npm run build`), under the oldest TypeScript that is supported and
 * the newest, both from the registry: `npm run test:types`. What this project's own says of the package: package-types.test.mjs.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const version of ['5.4.5', '7.0.2']) {
  const start = performance.now();
  const { status } = spawnSync(
    'npm',
    ['exec', '--yes', `--package=typescript@${version}`, '--', 'tsc', '-p', 'contract-tests/types'],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(
    `TypeScript ${version}: ${status === 0 ? 'passed' : 'failed'} in ${Math.round(performance.now() - start)} ms`,
  );
  if (status !== 0) process.exitCode = 1;
}

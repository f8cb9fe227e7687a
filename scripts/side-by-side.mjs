// @ts-check
/**
 * Runs npm scripts side by side, as many as there are cores, in the order given: `node scripts/side-by-side.mjs lint typecheck`.
 * What a script prints is shown where it fails; then no other one starts, and the exit code is 1.
 */
import { exec } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';

const waiting = process.argv.slice(2);

/** Most of the time goes to TypeScript and ESLint, which use one core each. */
const lanes = Array.from({ length: availableParallelism() }, async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
});
await Promise.all(lanes);

/** @param {string} name */
function run(name) {
  const start = performance.now();
  return new Promise((resolve) => {
    exec(`npm run --silent ${name}`, { maxBuffer: Infinity }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${name} ${error ? 'failed' : 'passed'} in ${seconds} s`);
      if (error) {
        console.log(`${stdout}${stderr}`);
        waiting.length = 0;
        process.exitCode = 1;
      }
      resolve(undefined);
    });
  });
}

// @ts-check
/**
 * Puts the client's unit tests into one file. Jest takes seconds to load them all, and Stryker loads them for each mutant.
 * What simulates or generates many calls comes last: most mutants have failed a quicker test by then.
 */
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';

/** Real sockets and real time are for tests that need them; here they would only make each mutant slow. */
const leftOut = 'client/faults.test.ts';
const slow = ['client/redaction.test.ts', 'client/bulk/rate-limiter.test.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(client\/.*|drift)\.test\.ts$/.test(file) && file !== leftOut)
  .sort((a, b) => slow.indexOf(a) - slow.indexOf(b) || a.localeCompare(b));

await build({
  stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: 'src' },
  outfile: 'src/all.test.cjs',
  bundle: true,
  platform: 'node',
  external: ['@jest/globals'],
  // package.json says that no file has side effects; defining tests is one.
  ignoreAnnotations: true,
});

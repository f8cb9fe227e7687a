// @ts-check
/**
 * Writes what the package promises, read from the built package, to `docs/api/`; `--check` compares instead.
 *
 *   npm run api          writes docs/api/types.md and docs/api/surface.txt
 *   npm run api:check    exit code 1 where a committed file differs
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { rollUp, toMarkdown, withoutComments } from './api-report.mjs';
import { listSurface } from './list-surface.mjs';

const folder = fileURLToPath(new URL('../../docs/api/', import.meta.url));

const declarations = await rollUp();
const files = {
  'types.md': toMarkdown(await withoutComments(declarations)),
  'surface.txt': await listSurface(declarations),
};

await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, name);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(
      `docs/api/${name} is not what the built package gives. Run \`npm run api\` and review the difference.`,
    );
    process.exitCode = 1;
  }
}

// @ts-check
/**
 * Makes everything under `generated/` from the OpenAPI document.
 *
 *   node scripts/generate.mjs            writes
 *   node scripts/generate.mjs --check    writes nothing; exit code 1, naming file and line, where a committed file differs
 *
 * `--document FILE` and `--out DIR` stand in for the project's own document and folder; the tests of the check use them.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generatedFiles } from './generated-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    document: { type: 'string', default: path.join(root, 'openapi/temporary-evse-statuses.yaml') },
    out: { type: 'string', default: path.join(root, 'generated') },
  },
});

/**
 * @param {string} committed
 * @param {string} made
 */
function firstDifference(committed, made) {
  const before = committed.split('\n');
  const after = made.split('\n');
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line === -1 ? after.length : line;
  return { line: at + 1, before: before[at] ?? '(no such line)', after: after[at] ?? '(no such line)' };
}

const made = await generatedFiles(await readFile(options.document, 'utf8')).catch((/** @type {unknown} */ error) => {
  console.error(
    `${path.relative(process.cwd(), options.document)}: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
});

if (options.check) {
  const problems = [];
  const here = pathToFileURL(`${process.cwd()}/`).pathname;
  const shown = (/** @type {string} */ file) => path.relative(here, path.join(options.out, file));
  for (const [file, text] of Object.entries(made)) {
    const committed = await readFile(path.join(options.out, file), 'utf8').catch(() => undefined);
    if (committed === undefined) {
      problems.push(`${shown(file)} is missing.`);
    } else if (committed !== text) {
      const { line, before, after } = firstDifference(committed, text);
      problems.push(
        `${shown(file)}:${line} is not what the document gives.\n    committed: ${before.trim()}\n    document:  ${after.trim()}`,
      );
    }
  }
  for (const file of await readdir(options.out)) {
    if (!(file in made)) problems.push(`${shown(file)} is not made from the document; delete it.`);
  }
  if (problems.length > 0) {
    console.error(`${problems.join('\n')}\nRun \`npm run generate\` and commit what it writes.`);
    process.exitCode = 1;
  } else {
    console.log(`generated/: ${Object.keys(made).length} files are what the document gives.`);
  }
} else {
  await rm(options.out, { recursive: true, force: true });
  await mkdir(options.out, { recursive: true });
  for (const [file, text] of Object.entries(made)) await writeFile(path.join(options.out, file), text);
}

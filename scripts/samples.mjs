// @ts-check
/**
 * Copies the files of `examples/` into the Markdown, each into the code block after a comment `example: PATH`. `npm run
 * docs:samples` writes the blocks; `findStaleSamples` names those that differ from their file.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const marked = /<!-- example: (\S+) -->\n\n```(\w+)\n(.*?)```/gs;

/** The Markdown that may show samples, as paths from the root. */
export async function pagesWithSamples() {
  const docs = await readdir(path.join(root, 'docs'), { recursive: true });
  // docs/api/ is made from the built package.
  const written = docs.filter((name) => name.endsWith('.md') && !name.startsWith('api'));
  return ['README.md', 'AGENTS.md', ...written.map((name) => `docs/${name}`)];
}

/** Every example, as a path from the root. */
export async function allExamples() {
  const entries = await readdir(path.join(root, 'examples'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {string} page */
async function render(page) {
  const text = await readFile(path.join(root, page), 'utf8');
  let rendered = text;
  /** @type {string[]} */
  const shown = [];
  for (const [block, example = '', language = ''] of text.matchAll(marked)) {
    const code = await readFile(path.join(root, example), 'utf8');
    rendered = rendered.replace(block, () => `<!-- example: ${example} -->\n\n\`\`\`${language}\n${code}\`\`\``);
    shown.push(example);
  }
  const unmarked = [...text.replaceAll(marked, '').matchAll(/^```(?:ts|tsx|js|yaml)\n(.*)/gm)].map(([, line]) => line);
  return { text, rendered, shown, unmarked };
}

/** Problems with samples, one line each: a block that differs, a block without a file, a file that no page shows. */
export async function findStaleSamples() {
  /** @type {string[]} */
  const problems = [];
  const unseen = new Set(await allExamples());
  for (const page of await pagesWithSamples()) {
    const { text, rendered, shown, unmarked } = await render(page);
    if (rendered !== text) problems.push(`${page} shows an older sample: run npm run docs:samples`);
    problems.push(...unmarked.map((line) => `${page} has a sample that is no file of examples/: ${line}`));
    shown.forEach((example) => unseen.delete(example));
  }
  return [...problems, ...[...unseen].map((example) => `No page shows ${example}`)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of await pagesWithSamples()) await writeFile(path.join(root, page), (await render(page)).rendered);
}

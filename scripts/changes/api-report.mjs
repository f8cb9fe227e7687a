// @ts-check
/**
 * The public types of every entry of the built package in one text: bundled from `dist/`, without comments, each entry as a
 * namespace. It is committed as `docs/api/types.md`, so that reviews show what a change does to the public types.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { build } from 'tsdown';
import ts from 'typescript';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Name → declaration file of every entry that has types.
 * @returns {[string, string][]}
 */
export function entries() {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) =>
    typeof target === 'object' ? [[subpath === '.' ? 'index' : subpath.slice(2), target.import.types]] : [],
  );
}

/** @returns {Promise<string>} the declarations of all entries in one text, comments included */
export async function rollUp() {
  const folder = await mkdtemp(path.join(tmpdir(), 'api-report-'));
  try {
    const imports = entries().map(([name, file]) => {
      const target = path.join(root, file).replace(/\.d\.mts$/, '.mjs');
      return `export * as ${name} from ${JSON.stringify(target)};`;
    });
    const source = path.join(folder, 'entries.d.mts');
    await writeFile(source, imports.join('\n'));
    await build({
      config: false,
      cwd: root,
      entry: { entries: source },
      format: 'esm',
      dts: { emitDtsOnly: true, dtsInput: true },
      deps: { neverBundle: [/^node:/, 'msw', ...Object.keys(manifest.dependencies)] },
      outDir: folder,
      clean: false,
      platform: 'neutral',
      logLevel: 'error',
    });
    return await readFile(path.join(folder, 'entries.d.ts'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The declarations in a form that is easy to review.
 * @param {string} declarations
 */
export async function withoutComments(declarations) {
  const source = ts.createSourceFile('entries.d.ts', declarations, ts.ScriptTarget.ESNext, true);
  const bare = ts.createPrinter({ removeComments: true }).printFile(source);
  const { code } = await format('entry.d.ts', bare.replaceAll('_d_exports', '_entry'), {
    singleQuote: true,
    printWidth: 120,
  });
  return code;
}

/** @param {string} report */
export function toMarkdown(report) {
  return `# Public types\n\nMade by \`npm run api\` from the built package. Do not edit.\n\n\`\`\`ts\n${report}\`\`\`\n`;
}

/** @param {string} markdown */
export function fromMarkdown(markdown) {
  return markdown.replace(/^.*?```ts\n/s, '').replace(/```\n$/, '');
}

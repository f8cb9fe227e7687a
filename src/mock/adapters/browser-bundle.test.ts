import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

/** Bundles for a browser, where a module of Node cannot be resolved. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${__dirname}/../..` },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // The package has the page built in; see scripts/build-page.mjs.
    external: ['msw', '*/build-page.mjs'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

test.each([
  ['createMockFetch', "export { createMockFetch } from './mock/index.ts';"],
  ['the handlers for Mock Service Worker', "export { createMockHandlers } from './msw.ts';"],
])('%s in a browser bundle: nothing of Node, no server, at most 20 kB', async (_, contents) => {
  const text = await bundle(contents);
  expect(text).toContain('/__mock');
  expect(text).not.toMatch(/node:|getBuiltinModule|<!doctype/i);
  expect(gzipSync(text).length).toBeLessThanOrEqual(20_000);
});

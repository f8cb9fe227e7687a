// The size of an app that only changes a temporary status, bundled by esbuild for a browser.
import { build } from 'esbuild';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** An app with our client and one `update`. */
export const ourApp = `
  import { createClient } from 'temporary-evse-statuses';
  const client = createClient({ baseUrl: '/api' });
  export const block = (id) => client.update(id, { temporaryStatus: 'BLOCKED' });`;

/**
 * @param {string} app
 * @param {string} ours - the built entry to use for `temporary-evse-statuses`
 * @param {string[]} [external] - what stays out of the bundle
 * @returns {Promise<{ minified: number, gzip: number, brotli: number }>} bytes
 */
export async function bundledBytes(app, ours, external = []) {
  const { outputFiles } = await build({
    stdin: { contents: app, resolveDir: import.meta.dirname },
    alias: { 'temporary-evse-statuses': ours },
    bundle: true,
    external,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return {
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

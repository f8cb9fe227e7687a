import { build } from 'esbuild';
import { serve, type Served } from '../support/serve.ts';

/** Serves these texts, by path, at an origin of its own: HTML, or JavaScript where the path ends in `.js`. */
export function serveSite(texts: Readonly<Record<string, string>>): Promise<Served> {
  return serve((request, response) => {
    const path = request.url ?? '/';
    const text = texts[path];
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
  });
}

/** A script for the browser, made from one of the files beside this one. */
export async function bundle(file: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(file, `file://${__dirname}/`).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  return outputFiles[0]?.text ?? '';
}

import { build } from 'esbuild';
import { serve, type Served } from '../support/serve.ts';

/** Serves texts by path at their own origin: as JavaScript if the path ends in `.js`, else as HTML. */
export function serveSite(texts: Readonly<Record<string, string>>): Promise<Served> {
  return serve((request, response) => {
    const path = request.url ?? '/';
    const text = texts[path];
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
  });
}

/** Bundles a file of this folder for the browser. */
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

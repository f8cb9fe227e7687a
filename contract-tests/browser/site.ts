import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves these texts, by path, at an origin of its own: HTML, or JavaScript where the path ends in `.js`. */
export async function serveSite(texts: Readonly<Record<string, string>>): Promise<Site> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const text = texts[path];
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
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

// The cost of type-checking for a consumer: the same small file with our client, with bare openapi-fetch and the generated
// types, and with hand-written fetch; without @types/node. The second figure checks library files too, which also shows
// whether ours have an error.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRows } from './interleave.mjs';

const root = join(import.meta.dirname, '..');
const consumers = {
  'hand-written fetch': `
    interface Status { id: number; temporaryStatus: string; evseId: string; validFrom?: string; validTo?: string }
    const change = { temporaryStatus: 'MAINTENANCE', validTo: '2025-04-23T18:00:00Z' };
    export async function block(id: number): Promise<string> {
      const response = await fetch('https://api.spirii.com/v2/temporary-evse-statuses/' + id, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
      if (!response.ok) throw new Error(response.statusText);
      return ((await response.json()) as Status).evseId;
    }`,
  'openapi-fetch': `
    import createClient from 'openapi-fetch';
    import type { paths } from '../../generated/types.ts';
    const client = createClient<paths>({ baseUrl: 'https://api.spirii.com', headers: { authorization: 'Bearer key' } });
    export async function block(id: number): Promise<string> {
      const { data, error } = await client.PATCH('/v2/temporary-evse-statuses/{id}', {
        params: { path: { id } },
        body: { temporaryStatus: 'MAINTENANCE', validTo: '2025-04-23T18:00:00Z' },
      });
      if (!data) throw new Error(error.error.message);
      return data.evseId;
    }`,
  ours: `
    import { createClient, isResponseError } from 'temporary-evse-statuses';
    const client = createClient({ apiKey: 'key' });
    export async function block(id: number): Promise<string> {
      try {
        const updated = await client.update(id, { temporaryStatus: 'MAINTENANCE', validTo: '2025-04-23T18:00:00Z' });
        return updated.evseId;
      } catch (error) {
        return isResponseError(error) ? String(error.status) : 'none';
      }
    }`,
};

/** @param {string} source @param {boolean} skipLibCheck */
function check(source, skipLibCheck) {
  const folder = mkdtempSync(join(root, 'node_modules', '.types-'));
  try {
    writeFileSync(join(folder, 'consumer.ts'), source);
    const config = {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        allowImportingTsExtensions: true,
        strict: true,
        noEmit: true,
        skipLibCheck,
        types: [],
        paths: { 'temporary-evse-statuses': [join(root, 'dist/index.d.mts')] },
      },
      files: ['consumer.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--extendedDiagnostics', '--pretty', 'false'],
      { encoding: 'utf8' },
    );
    return {
      instantiations: Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]),
      types: Number(/^Types:\s+(\d+)/m.exec(stdout)?.[1]),
      errors: stdout.split('\n').filter((line) => line.includes('error TS')),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rows = [];
const errors = [];
for (const [client, source] of Object.entries(consumers)) {
  const alone = check(source, true);
  const withLibraries = check(source, false);
  errors.push(...alone.errors, ...withLibraries.errors);
  rows.push({
    client,
    instantiations: String(alone.instantiations),
    types: String(alone.types),
    'instantiations, skipLibCheck false': String(withLibraries.instantiations),
    errors: String(alone.errors.length + withLibraries.errors.length),
  });
}
console.log('\nType-checking a ten-line consumer');
printRows(rows);
for (const error of errors) console.log(error);

// @ts-check
/** The commands as their own help shows them, and the rules of the contract check. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { block, cell, code, escape, table } from './html.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const command = path.join(root, String(Object.values(manifest.bin)[0]));

/** @returns {Promise<import('./html.mjs').Section[]>} */
export async function commandSections() {
  const overview = await help();
  const names = [...overview.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => String(name));
  const texts = await Promise.all(names.map(async (name) => [name, await help(name)]));
  const { RULES } = await import('../../dist/contract.mjs');
  const rules = [...RULES].map(({ id, verdict, ...rest }) => [
    code(id),
    escape(verdict),
    cell(Object.values(rest).map(String).join('\n\n')),
  ]);
  return [
    {
      title: 'Commands',
      html: block(overview),
      parts: texts.map(([name, text]) => ({ title: `npx ${manifest.name} ${name}`, html: block(text) })),
    },
    { title: 'Rules of the contract check', html: table(['Rule', 'Verdict', 'What it asks'], rules), parts: [] },
  ];
}

/** @param {...string} args */
async function help(...args) {
  const { stdout } = await run(process.execPath, [command, ...args, '--help']);
  return stdout.trim();
}

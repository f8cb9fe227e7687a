// `npm run bench [part …]`: installs the peers if they are missing, then measures each part in its own process and prints
// tables; for a quick look, `ROUNDS=5 npm run bench stub`. Figures depend on the machine and the moment: only the ratios
// mean something, and none are saved.
import { spawnSync } from 'node:child_process';
import { installPeers } from './peers.mjs';

/** @type {Record<string, string[]>} Flags of Node for each part. */
const parts = {
  stub: [],
  loopback: [],
  heap: ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'],
  size: [],
  load: [],
  types: [],
};

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !Object.hasOwn(parts, part));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

installPeers();
for (const part of asked.length ? asked : Object.keys(parts)) {
  const args = [...(parts[part] ?? []), `${import.meta.dirname}/${part}.mjs`];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

// `npm run check:size`: fails when the app that only calls `update` grows past its budget. Built anew, so that a stale
// dist/ cannot stand in for the source.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundledBytes, ourApp } from './bundle.mjs';

const budget = 8_550;

const root = join(import.meta.dirname, '..');
// Inside the project, so that the built entry finds openapi-fetch.
const out = mkdtempSync(join(root, 'node_modules', '.check-size-'));
try {
  execFileSync('npx', ['tsdown', '--no-dts', '--out-dir', out, '--logLevel', 'error'], { cwd: root, stdio: 'pipe' });
  const { gzip } = await bundledBytes(ourApp, join(out, 'index.mjs'));
  const figures = `${String(gzip)} bytes gzip, budget ${String(budget)}`;
  if (gzip > budget) {
    console.error(`The bundle of an app that only calls update is too large: ${figures}. See benchmarks/bundle.mjs.`);
    process.exitCode = 1;
  } else {
    console.log(`Bundle of an app that only calls update: ${figures}.`);
  }
} finally {
  rmSync(out, { recursive: true });
}

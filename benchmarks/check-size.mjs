// `npm run check:size`: fails when the app that only calls `update` grows past its budget. Measures what `npm run build` built.
import { join } from 'node:path';
import { bundledBytes, ourApp } from './bundle.mjs';

const budget = 8_100;

const { gzip } = await bundledBytes(ourApp, join(import.meta.dirname, '../dist/index.mjs'));
const figures = `${String(gzip)} bytes gzip, budget ${String(budget)}`;
if (gzip > budget) {
  console.error(`The bundle of an app that only calls update is too large: ${figures}. See benchmarks/bundle.mjs.`);
  process.exitCode = 1;
} else {
  console.log(`Bundle of an app that only calls update: ${figures}.`);
}

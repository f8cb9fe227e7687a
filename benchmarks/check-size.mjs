// `npm run check:size`: fails if the app that only calls `update` exceeds its budget. Measures the output of `npm run build`.
import { join } from 'node:path';
import { bundledBytes, ourApp } from './bundle.mjs';

const budget = 8_310;

const { gzip } = await bundledBytes(ourApp, join(import.meta.dirname, '../dist/index.mjs'));
const figures = `${String(gzip)} bytes gzip, budget ${String(budget)}`;
if (gzip > budget) {
  console.error(`The bundle of an app that only calls update is too large: ${figures}. See benchmarks/bundle.mjs.`);
  process.exitCode = 1;
} else {
  console.log(`Bundle of an app that only calls update: ${figures}.`);
}

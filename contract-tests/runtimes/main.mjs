// @ts-check
/** `main.mjs SERVICE` prints the outcome of each use, in Node, Deno and Bun. */
import process from 'node:process';
import { useEverything } from './app.mjs';

console.log(JSON.stringify(await useEverything(process.argv[2] ?? '')));

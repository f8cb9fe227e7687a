import process from 'node:process';
import type { Progress } from '../contract/index.ts';
import { printable } from '../shared/printable.ts';
import { tell } from './output.ts';

/** Shows on a terminal, in one line, where a run is and what it waits for. Elsewhere it is silent. */
export function showProgress({ case: number, of, id, waiting }: Progress): void {
  const wait = waiting === undefined ? '' : `, waits ${Math.ceil(waiting.milliseconds / 1000)} s: ${waiting.why}`;
  const line = printable(`${number}/${of} ${id}${wait}`);
  // A line that wraps could not be written over.
  if (process.stderr.isTTY) tell(`\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
}

/** Clears the line. */
export function endProgress(): void {
  if (process.stderr.isTTY) tell('\r\u001b[K');
}

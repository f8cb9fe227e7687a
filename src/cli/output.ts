import process from 'node:process';
import type { Progress } from '../contract/index.ts';
import { printable } from '../shared/printable.ts';

const closed = new Set<NodeJS.WriteStream>();

/**
 * Lets the command go on when a reader ends (`… | head`) or a terminal closes. A report that the disk has no room for must
 * not pass as written, so any other error makes the exit code 2.
 */
export function guardOutput(): void {
  for (const [name, stream] of Object.entries({ output: process.stdout, error: process.stderr })) {
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (closed.has(stream)) return;
      closed.add(stream);
      if (code === 'EPIPE' || code === 'EIO') return;
      tell(`temporary-evse-statuses: standard ${name} cannot be written: ${message}\n`);
      process.once('exit', () => (process.exitCode = 2));
    });
  }
}

/** Writes to standard output: what the command is for. */
export function print(text: string): void {
  if (!closed.has(process.stdout)) process.stdout.write(text);
}

/** Writes to standard error: all that is said beside it. */
export function tell(text: string): void {
  if (!closed.has(process.stderr)) process.stderr.write(text);
}

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

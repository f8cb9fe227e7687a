import process from 'node:process';

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

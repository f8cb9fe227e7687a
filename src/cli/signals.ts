import process from 'node:process';

/**
 * Does some work with a signal that the first of these aborts. A second one does what it would have done without this: it
 * ends the process.
 */
export async function untilSignal<Result>(
  names: readonly NodeJS.Signals[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const release = () => {
    for (const name of names) process.off(name, stop);
  };
  const stop = (name: NodeJS.Signals) => {
    release();
    controller.abort(new Error(`stopped by ${name}`));
  };
  for (const name of names) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    release();
  }
}

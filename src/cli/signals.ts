import process from 'node:process';

/**
 * Does some work with a signal that the first SIGINT or SIGTERM aborts. A second one ends the process, as it would have
 * without this.
 * @param onHangUp - what the end of the terminal does: `stop` as well, or `ignore`
 */
export async function withStopSignal<Result>(
  onHangUp: 'stop' | 'ignore',
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    release();
    controller.abort(new Error(`stopped by ${name}`));
  };
  const onSighup = onHangUp === 'stop' ? stop : () => undefined;
  const release = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    if (onHangUp === 'stop') process.off('SIGHUP', stop);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', onSighup);
  try {
    return await work(controller.signal);
  } finally {
    release();
    process.off('SIGHUP', onSighup);
  }
}

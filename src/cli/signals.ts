import process from 'node:process';

/**
 * A signal that is aborted by the first SIGINT or SIGTERM. A second one ends the process, as it would have without this.
 * @param onHangUp - what the end of the terminal does: `stop` as well, or `ignore`
 */
export function stopSignal(onHangUp: 'stop' | 'ignore'): AbortSignal {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', ...(onHangUp === 'stop' ? ['SIGHUP' as const] : [])] as const;
  const stop = (name: NodeJS.Signals) => {
    for (const each of names) process.removeListener(each, stop);
    controller.abort(new Error(`stopped by ${name}`));
  };
  for (const name of names) process.on(name, stop);
  if (onHangUp === 'ignore') process.on('SIGHUP', () => undefined);
  return controller.signal;
}

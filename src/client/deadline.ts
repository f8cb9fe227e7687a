import type { Runtime } from './runtime.ts';

interface Bounds {
  /** Longest time, in milliseconds. */
  readonly ms: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  readonly runtime: Runtime;
}

/**
 * Runs `work` until it settles, the time is up (a `TimeoutError`) or the caller's signal fires (its reason, untouched), and
 * leaves no timer and no listener behind. `work` gets a signal of its own: what it calls cannot leave a listener on the
 * caller's. Work that does not heed it is not waited for.
 */
export async function within<T>(
  { ms, signal, runtime }: Bounds,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a caller may abort with anything
      reject(controller.signal.reason);
    });
  });
  const onAbort = () => {
    controller.abort(signal?.reason);
  };
  const stopTimer = runtime.after(ms, () => {
    controller.abort(new DOMException(`no answer within ${ms} ms`, 'TimeoutError'));
  });
  signal?.addEventListener('abort', onAbort);
  try {
    // The end comes first, so that it wins over whatever the work makes of it.
    return await Promise.race([ended, work(controller.signal)]);
  } finally {
    stopTimer();
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Waits until the time is over, or the caller's signal fires: look at it afterwards. */
export function sleep({ ms, signal, runtime }: Bounds): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      stopTimer();
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const stopTimer = runtime.after(ms, wake);
    signal?.addEventListener('abort', wake);
    if (signal?.aborted) wake();
  });
}

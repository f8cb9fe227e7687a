import type { Runtime } from './runtime.ts';

interface Bounds {
  /** Longest time, in milliseconds. */
  readonly ms: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  readonly runtime: Runtime;
}

/**
 * Runs `work` until it settles, the time runs out (a `TimeoutError`) or the caller's signal fires (its reason, untouched),
 * and leaves no timer and no listener behind. `work` gets a signal of its own, so nothing it calls can leave a listener
 * on the caller's. Work that ignores its signal is not waited for.
 */
export function withTimeout<T>({ ms, signal, runtime }: Bounds, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  // Every call goes through here. One promise, and no listener on the own signal: they cost as much as the rest.
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const settle =
      <Value>(how: (value: Value) => void) =>
      (value: Value) => {
        stopTimer();
        forget();
        how(value);
      };
    const end = settle((reason: unknown) => {
      // Rejected first, so that it wins over whatever the work makes of the abort.
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a caller may abort with anything
      reject(reason);
      controller.abort(reason);
    });
    // First, since it throws where the signal is not a real one: then there is no timer yet.
    const forget = onAbort(signal, end);
    const stopTimer = runtime.after(ms, () => {
      end(new DOMException(`no response within ${ms} ms`, 'TimeoutError'));
    });
    work(controller.signal).then(settle(resolve), settle(reject));
  });
}

type OnAbort = (reason: unknown) => void;

/** The callbacks that wait for a signal, and the one listener that calls them. */
const waitingFor = new WeakMap<AbortSignal, { readonly callbacks: Set<OnAbort>; readonly listener: () => void }>();

/**
 * Calls back with its reason when a signal fires, unless the function that it returns is called before. However many calls
 * share a signal, it has one listener of ours: Node warns of a leak where there are more than ten.
 */
function onAbort(signal: AbortSignal | undefined, callback: OnAbort): () => void {
  if (!signal) return () => undefined;
  let waiting = waitingFor.get(signal);
  if (!waiting) {
    const callbacks = new Set<OnAbort>();
    const listener = () => {
      for (const each of callbacks) each(signal.reason);
    };
    waitingFor.set(signal, (waiting = { callbacks, listener }));
  }
  const { callbacks, listener } = waiting;
  callbacks.add(callback);
  // Added again, a listener is still called once.
  signal.addEventListener('abort', listener);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener('abort', listener);
  };
}

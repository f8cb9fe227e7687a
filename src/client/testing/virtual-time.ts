import type { Runtime } from '../transport/runtime.ts';

/** Time for tests: it stands still while anything can still happen, and then jumps to the next timer. */
export interface VirtualTime {
  readonly runtime: Runtime;
  /** Milliseconds since the Unix epoch, as they are whatever the wall clock says. */
  now(): number;
  /** Resolves after so many milliseconds of this time. */
  pass(ms: number): Promise<void>;
  /** Lets time go by until the work settles. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Sets the wall clock to another time, back or forth; timers keep their distance. */
  setWallClock: (now: number) => void;
  /** How many timers wait. */
  pending(): number;
}

export function createVirtualTime(start = Date.UTC(2026, 0, 1)): VirtualTime {
  const timers = new Map<symbol, { readonly at: number; readonly callback: () => void }>();
  let elapsed = 0;
  let origin = start;

  const runtime: Runtime = {
    now: () => origin + elapsed,
    random: () => 0.5,
    after(ms, callback) {
      const timer = Symbol('timer');
      timers.set(timer, { at: elapsed + ms, callback });
      return () => timers.delete(timer);
    },
    inBrowser: () => false,
    inNode: () => false,
  };

  function fireNext() {
    let next: symbol | undefined;
    let at = Infinity;
    for (const [timer, { at: due }] of timers) if (due < at) [next, at] = [timer, due];
    if (next === undefined) throw new Error('The work waits for something that no timer brings.');
    const due = timers.get(next);
    timers.delete(next);
    elapsed = Math.max(elapsed, at);
    due?.callback();
  }

  return {
    runtime,
    now: () => start + elapsed,
    pass: (ms) => new Promise((resolve) => void runtime.after(ms, resolve)),
    async run(work) {
      const state = { settled: false };
      const settle = () => {
        state.settled = true;
      };
      work.then(settle, settle);
      // All promises that can settle have settled when an immediate comes.
      const pause = () => new Promise((resolve) => setImmediate(resolve));
      for (await pause(); !state.settled; await pause()) fireNext();
      return work;
    },
    setWallClock(now) {
      origin = now - elapsed;
    },
    pending: () => timers.size,
  };
}

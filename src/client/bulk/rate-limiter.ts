import { RATE_LIMITS } from '../../../generated/facts.ts';
import { readDate, readRateLimit, readRetryAfter } from '../transport/rate-limit-headers.ts';
import type { Runtime } from '../transport/runtime.ts';
import { withTimeout } from '../transport/timing.ts';
import type { RateLimiter } from '../transport/transport.ts';

/** What the headers say about the current window of the rate limit. */
interface Window {
  readonly limit: number;
  /** As the header has it, milliseconds: tells one window from the next. */
  readonly reset: number;
  /** The same on our own clock. */
  endsAt: number;
  remaining: number;
  /** What remained, and what had been sent, when the window was first seen. */
  readonly first: { readonly remaining: number; readonly sent: number };
}

/** `X-RateLimit-Reset` counts whole seconds: the window may end up to so much earlier, or later, than it says. */
const roundingMs = 1000;
/** A reset further away than that is not what the document describes. */
const longestWindowMs = 3_600_000;

/**
 * Keeps writes within the rate limit: spreads what remains of a window over the time that remains of it. That uses all of
 * the allowance, follows a limit that changes, and makes processes that share a limit slow each other down without knowing
 * of each other. Half of a window may be spent at once, so a short list need not wait. Without headers, the documented
 * limit applies [limits].
 */
export function createRateLimiter(runtime: Runtime): RateLimiter {
  const { requests, windowSeconds } = RATE_LIMITS.write;
  const now = steadyClock(runtime);
  let limit: number = requests;
  let window: Window | undefined;
  /** From our clock to the service's. */
  let offset = 0;
  let shared = false;
  let sent = 0;
  let inFlight = 0;
  let lastAt = -Infinity;
  let pausedUntil = -Infinity;
  let lastTurn = Promise.resolve();
  let wake: (() => void) | undefined;

  /** Where a window is known: how many requests may still go in it. */
  function available({ remaining }: Window): number {
    // One is kept, to ask with whether the next window has begun; where others spend from the same limit, a few more.
    const kept = shared ? Math.ceil(limit * 0.03) : limit >= 50 ? 1 : 0;
    return remaining - inFlight - kept;
  }

  function intervalMs(at: number): number {
    // One less than the limit: on their way, two may come closer to each other.
    if (!window) return (windowSeconds * 1000) / Math.max(1, limit - 1);
    return Math.max(0, window.endsAt - at - roundingMs) / available(window);
  }

  /** How long the next request has to wait, milliseconds; 0 or less: not at all. */
  function waitMs(at: number): number {
    if (at < pausedUntil) return pausedUntil - at;
    // The first request of a window goes alone: its response says what there is to spend. Until one does, one a second.
    if (window && at >= window.endsAt) return lastAt + roundingMs - at;
    if (window && available(window) <= 0) return window.endsAt - at;
    if (window && available(window) > limit / 2) return 0;
    return lastAt + intervalMs(at) - at;
  }

  async function wait(signal: AbortSignal | undefined): Promise<void> {
    while (!signal?.aborted) {
      const at = now();
      const ms = waitMs(at);
      if (ms <= 0) {
        lastAt = at;
        sent++;
        inFlight++;
        return;
      }
      const woken = () => new Promise<void>((resolve) => (wake = resolve));
      // Looked at again, whatever ended the wait.
      await withTimeout({ ms, signal, runtime }, woken).catch(() => undefined);
    }
  }

  function learn(headers: Headers): void {
    const { limit: stated, remaining, resetsAt } = readRateLimit(headers);
    if (stated) limit = stated;
    if (remaining === undefined || resetsAt === undefined) return;
    const at = now();
    const reset = resetsAt.getTime();
    if (window && reset < window.reset) return; // a late response of the window before
    if (reset !== window?.reset) offset = -Infinity;
    // The service's own clock where it is told, in whole seconds: the latest reading comes closest.
    offset = Math.max(offset, readDate(headers, runtime.now()) - at);
    const endsAt = reset - offset;
    if (endsAt <= at || endsAt - at > longestWindowMs) return;
    if (reset === window?.reset && limit === window.limit) {
      window.endsAt = endsAt;
      window.remaining = Math.min(window.remaining, remaining); // responses may overtake each other
      shared ||= window.remaining < window.first.remaining - (sent - window.first.sent);
    } else {
      window = { limit, reset, endsAt, remaining, first: { remaining, sent: sent - inFlight } };
    }
  }

  return {
    acquire(signal) {
      return (lastTurn = lastTurn.then(() => wait(signal)));
    },
    release(response) {
      inFlight--;
      if (response) learn(response.headers);
      if (response?.status === 429) {
        const seconds = readRetryAfter(response.headers, runtime.now()) ?? 1;
        pausedUntil = Math.max(pausedUntil, now() + seconds * 1000);
      }
      wake?.();
    },
  };
}

/** Milliseconds that only grow: a wall clock set back does not make anyone wait for it to come round again. */
function steadyClock(runtime: Runtime): () => number {
  let last = runtime.now();
  let total = 0;
  return () => {
    const wall = runtime.now();
    total += Math.max(0, wall - last);
    last = wall;
    return total;
  };
}

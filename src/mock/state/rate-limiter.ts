import type { Operation } from '../../../generated/operations.ts';

type Limit = Pick<NonNullable<Operation['rateLimit']>, 'requests' | 'windowSeconds'>;

/** How a limit stands after a request was counted. */
export interface Window {
  readonly limit: number;
  readonly remaining: number;
  readonly exceeded: boolean;
  /** When the window ends, in milliseconds since the Unix epoch. */
  readonly endsAt: number;
  readonly now: number;
}

/** Whoever sends a new key with each request must not fill the memory. */
const mostCounters = 1000;

/** Counts requests in windows of fixed length, each beginning with its first request. */
export function createRateLimiter() {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    /** @param counter - Requests with the same counter share one count. */
    acquire(counter: string, { requests, windowSeconds }: Limit, now: number): Window {
      let window = windows.get(counter);
      // A clock that was set back begins a new window as well.
      if (window === undefined || now >= window.endsAt || window.endsAt - now > windowSeconds * 1000) {
        const [oldest] = windows.size >= mostCounters ? windows.keys() : [];
        windows.delete(oldest ?? counter);
        window = { count: 0, endsAt: now + windowSeconds * 1000 };
        windows.set(counter, window);
      }
      window.count += 1;
      return {
        limit: requests,
        remaining: Math.max(0, requests - window.count),
        exceeded: window.count > requests,
        endsAt: window.endsAt,
        now,
      };
    },
    reset() {
      windows.clear();
    },
  };
}

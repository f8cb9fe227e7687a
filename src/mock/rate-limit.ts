import type { components } from '../../generated/types.ts';

export interface Limit {
  readonly requests: number;
  readonly windowSeconds: number;
}

/** How a limit stands after a request was counted. */
export interface Window {
  readonly limit: number;
  readonly remaining: number;
  readonly exceeded: boolean;
  /** When the window ends, in milliseconds since the Unix epoch. */
  readonly endsAt: number;
  readonly now: number;
}

/** The documented headers that tell how a limit stands, and what each says. Units: [limits]. */
export const RATE_LIMIT_HEADERS = {
  'X-RateLimit-Limit': (window) => window.limit,
  'X-RateLimit-Remaining': (window) => window.remaining,
  'X-RateLimit-Reset': (window) => Math.ceil(window.endsAt / 1000),
  'Retry-After': (window) => Math.max(1, Math.ceil((window.endsAt - window.now) / 1000)),
} satisfies Partial<Record<keyof components['headers'], (window: Window) => number>>;

/** Counts requests in windows of fixed length, each beginning with its first request. Operations whose limits have one name share one count. */
export function createRateLimiter() {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    count(name: string, { requests, windowSeconds }: Limit, now: number): Window {
      const key = `${name} ${requests}/${windowSeconds}`;
      let window = windows.get(key);
      // A clock that was set back begins a new window as well.
      if (window === undefined || now >= window.endsAt || window.endsAt - now > windowSeconds * 1000) {
        window = { count: 0, endsAt: now + windowSeconds * 1000 };
        windows.set(key, window);
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

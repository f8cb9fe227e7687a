import type { Call, Steps } from './steps.ts';

/** What remains of a key's limit in the current minute. */
export interface Quota {
  readonly isSpent: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly retryAfter: string;
}

const windowMs = 60_000;

/** Counts the requests of each key, reads and writes separately. The quota of the empty key is used up from the start. */
export function quotasOf({ limits, now }: Pick<Steps, 'limits' | 'now'>): (key: string, call: Call) => Quota {
  const windows = new Map<string, { readonly endsAt: number; used: number }>();
  return (key, { method }) => {
    const name = method === 'GET' ? 'read' : 'write';
    const limit = limits[name];
    let window = windows.get(`${name} ${key}`);
    if (window === undefined || window.endsAt <= now()) {
      window = { endsAt: now() + windowMs, used: key === '' ? limit : 0 };
      windows.set(`${name} ${key}`, window);
    }
    const isSpent = window.used >= limit;
    if (!isSpent) window.used += 1;
    return {
      isSpent,
      headers: {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(limit - window.used),
        'X-RateLimit-Reset': String(Math.ceil(window.endsAt / 1000)),
      },
      retryAfter: String(Math.ceil((window.endsAt - now()) / 1000)),
    };
  };
}

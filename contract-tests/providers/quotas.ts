/** What is left of a key's limit in the current minute. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Unix epoch seconds. */
  readonly reset: number;
  readonly secondsLeft: number;
  readonly isSpent: boolean;
}

const windowMs = 60_000;

/** Counts requests; the empty key has nothing left from the start. */
export function startQuotas(limit: number): (key: string) => Quota {
  const windows = new Map<string, { endsAt: number; used: number }>();
  return (key) => {
    const now = Date.now();
    let window = windows.get(key);
    if (window === undefined || window.endsAt <= now) window = { endsAt: now + windowMs, used: key === '' ? limit : 0 };
    windows.set(key, window);
    const isSpent = window.used === limit;
    if (!isSpent) window.used += 1;
    return {
      limit,
      remaining: limit - window.used,
      reset: Math.ceil(window.endsAt / 1000),
      secondsLeft: Math.ceil((window.endsAt - now) / 1000),
      isSpent,
    };
  };
}

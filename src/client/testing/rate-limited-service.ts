import type { FetchFunction } from '../options.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a rate limiter says about one request. */
interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the Unix epoch. */
  readonly resetsAt: number;
}

/** Asked once for each request, with the service's own time. */
export type Limiter = (now: number) => Verdict;

/**
 * So many requests in each window; windows follow each other without a gap, the first one beginning at `phase`.
 * `used`: how many it let through in each window, in turn.
 */
export function fixedWindow(limitAt: number | ((now: number) => number), windowMs: number, phase = 0) {
  const used: number[] = [];
  let window = NaN;
  const limiter: Limiter = (now) => {
    const limit = typeof limitAt === 'number' ? limitAt : limitAt(now);
    const current = Math.floor((now - phase) / windowMs);
    if (current !== window) used.push(0);
    window = current;
    const count = used.at(-1) ?? 0;
    if (count < limit) used[used.length - 1] = count + 1;
    const remaining = Math.max(0, limit - count - 1);
    return { allowed: count < limit, limit, remaining, resetsAt: (window + 1) * windowMs + phase };
  };
  return { limiter, used };
}

/** So many requests in any stretch of this length; resets when the oldest of them is forgotten. */
export function slidingWindow(limit: number, windowMs: number): Limiter {
  const times: number[] = [];
  return (now) => {
    while ((times[0] ?? Infinity) <= now - windowMs) times.shift();
    const allowed = times.length < limit;
    if (allowed) times.push(now);
    return { allowed, limit, remaining: limit - times.length, resetsAt: (times[0] ?? now) + windowMs };
  };
}

/** A bucket of so many tokens that fills at an even rate; resets when it is full. */
export function tokenBucket(limit: number, windowMs: number): Limiter {
  let tokens = limit;
  let last = 0;
  return (now) => {
    tokens = Math.min(limit, tokens + ((now - last) * limit) / windowMs);
    last = now;
    const allowed = tokens >= 1;
    if (allowed) tokens--;
    return { allowed, limit, remaining: Math.floor(tokens), resetsAt: now + ((limit - tokens) * windowMs) / limit };
  };
}

export interface RateLimitedServiceOptions {
  readonly time: VirtualTime;
  /** Left out: no limit, and no headers about one. */
  readonly limiter?: Limiter;
  /** How a time becomes whole seconds. Default: up. */
  readonly round?: (seconds: number) => number;
  /** There and back, milliseconds, by number of the request. Default: 80 for all. */
  readonly latencyMs?: (request: number) => number;
  /** How far the service's clock is ahead. */
  readonly clockAheadMs?: number;
  readonly sendsDate?: boolean;
  /** What it responds where the limit allows the request; `undefined`: the record. */
  readonly respond?: (id: number, request: number, now: number) => Response | Promise<Response> | undefined;
}

/** A service in virtual time, behind a `fetch`. */
export function createRateLimitedService(options: RateLimitedServiceOptions) {
  const {
    time,
    limiter,
    round = Math.ceil,
    latencyMs = () => 80,
    clockAheadMs = 0,
    sendsDate = true,
    respond,
  } = options;
  const origin = time.now();
  const arrivals: { readonly at: number; readonly id: number; readonly status: number }[] = [];
  let requests = 0;
  let open = 0;
  let mostOpen = 0;

  const serve = async (url: string, request: number): Promise<Response> => {
    const ms = latencyMs(request);
    await time.pass(ms / 2);
    const now = time.now() + clockAheadMs;
    const id = Number(url.split('/').at(-1));
    const verdict = limiter?.(now);
    const headers: Record<string, string> = {};
    if (sendsDate) headers['Date'] = new Date(now).toUTCString();
    if (verdict) {
      headers['X-RateLimit-Limit'] = String(verdict.limit);
      headers['X-RateLimit-Remaining'] = String(verdict.remaining);
      headers['X-RateLimit-Reset'] = String(round(verdict.resetsAt / 1000));
    }
    let response: Response;
    if (verdict?.allowed === false) {
      headers['Retry-After'] = String(Math.ceil((verdict.resetsAt - now) / 1000));
      response = new Response('{}', { status: 429, headers });
    } else {
      const given = await respond?.(id, request, now);
      response = given ?? Response.json({ id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' }, { headers });
    }
    arrivals.push({ at: now - clockAheadMs - origin, id, status: response.status });
    await time.pass(ms / 2);
    return response;
  };

  const fetch: FetchFunction = async (input, init) => {
    open++;
    mostOpen = Math.max(mostOpen, open);
    const { signal } = init;
    try {
      signal?.throwIfAborted();
      const ended = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
      return await Promise.race([serve(input, requests++), ended]);
    } finally {
      open--;
    }
  };

  return { fetch, arrivals, open: () => open, mostOpen: () => mostOpen };
}

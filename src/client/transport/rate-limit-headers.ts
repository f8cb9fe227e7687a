/** What a response's headers say about the rate limit; a member is `undefined` where its header is missing. Source: [limits]. */
export interface RateLimit {
  /** Requests allowed in a window. */
  readonly limit?: number | undefined;
  /** Requests left in this window. */
  readonly remaining?: number | undefined;
  /** When this window ends, by the service's clock. */
  readonly resetsAt?: Date | undefined;
}

/** A later time, in Unix epoch seconds, was written in another unit: the header is ignored. It is in the year 5138. */
const latestReset = 100_000_000_000;

/** Reads `X-RateLimit-*`. A header that is not a whole number is left out. */
export function readRateLimit(headers: Headers): RateLimit {
  const [limit, remaining, reset] = ['Limit', 'Remaining', 'Reset'].map((name) => {
    const text = headers.get(`X-RateLimit-${name}`) ?? '';
    return /^\d+$/.test(text) ? Number(text) : undefined;
  });
  const resetsAt = reset !== undefined && reset < latestReset ? new Date(reset * 1000) : undefined;
  return { limit, remaining, resetsAt };
}

/**
 * Seconds that `Retry-After` asks to wait: a number of seconds [limits] or an HTTP date (RFC 9110, section 10.2.3), which
 * is measured from the response's own `Date` where it has one, so that a wrong local clock does no harm. `undefined` where
 * the header is missing or is neither.
 * @param now - local time, milliseconds since the Unix epoch
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('Retry-After') ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  // Date.parse reads nearly anything, "-5" included; an HTTP date ends in GMT.
  const at = text.endsWith(' GMT') ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return undefined;
  const from = Date.parse(headers.get('Date') ?? '');
  return Math.max(0, at - (Number.isNaN(from) ? now : from)) / 1000;
}

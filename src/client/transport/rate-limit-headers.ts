/** What a response's headers say about the rate limit; a member is `undefined` where its header is missing. Source: [limits]. */
export interface RateLimit {
  /** Requests allowed in a window. */
  readonly limit?: number | undefined;
  /** Requests left in this window. */
  readonly remaining?: number | undefined;
  /** When this window ends, by the service's clock. */
  readonly resetsAt?: Date | undefined;
}

/**
 * Reads `X-RateLimit-*`. A header that is not a whole number of up to eleven digits is left out: as a reset, more digits are
 * a time in another unit than seconds.
 */
export function readRateLimit(headers: Headers): RateLimit {
  const read = (name: string) => {
    const text = headers.get(`X-RateLimit-${name}`) ?? '';
    return /^\d{1,11}$/.test(text) ? Number(text) : undefined;
  };
  const reset = read('Reset');
  const resetsAt = reset === undefined ? undefined : new Date(reset * 1000);
  return { limit: read('Limit'), remaining: read('Remaining'), resetsAt };
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
  return Math.max(0, at - readDate(headers, now)) / 1000;
}

/**
 * When the response was sent, by the service's clock, in milliseconds since the Unix epoch; `now` where it does not say.
 * @param now - local time, milliseconds since the Unix epoch
 */
export function readDate(headers: Headers, now: number): number {
  return Date.parse(headers.get('Date') ?? '') || now;
}

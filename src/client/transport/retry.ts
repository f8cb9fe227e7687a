import type { Limits } from '../settings.ts';
import { readRetryAfter } from './rate-limit-headers.ts';
import type { Runtime } from './runtime.ts';

/**
 * Whether a request may be sent again although nobody knows whether it was carried out. A PATCH may, because an update sets
 * absolute values; a POST would create twice. See docs/decisions/retries.md.
 */
export function isRepeatable(method: string): boolean {
  return method !== 'POST';
}

interface Attempt {
  readonly method: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** `undefined` where there was none. */
  readonly response: { readonly status: number; readonly headers: Headers } | undefined;
}

/** How long to wait before sending again, in milliseconds; `undefined`: do not. */
export function retryWaitMs(
  { method, attempts, response }: Attempt,
  { maxRetries, maxRetryWaitMs }: Limits,
  runtime: Runtime,
): number | undefined {
  if (attempts > maxRetries) return undefined;
  if (response ? response.status !== 429 && response.status < 500 : !isRepeatable(method)) return undefined;
  const requested = response && readRetryAfter(response.headers, runtime.now());
  // Full jitter: any moment up to the bound, so that clients that failed together do not come back together. The bound is
  // 500 ms at first, and doubles.
  if (requested === undefined) return runtime.random() * Math.min(250 * 2 ** attempts, maxRetryWaitMs);
  return requested * 1000 > maxRetryWaitMs ? undefined : requested * 1000;
}

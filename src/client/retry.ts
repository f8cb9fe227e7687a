import { readRetryAfter } from './rate-limit.ts';
import type { Runtime } from './runtime.ts';
import type { Limits } from './settings.ts';

/** The first backoff is random, up to so many milliseconds; each further one up to twice as many as the one before. */
const firstBackoffMs = 500;

/**
 * How long to wait before sending again, in milliseconds; `undefined`: do not. Why a PATCH is sent again at all:
 * docs/decisions/retries-of-a-patch.md.
 * @param attempts - how often it was sent
 * @param answer - `undefined` where there was none
 */
export function retryWaitMs(
  attempts: number,
  answer: { readonly status: number; readonly headers: Headers } | undefined,
  { maxRetries, maxRetryWaitMs }: Limits,
  runtime: Runtime,
): number | undefined {
  if (attempts > maxRetries) return undefined;
  if (answer && answer.status !== 429 && answer.status < 500) return undefined;
  const asked = answer && readRetryAfter(answer.headers, runtime.now());
  // Full jitter: any moment up to the bound, so that clients that failed together do not come back together.
  if (asked === undefined) return runtime.random() * Math.min(firstBackoffMs * 2 ** (attempts - 1), maxRetryWaitMs);
  return asked * 1000 > maxRetryWaitMs ? undefined : asked * 1000;
}

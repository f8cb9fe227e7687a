import type { Operation } from '../../../generated/operations.ts';
import { limitsOf } from '../checks/headers.ts';
import type { ServiceResponse } from '../exchange.ts';

interface Window {
  requests: number;
  readonly sentAt: number[];
  /** Milliseconds since the Unix epoch. */
  notBefore: number;
  /** When the window ends that the headers state; 0: none. */
  resetAt: number;
}

/** Requests that are left over, so that the record can be restored at any time. */
function reserveOf(requests: number): number {
  return Math.min(3, Math.floor(requests / 4));
}

/**
 * Keeps a run under the documented rate limits, and under what the headers of the responses leave of them. A server that
 * states a higher limit is taken at its word, and a local one that states none has none.
 */
export class Pace {
  readonly #windows = new Map<string, Window>();
  readonly #assumesLimit: boolean;

  /** @param assumesLimit - whether the documented limits hold until a response states others */
  constructor(assumesLimit: boolean) {
    this.#assumesLimit = assumesLimit;
  }

  /** Milliseconds to wait before a request of this operation may go out. */
  waitFor({ rateLimit }: Operation, now: number): number {
    if (rateLimit === undefined) return 0;
    const { requests, sentAt, notBefore, resetAt } = this.#window(rateLimit);
    // Where the headers state a window, they know better than a count of the run's own requests.
    if (resetAt > 0) return Math.max(0, notBefore - now);
    const earliest =
      (sentAt.at(reserveOf(requests) - requests) ?? Number.NEGATIVE_INFINITY) + rateLimit.windowSeconds * 1000;
    return Math.max(0, earliest - now);
  }

  count({ rateLimit }: Operation, now: number): void {
    if (rateLimit !== undefined) this.#window(rateLimit).sentAt.push(now);
  }

  /** Learns from a response to the run's own key. */
  learn({ rateLimit }: Operation, { headers }: ServiceResponse, now: number): void {
    if (rateLimit === undefined) return;
    const { limit = 0, remaining, reset } = limitsOf(headers);
    const window = this.#window(rateLimit);
    window.requests = Number.isFinite(window.requests) ? Math.max(window.requests, limit) : limit || window.requests;
    if (reset !== undefined && remaining !== undefined) window.resetAt = reset * 1000;
    // A reset that is further away than a window is wrong, and not waited for.
    if (remaining !== undefined && remaining <= reserveOf(window.requests) && reset !== undefined)
      window.notBefore = Math.min(reset * 1000, now + rateLimit.windowSeconds * 1000);
  }

  #window({ name, requests }: NonNullable<Operation['rateLimit']>): Window {
    const assumed = this.#assumesLimit ? requests : Number.POSITIVE_INFINITY;
    const window = this.#windows.get(name) ?? { requests: assumed, sentAt: [], notBefore: 0, resetAt: 0 };
    this.#windows.set(name, window);
    return window;
  }
}

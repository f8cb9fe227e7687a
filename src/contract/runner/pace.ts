import type { Operation } from '../../../generated/operations.ts';
import { limitsOf } from '../checks/headers.ts';
import type { ServiceResponse } from '../exchange.ts';

interface Window {
  requests: number;
  readonly sentAt: number[];
  /** Requests that the headers left, less those sent since; `undefined`: no header said so. */
  left: number | undefined;
  /** When the window ends that the headers state, in milliseconds since the Unix epoch. */
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

  /**
   * Milliseconds to wait before a request of this operation may go out.
   * @param isLast - whether it restores the record: it may use the reserve, but for one request by hand
   */
  waitFor({ rateLimit }: Operation, now: number, isLast: boolean): number {
    if (rateLimit === undefined) return 0;
    const { requests, sentAt, left, resetAt } = this.#window(rateLimit);
    const reserve = isLast ? 1 : reserveOf(requests);
    // Where the headers state a window, they know better than a count of the run's own requests.
    if (left !== undefined) return left <= reserve ? Math.max(0, resetAt - now) : 0;
    const earliest = (sentAt.at(reserve - requests) ?? Number.NEGATIVE_INFINITY) + rateLimit.windowSeconds * 1000;
    return Math.max(0, earliest - now);
  }

  count({ rateLimit }: Operation, now: number): void {
    if (rateLimit === undefined) return;
    const window = this.#window(rateLimit);
    window.sentAt.push(now);
    if (window.left !== undefined) window.left -= 1;
  }

  /** Learns from a response to the run's own key. */
  learn({ rateLimit }: Operation, { headers }: ServiceResponse, now: number): void {
    if (rateLimit === undefined) return;
    const { limit = 0, remaining, reset } = limitsOf(headers);
    const window = this.#window(rateLimit);
    window.requests = Number.isFinite(window.requests) ? Math.max(window.requests, limit) : limit || window.requests;
    if (remaining === undefined || reset === undefined) return;
    window.left = remaining;
    // A reset that is further away than a window is wrong, and not waited for.
    window.resetAt = Math.min(reset * 1000, now + rateLimit.windowSeconds * 1000);
  }

  #window({ name, requests }: NonNullable<Operation['rateLimit']>): Window {
    const assumed = this.#assumesLimit ? requests : Number.POSITIVE_INFINITY;
    const window = this.#windows.get(name) ?? { requests: assumed, sentAt: [], left: undefined, resetAt: 0 };
    this.#windows.set(name, window);
    return window;
  }
}

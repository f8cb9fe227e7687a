import type { Case } from '../cases/case.ts';
import type { Notes } from '../checks/found.ts';
import { checkCount, checkSequence, counted, limitsOf, type Counted } from '../checks/headers.ts';
import type { ServiceResponse } from '../exchange.ts';

interface Window {
  requests: number;
  readonly windowMs: number;
  readonly sentAt: number[];
  /** Requests that the headers left, less those sent since; `undefined`: no header said so. */
  left: number | undefined;
  /** When the window ends that the headers state, in milliseconds since the Unix epoch. */
  resetAt: number;
  /** What the responses show, and the last of their cases. */
  counted?: Counted & { readonly case: Case };
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
   * Milliseconds to wait before a case may be sent.
   * @param isLast - whether it restores the record: it may use the reserve, but for one request by hand
   */
  waitFor(one: Case, now: number, isLast: boolean): number {
    const window = this.#window(one);
    // A case about a used-up quota is not kept from using it up.
    if (window === undefined || one.expect === 'throttled') return 0;
    const { requests, windowMs, sentAt, left, resetAt } = window;
    const reserve = isLast ? 1 : reserveOf(requests);
    // Where the headers state a window, they know better than a count of the run's own requests.
    if (left !== undefined) return left <= reserve ? Math.max(0, resetAt - now) : 0;
    const earliest = (sentAt.at(reserve - requests) ?? Number.NEGATIVE_INFINITY) + windowMs;
    return Math.max(0, earliest - now);
  }

  count(one: Case, now: number): void {
    const window = this.#window(one);
    if (window === undefined || !usesQuota(one)) return;
    window.sentAt.push(now);
    if (window.left !== undefined) window.left -= 1;
  }

  /** Learns from a response, and compares it with the one before. */
  learn(one: Case, response: ServiceResponse, now: number): Notes {
    const window = this.#window(one);
    if (window === undefined || !usesQuota(one)) return [];
    const { limit = 0, remaining, reset } = limitsOf(response.headers);
    window.requests = Number.isFinite(window.requests) ? Math.max(window.requests, limit) : limit || window.requests;
    if (remaining !== undefined && reset !== undefined) {
      window.left = remaining;
      // A reset that is further away than a window is wrong, and not waited for.
      window.resetAt = Math.min(reset * 1000, now + window.windowMs);
    }
    const before = window.counted;
    window.counted = { ...counted(before, response), case: one };
    return before === undefined ? [] : checkSequence(before.last, response);
  }

  /** What only all responses of a run show, and the last case of each quota. */
  conclude(): readonly (readonly [Case, Notes])[] {
    const all = [...this.#windows.values()].map((window) => window.counted).filter((one) => one !== undefined);
    return all.map((one) => [{ ...one.case, id: 'rate-limit/count' }, checkCount(one)]);
  }

  #window({ operation: { rateLimit } }: Case): Window | undefined {
    if (rateLimit === undefined) return undefined;
    const { name, windowSeconds } = rateLimit;
    const requests = this.#assumesLimit ? rateLimit.requests : Number.POSITIVE_INFINITY;
    const first = { requests, windowMs: windowSeconds * 1000, sentAt: [], left: undefined, resetAt: 0 };
    const window = this.#windows.get(name) ?? first;
    this.#windows.set(name, window);
    return window;
  }
}

/** Requests without a valid key use up nobody's quota, and those with the throttled key none of the run's. */
function usesQuota({ expect, request }: Case): boolean {
  if (expect === 'no-valid-key' || expect === 'forbidden-key') return false;
  return request.headers['Authorization'] !== 'Bearer {throttledKey}';
}

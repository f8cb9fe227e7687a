import type { Operation } from '../../generated/operations.ts';
import type { Answer } from './send.ts';

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

/**
 * Keeps a run under the documented rate limit, and under what the headers of the answers leave of it. A server that states a
 * higher limit (`X-RateLimit-Limit`) is taken at its word. Requests without a valid key use up nobody's quota.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #onWait: (milliseconds: number) => void;
  #requests: number;
  readonly #windowMs: number;
  readonly #sentAt: number[] = [];
  #notBefore = 0;
  #waitedInVain = false;

  constructor({ rateLimit }: Operation, { clock, onWait }: { clock: Clock; onWait: (milliseconds: number) => void }) {
    this.#clock = clock;
    this.#onWait = onWait;
    this.#requests = rateLimit?.requests ?? Number.POSITIVE_INFINITY;
    this.#windowMs = (rateLimit?.windowSeconds ?? 0) * 1000;
  }

  /** Resolves when one more request may be sent, and counts it. */
  async turn(): Promise<void> {
    const earliest = (this.#sentAt.at(-this.#requests) ?? Number.NEGATIVE_INFINITY) + this.#windowMs;
    const wait = Math.max(earliest, this.#notBefore) - this.#clock.now();
    if (wait > 0) {
      this.#onWait(wait);
      await this.#clock.sleep(wait);
    }
    this.#sentAt.push(this.#clock.now());
  }

  /** Learns from an answer to the run's own key when the next request may go out; never longer than a window away. */
  learn({ status, headers }: Answer): void {
    const whole = (name: string) => (/^\d+$/.test(headers.get(name) ?? '') ? Number(headers.get(name)) : undefined);
    const now = this.#clock.now();
    if (status !== 429) this.#waitedInVain = false;
    this.#requests = Math.max(this.#requests, whole('x-ratelimit-limit') ?? 0);
    const retryAfter = whole('retry-after');
    if (status === 429 && retryAfter !== undefined) {
      // A server that answers 429 after the wait that it asked for is not waited for again.
      if (!this.#waitedInVain) this.#delay(now + retryAfter * 1000);
      this.#waitedInVain = true;
    } else if (whole('x-ratelimit-remaining') === 0) {
      const reset = whole('x-ratelimit-reset');
      if (reset !== undefined) this.#delay(reset * 1000);
    }
  }

  #delay(until: number): void {
    this.#notBefore = Math.min(until, this.#clock.now() + this.#windowMs);
  }
}

import { isConnectionError, isResponseError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import type { TemporaryEvseStatus } from '../records.ts';
import type { Runtime } from '../transport/runtime.ts';
import { RATE_LIMITER } from '../transport/transport.ts';
import type { RateLimiter } from '../transport/transport.ts';
import { ItemSource } from './item-source.ts';
import type { BulkOptions, Outcome } from './outcomes.ts';
import { createRateLimiter } from './rate-limiter.ts';

interface Run<Item> {
  readonly runtime: Runtime;
  readonly items: Iterable<Item> | AsyncIterable<Item>;
  readonly sendItem: (item: Item, index: number, options: RequestOptions) => Promise<TemporaryEvseStatus>;
  readonly concurrency: number;
  readonly onProgress: BulkOptions['onProgress'];
  readonly signal: AbortSignal | undefined;
  readonly maxRetryWaitMs: number;
}

/**
 * A 401 or 403 may be about the key or about one record, and the vendor's older pages use the two the other way round: so
 * many in a row are about the key.
 */
const rejectionsThatStop = 3;

/** After so many outcomes, the event loop gets a turn. */
const outcomesPerTurn = 1000;

/** Thrown in place of sending, once nothing more is to be sent. Its cause is the reason. */
class Stopped extends Error {}

export async function* runMany<Item>(run: Run<Item>): AsyncGenerator<Outcome<Item>, void, undefined> {
  // The default never fires.
  const { runtime, items, concurrency, onProgress, signal = new AbortController().signal } = run;
  const source = new ItemSource(items);
  const sender = new Sender(run);
  const onAbort = () => {
    sender.end(signal.reason);
    // What has an end is reported to its end; another source could go on for ever.
    if (source.size === undefined) source.leave();
  };
  const counts = { succeeded: 0, failed: 0, notSent: 0, total: source.size };

  signal.addEventListener('abort', onAbort);
  try {
    if (signal.aborted) onAbort();
    for (;;) {
      if (sender.load < concurrency) source.pull(sender.send, sender.notify);
      const outcome = sender.settled.shift();
      if (outcome) {
        counts[outcome.status === 'not-sent' ? 'notSent' : outcome.status]++;
        onProgress?.({ ...counts });
        // Items that are not sent settle at once, and a source may have no end: timers get their turn, your abort's too.
        if (outcome.index % outcomesPerTurn === outcomesPerTurn - 1) {
          await new Promise<void>((resolve) => void runtime.after(0, resolve));
        }
        yield outcome;
      } else if (sender.load > 0 || !source.ended) await sender.news();
      else break;
    }
    source.throwIfBroken();
  } finally {
    signal.removeEventListener('abort', onAbort);
    sender.end(undefined);
    while (sender.working > 0) await sender.news();
    source.leave();
  }
}

/** Sends items at the rate limit's pace, and keeps their outcomes. */
class Sender<Item> {
  /** Outcomes that nobody has taken yet. */
  readonly settled: Outcome<Item>[] = [];
  #rejectionsInARow = 0;
  #onNews: (() => void) | undefined;
  readonly #run: Run<Item>;
  readonly #limiter: RateLimiter;
  /** Fires with a `Stopped`, and ends the wait for the rate limit; what was sent goes on. */
  readonly #stopping = new AbortController();
  /** One for each item under way: Node warns of a leak where many listen to one signal. */
  readonly #underWay = new Set<AbortController>();

  constructor(run: Run<Item>) {
    this.#run = run;
    this.#limiter = createRateLimiter(run.runtime);
  }

  get working(): number {
    return this.#underWay.size;
  }

  /** How many items are under way or have an outcome that nobody has taken. */
  get load(): number {
    return this.working + this.settled.length;
  }

  readonly notify = (): void => this.#onNews?.();

  /** Resolves when something has happened. */
  news(): Promise<void> {
    return new Promise((resolve) => (this.#onNews = resolve));
  }

  #stop(reason: unknown): void {
    this.#stopping.abort(new Stopped('', { cause: reason }));
  }

  end(reason: unknown): void {
    this.#stop(reason);
    for (const controller of this.#underWay) controller.abort(reason);
    this.notify();
  }

  readonly send = (item: Item, index: number): void => {
    const controller = new AbortController();
    this.#underWay.add(controller);
    void this.#outcomeOf(item, index, controller.signal).then((outcome) => {
      this.#underWay.delete(controller);
      this.settled.push(outcome);
      this.notify();
    });
  };

  async #outcomeOf(item: Item, index: number, signal: AbortSignal): Promise<Outcome<Item>> {
    let attempts = 0;
    const limiter: RateLimiter = {
      ...this.#limiter,
      acquire: async () => {
        await this.#limiter.acquire(this.#stopping.signal);
        this.#stopping.signal.throwIfAborted();
        attempts++;
      },
    };
    const options: RequestOptions & { [RATE_LIMITER]: RateLimiter } = { signal, [RATE_LIMITER]: limiter };
    try {
      this.#stopping.signal.throwIfAborted();
      const record = await this.#run.sendItem(item, index, options);
      this.#rejectionsInARow = 0;
      return { index, item, status: 'succeeded', record };
    } catch (error) {
      if (!(error instanceof Stopped)) {
        if (this.#concernsAll(error)) this.#stop(error);
        return { index, item, status: 'failed', error };
      }
      // Between two attempts, the first may have been carried out.
      if (attempts > 0) return { index, item, status: 'failed', error: error.cause };
      return { index, item, status: 'not-sent', reason: error.cause };
    }
  }

  /** Whether no other item would fare better. See docs/decisions/bulk.md. */
  #concernsAll(error: unknown): boolean {
    if (isConnectionError(error)) return error.reason === 'api-key';
    if (!isResponseError(error)) return false;
    const { status, retryAfterSeconds = 0 } = error;
    const isRejection = status === 401 || status === 403;
    this.#rejectionsInARow = isRejection ? this.#rejectionsInARow + 1 : 0;
    if (status === 429) return retryAfterSeconds * 1000 > this.#run.maxRetryWaitMs;
    return status === 410 || this.#rejectionsInARow >= rejectionsThatStop;
  }
}

import type { TemporaryEvseStatusesClient } from './create-client.ts';
import { InvalidArgumentError, isInvalidArgumentError, isResponseError } from './errors.ts';
import type { RequestOptions } from './options.ts';
import { ItemSource } from './item-source.ts';
import { createPacer } from './pacer.ts';
import type { PacedRequestOptions, Pacer } from './pacer.ts';
import type { Runtime } from './runtime.ts';
import type { ChangeItem, UpdateManyOptions, UpdateOutcome } from './update-many.ts';

interface Run<Item> {
  readonly runtime: Runtime;
  readonly client: Pick<TemporaryEvseStatusesClient, 'update'>;
  readonly changes: Iterable<Item> | AsyncIterable<Item>;
  readonly concurrency: number;
  readonly onProgress: UpdateManyOptions['onProgress'];
  readonly signal: AbortSignal | undefined;
  readonly limits: RequestOptions;
  readonly maxRetryWaitMs: number;
}

/** Thrown in place of sending, once nothing more is to be sent. */
class Stopped extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super();
    this.reason = reason;
  }
}

export async function* runMany<Item extends ChangeItem>(
  run: Run<Item>,
): AsyncGenerator<UpdateOutcome<Item>, void, undefined> {
  const { changes, concurrency, onProgress, signal } = run;
  const source = new ItemSource(changes);
  const sender = new Sender(run);
  const onAbort = () => {
    sender.end(signal?.reason);
    // A list is read to its end; what a stream has not handed over yet stays there.
    if (source.isAsync) source.leave().catch(() => undefined);
  };
  const count = { updated: 0, failed: 0, notSent: 0, total: source.size };

  signal?.addEventListener('abort', onAbort);
  try {
    if (signal?.aborted) onAbort();
    for (;;) {
      if (sender.load < concurrency) source.pull(sender.send, sender.notify);
      const outcome = sender.settled.shift();
      if (outcome) {
        count[outcome.status === 'not-sent' ? 'notSent' : outcome.status]++;
        onProgress?.({ ...count });
        yield outcome;
      } else if (sender.load > 0 || !source.ended) await sender.news();
      else break;
    }
    source.throwIfBroken();
  } finally {
    signal?.removeEventListener('abort', onAbort);
    sender.end(undefined);
    while (sender.working > 0) await sender.news();
    await source.leave();
  }
}

/** Sends items through the client, at the rate limit's pace, and keeps their outcomes. */
class Sender<Item extends ChangeItem> {
  /** Outcomes that nobody has taken yet. */
  readonly settled: UpdateOutcome<Item>[] = [];
  #updated = false;
  #stopped: Stopped | undefined;
  #onNews: (() => void) | undefined;
  readonly #run: Run<Item>;
  readonly #pacer: Pacer;
  /** Ends the wait for the rate limit; what was sent goes on. */
  readonly #stopping = new AbortController();
  /** Of what is under way, one each: a signal that many listen to makes Node warn of a leak. */
  readonly #underWay = new Set<AbortController>();

  constructor(run: Run<Item>) {
    this.#run = run;
    this.#pacer = createPacer(run.runtime);
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
    return new Promise((resolve) => {
      this.#onNews = resolve;
    });
  }

  #stop(reason: unknown): void {
    this.#stopped ??= new Stopped(reason);
    this.#stopping.abort();
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

  async #outcomeOf(item: Item, index: number, signal: AbortSignal): Promise<UpdateOutcome<Item>> {
    const id = (item as Item | null | undefined)?.id as Item['id'];
    let attempts = 0;
    const pacer: Pacer = {
      admit: async () => {
        await this.#pacer.admit(this.#stopping.signal);
        if (this.#stopped) throw this.#stopped;
        attempts++;
      },
      settle: (answer) => {
        this.#pacer.settle(answer);
      },
    };
    try {
      if (this.#stopped) throw this.#stopped;
      if (Object(item) !== item) throw new InvalidArgumentError('changes', `changes[${index}] must be { id, change }`);
      const options: PacedRequestOptions = { ...this.#run.limits, signal, pacer };
      const record = await this.#run.client.update(id, item.change, options);
      this.#updated = true;
      return { index, id, item, status: 'updated', record };
    } catch (error) {
      if (!(error instanceof Stopped)) {
        if (this.#concernsAll(error)) this.#stop(error);
        return { index, id, item, status: 'failed', error };
      }
      // Between two attempts, the first may have changed the record.
      if (attempts > 0) return { index, id, item, status: 'failed', error: error.reason };
      return { index, id, item, status: 'not-sent', reason: error.reason };
    }
  }

  /**
   * Whether no other item would fare better: the key is rejected, the version has ended, or the service wants to be left
   * alone for longer than anyone waits. A 403 may be about one record: it concerns all as long as the key was never let
   * through.
   */
  #concernsAll(error: unknown): boolean {
    if (isInvalidArgumentError(error)) return error.argument === 'apiKey';
    if (!isResponseError(error)) return false;
    const { status, retryAfterSeconds = 0 } = error;
    if (status === 429) return retryAfterSeconds * 1000 > this.#run.maxRetryWaitMs;
    return status === 401 || status === 410 || (status === 403 && !this.#updated);
  }
}

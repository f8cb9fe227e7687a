/** What the tests of the bulk functions share: a client and a service in virtual time, and short ways to run them. */
import { creating, runBulk, updating } from '../bulk/bulk.ts';
import type { CreateItem, UpdateItem } from '../bulk/bulk.ts';
import type { BulkOptions, Outcome } from '../bulk/outcomes.ts';
import { createClientIn } from '../create-client.ts';
import type { TemporaryEvseStatusOperations } from '../operations.ts';
import type { ClientOptions } from '../options.ts';
import type { Runtime } from '../transport/runtime.ts';
import { createRateLimitedService } from './rate-limited-service.ts';
import type { RateLimitedServiceOptions } from './rate-limited-service.ts';
import { createVirtualTime } from './virtual-time.ts';

type Source<Item> = Iterable<Item> | AsyncIterable<Item>;

export function setUp(
  service: Omit<RateLimitedServiceOptions, 'time'> = {},
  clientOptions: Partial<ClientOptions> = {},
) {
  const time = createVirtualTime();
  const { fetch, arrivals, open, mostOpen } = createRateLimitedService({ ...service, time });
  const client = createClientIn(time.runtime, { apiKey: 'key', fetch, ...clientOptions });
  const start = (items: Source<UpdateItem>, options?: BulkOptions) =>
    updateManyIn(time.runtime, client, items, options);
  return {
    ...{ time, client, arrivals, open, mostOpen, start },
    /** Runs to the end and collects the outcomes. */
    all: (items: Source<UpdateItem>, options?: BulkOptions) => time.run(collect(start(items, options))),
    createAll: (items: Source<CreateItem>, options?: BulkOptions) =>
      time.run(collect(runBulk(time.runtime, items, creating(client), options))),
    /** Leaves the loop after the first outcome. */
    first: (items: Source<UpdateItem>, options?: BulkOptions) => time.run(firstOf(start(items, options))),
  };
}

/** `updateMany` in virtual time. */
export function updateManyIn<Item extends UpdateItem>(
  runtime: Runtime,
  client: Pick<TemporaryEvseStatusOperations, 'update'>,
  items: Source<Item>,
  options?: BulkOptions,
) {
  return runBulk(runtime, items, updating(client), options);
}

export async function collect<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const outcome of outcomes) collected.push(outcome);
  return collected;
}

export async function firstOf<T>(outcomes: AsyncIterable<T>): Promise<T | undefined> {
  for await (const outcome of outcomes) return outcome;
  return undefined;
}

/** Updates of the records 100, 101, … */
export function updates(count: number): UpdateItem[] {
  return Array.from({ length: count }, (_, index) => ({ id: 100 + index, change: { temporaryStatus: 'BLOCKED' } }));
}

/** A service that responds with this status where `when` holds, else with the record. */
export function failing(status: number, when: (id: number) => boolean, headers = {}) {
  return (id: number) => (when(id) ? Response.json({}, { status, headers }) : undefined);
}

/** Each item's status, by its place; `twicetwice` where an item has two. */
export function byIndex(outcomes: readonly Outcome<unknown>[]): string[] {
  const statuses: string[] = [];
  for (const { index, status } of outcomes) statuses[index] = (statuses[index] ?? '') + status;
  return statuses;
}

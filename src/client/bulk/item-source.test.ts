import { describe, expect, test } from '@jest/globals';
import { setUp, updates } from '../testing/bulk-runs.ts';
import type { UpdateItem } from './bulk.ts';

/** A source whose iterator a test makes by hand. */
function sync(iterator: object): Iterable<UpdateItem> {
  return { [Symbol.iterator]: () => iterator as Iterator<UpdateItem> };
}

describe('a source', () => {
  test('is not touched before the iteration begins', async () => {
    let opened = 0;
    const source = {
      [Symbol.iterator]() {
        opened++;
        return updates(1).values();
      },
    };
    const { start, arrivals, time } = setUp();
    const outcomes = start(source);
    await time.run(time.pass(1000));
    expect([opened, arrivals.length]).toEqual([0, 0]);
    await time.run(outcomes.next());
    expect([opened, arrivals.length]).toEqual([1, 1]);
  });

  test('may be asynchronous, and is not waited for while there are outcomes', async () => {
    const { time, start } = setUp();
    const started = time.now();
    async function* source() {
      yield* updates(2);
      await time.pass(60_000);
      yield* updates(1);
    }
    const outcomes = start(source());
    await time.run(outcomes.next());
    await time.run(outcomes.next());
    expect(time.now() - started).toBeLessThan(60_000);
    expect(await time.run(outcomes.next())).toMatchObject({ value: { index: 2 } });
  });

  test('hands over one item at a time', async () => {
    const { time, all } = setUp();
    const rest = updates(5);
    let pending = 0;
    let mostPending = 0;
    const source: AsyncIterable<UpdateItem> = {
      [Symbol.asyncIterator]: () => ({
        async next() {
          mostPending = Math.max(mostPending, ++pending);
          await time.pass(300);
          pending--;
          const value = rest.shift();
          return value ? { done: false, value } : { done: true, value: undefined };
        },
      }),
    };
    expect([(await all(source)).length, mostPending]).toEqual([5, 1]);
  });

  test('hands over no more than is under way or not yet taken', async () => {
    let taken = 0;
    function* source() {
      for (const item of updates(100)) {
        taken++;
        yield item;
      }
    }
    const { time, start, arrivals } = setUp();
    const outcomes = start(source(), { concurrency: 3 });
    await time.run(outcomes.next());
    await time.run(time.pass(600_000));
    expect(taken).toBeLessThanOrEqual(3);
    expect(arrivals.length).toBeLessThanOrEqual(3);
    await time.run(outcomes.return());
  });

  test('is not told to end where it has ended', async () => {
    let told = 0;
    const rest = updates(2);
    const next = () => ({ done: rest.length === 0, value: rest.shift() });
    expect(await setUp().all(sync({ next, return: () => ({ done: ++told > 0 }) }))).toHaveLength(2);
    expect(told).toBe(0);
  });

  test('may be one that cannot be told to end', async () => {
    const next = () => ({ done: false, value: updates(1)[0] });
    expect(await setUp().first(sync({ next }), { concurrency: 1 })).toMatchObject({ index: 0 });
  });

  test.each([
    ['never ends its clean-up', () => new Promise<never>(() => undefined)],
    ['throws in its clean-up', () => Promise.reject(new Error('cannot be closed'))],
  ])('that %s is not waited for', async (_what, cleanUp) => {
    async function* source() {
      try {
        yield* updates(3);
      } finally {
        await cleanUp();
      }
    }
    const { time, start } = setUp();
    const outcomes = start(source(), { concurrency: 1 });
    await time.run(outcomes.next());
    expect(await time.run(outcomes.return())).toEqual({ done: true, value: undefined });
  });

  test('that hands over nothing is not waited for when the loop is left', async () => {
    async function* source() {
      yield* updates(1);
      await new Promise(() => undefined);
    }
    expect(await setUp().first(source())).toMatchObject({ status: 'succeeded' });
  });

  test('throws out of the iteration, after the outcomes of what was under way', async () => {
    const { time, start } = setUp({ latencyMs: () => 5000 });
    function* source() {
      yield* updates(2);
      throw new Error('the file ended in the middle of a line');
    }
    const statuses: string[] = [];
    const loop = async () => {
      for await (const { status } of start(source())) statuses.push(status);
    };
    await expect(time.run(loop())).rejects.toThrow('in the middle of a line');
    expect(statuses).toEqual(['succeeded', 'succeeded']);
  });

  test('is not asked for more once it has thrown', async () => {
    let calls = 0;
    const next = () => {
      if (++calls > 1) return { done: true };
      throw new Error('broken');
    };
    await expect(setUp().all(sync({ next }))).rejects.toThrow('broken');
    expect(calls).toBe(1);
  });
});

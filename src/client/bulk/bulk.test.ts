import { describe, expect, test } from '@jest/globals';
import { collect, byIndex, failing, setUp, updates } from '../testing/bulk-runs.ts';
import { rejection, thrown } from '../testing/support.ts';
import { createMany, updateMany } from './bulk.ts';
import type { CreateItem, UpdateItem } from './bulk.ts';
import type { BulkOptions } from './outcomes.ts';

describe('each item has one outcome', () => {
  test('with its place, the item itself and the record', async () => {
    const items = updates(12).map((item) => ({ ...item, site: 'harbour' }));
    const outcomes = await setUp({ latencyMs: (request) => 80 - request }).all(items);
    expect(byIndex(outcomes)).toEqual(items.map(() => 'succeeded'));
    const first = outcomes.find(({ index }) => index === 0);
    const record = { id: 100, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' };
    expect(first).toEqual({ index: 0, item: items[0], status: 'succeeded', record });
    expect(first?.item).toBe(items[0]);
  });

  test('in the order in which they settle', async () => {
    const outcomes = await setUp({ latencyMs: (request) => (request === 0 ? 5000 : 80) }).all(updates(3));
    expect(outcomes.map(({ index }) => index)).toEqual([1, 2, 0]);
  });

  test('failed where it cannot be sent; the others go on', async () => {
    const unusable = [null, undefined, 7, 'text', {}, { id: 'x', change: {} }, { id: 1 }, { id: 1, change: { to: 1 } }];
    const { all, arrivals } = setUp();
    const outcomes = await all([...(unusable as UpdateItem[]), ...updates(1)]);
    expect(byIndex(outcomes)).toEqual([...unusable.map(() => 'failed'), 'succeeded']);
    expect(outcomes.find(({ index }) => index === 1)).toMatchObject({
      error: { name: 'InvalidArgumentError', argument: 'items', message: 'items[1] must be an object' },
    });
    expect(arrivals).toHaveLength(1);
  });

  test('failed where its getter throws, with what that threw', async () => {
    const error = new Error('of the getter');
    const trap = {
      get id(): number {
        throw error;
      },
      change: {},
    };
    const outcomes = await setUp().all([trap, ...updates(1)]);
    expect(byIndex(outcomes)).toEqual(['failed', 'succeeded']);
    expect(outcomes.find(({ index }) => index === 0)).toMatchObject({ error });
  });

  test('failed with the error of `update` where the response is outside 2xx', async () => {
    const outcomes = await setUp({ respond: failing(404, (id) => id === 102) }).all(updates(4));
    expect(byIndex(outcomes)).toEqual(['succeeded', 'succeeded', 'failed', 'succeeded']);
    expect(outcomes.find(({ index }) => index === 2)).toMatchObject({ error: { name: 'ResponseError', status: 404 } });
  });

  test.each([undefined, null, 'text', Object.assign(new Error('of another library'), { status: 401 })])(
    'failed with whatever a client rejects with: %p',
    async (error) => {
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- anything may come from a test double
      const update = () => Promise.reject(error);
      const outcomes = await collect(updateMany({ update }, updates(4), { concurrency: 1 }));
      expect(outcomes).toMatchObject(updates(4).map(() => ({ status: 'failed', error })));
    },
  );
});

test('a 503 and a lost connection are sent again, as `retry` says', async () => {
  const respond = (id: number, request: number) => {
    if (id === 100 && request === 0) return Response.json({}, { status: 503 });
    if (id === 101 && request === 1) throw new TypeError('lost');
    return undefined;
  };
  expect(byIndex(await setUp({ respond }).all(updates(3)))).toEqual(['succeeded', 'succeeded', 'succeeded']);
  const once = await setUp({ respond }).all(updates(3), { retry: false });
  expect(byIndex(once)).toEqual(['failed', 'failed', 'succeeded']);
});

describe('createMany', () => {
  const creates = ['A', 'B', 'C'].map((evseId): CreateItem => ({ status: { evseId, temporaryStatus: 'MAINTENANCE' } }));

  test('creates a status for each item and hands back its record', async () => {
    const record = { id: 1, temporaryStatus: 'MAINTENANCE', evseId: 'A' };
    const sent: unknown[] = [];
    const create = (status: CreateItem['status']) => Promise.resolve((sent.push(status), record));
    const outcomes = await collect(createMany({ create }, creates));
    expect(sent).toEqual(creates.map(({ status }) => status));
    expect(outcomes).toMatchObject(creates.map((item) => ({ item, status: 'succeeded', record })));
  });

  test('does not send a create again whose connection was lost', async () => {
    const respond = (_id: number, request: number) =>
      request === 0 ? Promise.reject(new TypeError('lost')) : undefined;
    const { createAll, arrivals } = setUp({ respond });
    expect(byIndex(await createAll(creates, { concurrency: 1 }))).toEqual(['failed', 'succeeded', 'succeeded']);
    expect(arrivals).toHaveLength(2);
  });

  test('keeps to the limit of writes, as updateMany does', async () => {
    const { createAll, time } = setUp();
    const started = time.now();
    await createAll(Array.from({ length: 40 }, () => creates).flat());
    expect(time.now() - started).toBeGreaterThan(58_000);
  });
});

describe('progress', () => {
  const run = async (respond: ReturnType<typeof failing> | undefined, items: Iterable<UpdateItem>) => {
    const counts: unknown[] = [];
    await setUp(respond && { respond }).all(items, { concurrency: 1, onProgress: (count) => counts.push(count) });
    return counts;
  };

  test('is counted with each outcome', async () => {
    expect(
      await run(
        failing(410, (id) => id === 101),
        updates(4),
      ),
    ).toEqual([
      { succeeded: 1, failed: 0, notSent: 0, total: 4 },
      { succeeded: 1, failed: 1, notSent: 0, total: 4 },
      { succeeded: 1, failed: 1, notSent: 1, total: 4 },
      { succeeded: 1, failed: 1, notSent: 2, total: 4 },
    ]);
  });

  test.each([
    ['a Set', 1, new Set(updates(1))],
    ['an iterator', undefined, updates(1).values()],
    ['a source that says that it has one', undefined, Object.assign(updates(1).values(), { length: 1, size: 1 })],
  ])('of %s has the total %p', async (_what, total, items) => {
    expect(await run(undefined, items)).toEqual([{ succeeded: 1, failed: 0, notSent: 0, total }]);
  });

  test('that throws ends the iteration', async () => {
    const error = new Error('of the listener');
    const onProgress = () => {
      throw error;
    };
    expect(await rejection(setUp().all(updates(3), { onProgress }))).toBe(error);
  });
});

describe('what cannot be used is refused at the call', () => {
  test.each([
    ['items', 'items must be an iterable or async iterable, not null', [null]],
    ['items', 'items must be an iterable or async iterable, not Object', [{}]],
    ['items', 'items must be an iterable or async iterable, not "text"', ['text']],
    ['concurrency', 'concurrency must be a whole number, 1 or more, not 0', [[], { concurrency: 0 }]],
    ['concurrency', 'concurrency must be a whole number, 1 or more, not 1.5', [[], { concurrency: 1.5 }]],
    ['concurrency', 'concurrency must be a whole number, 1 or more', [[], { concurrency: 'a secret' }]],
    ['onProgress', 'onProgress must be a function', [[], { onProgress: 'a secret' }]],
    ['signal', 'signal must be an AbortSignal, not Object', [[], { signal: {} }]],
    ['timeoutMs', 'timeoutMs must be a number, 1 or more, not -1', [[], { timeoutMs: -1 }]],
    ['retry.maxRetries', 'retry.maxRetries must be a number, 0 or more, not -1', [[], { retry: { maxRetries: -1 } }]],
    ['parallel', /^options: there is no parallel; /, [[], { parallel: 2 }]],
    ['concurency', 'options: there is no concurency; did you mean concurrency?', [[], { concurency: 2 }]],
  ])('%s: %s', (argument, message, [items, options]) => {
    const error = thrown(() => updateMany(setUp().client, items as UpdateItem[], options as BulkOptions)) as Error;
    expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
    expect(error.message).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });

  test.each([{}, null, { update: 1 }])('a client that is %j', (client) => {
    expect(() => updateMany(client as never, [])).toThrow(/^client.update must be a function, not (undefined|1)$/);
    expect(() => createMany(client as never, [])).toThrow('client.create must be a function, not undefined');
  });

  test('by the compiler too, and an item keeps the type of its further fields', async () => {
    const update = (id: number) => Promise.resolve({ id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' });
    const [outcome] = await collect(updateMany({ update }, [{ id: 1, change: {}, site: 'harbour' }]));
    const site: string | undefined = outcome?.item.site;
    expect(site).toBe('harbour');
    // @ts-expect-error -- the service knows no such status
    updateMany({ update }, [{ id: 1, change: { temporaryStatus: 'CLOSED' } }]);
    // @ts-expect-error -- only what succeeded has a record
    expect(outcome?.record).toBeDefined();
  });
});

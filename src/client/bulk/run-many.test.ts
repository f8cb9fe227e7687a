import { describe, expect, test } from '@jest/globals';
import { ResponseError } from '../errors.ts';
import type { RequestOptions } from '../options.ts';
import { byIndex, collect, failing, firstOf, setUp, updateManyIn, updates } from '../testing/bulk-runs.ts';
import { listenersOn } from '../testing/support.ts';
import { createVirtualTime } from '../testing/virtual-time.ts';
import { updateMany } from './bulk.ts';
import type { UpdateItem } from './bulk.ts';

const record = { id: 1, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' };

test('no more than `concurrency` requests are under way', async () => {
  const { all, mostOpen } = setUp({ latencyMs: () => 10_000 });
  await all(updates(20), { concurrency: 3, timeoutMs: 60_000 });
  expect(mostOpen()).toBe(3);
});

describe('the run stops at once', () => {
  const third = (id: number) => id === 103;
  const failingKey = (fourth = (): unknown => Promise.reject(new Error('vault is sealed'))) => {
    let calls = 0;
    return () => (++calls > 3 ? fourth() : 'key') as string;
  };

  test.each<[string, Parameters<typeof setUp>, object]>([
    ['when the version has ended', [{ respond: failing(410, third) }], { status: 410 }],
    [
      'when Retry-After is longer than maxRetryWaitMs',
      [{ respond: failing(429, third, { 'Retry-After': '61' }) }],
      { status: 429, retryAfterSeconds: 61 },
    ],
    ['when the key function fails', [{}, { apiKey: failingKey() }], { name: 'ConnectionError', reason: 'api-key' }],
    ...['', 42, undefined].map((key): [string, Parameters<typeof setUp>, object] => [
      `when the key function returns ${JSON.stringify(key)}`,
      [{}, { apiKey: failingKey(() => key) }],
      { name: 'ConnectionError', reason: 'api-key' },
    ]),
  ])('%s, and reports what was not sent', async (_when, settings, error) => {
    const { all, arrivals } = setUp(...settings);
    const outcomes = await all(updates(50), { concurrency: 1 });
    const expected = updates(50).map((_, i) => (i < 3 ? 'succeeded' : i === 3 ? 'failed' : 'not-sent'));
    expect(byIndex(outcomes)).toEqual(expected);
    expect(outcomes[3]).toMatchObject({ error });
    expect(outcomes[49]).toMatchObject({ reason: error, item: { id: 149 } });
    expect(arrivals.length).toBeLessThanOrEqual(4);
  });

  test.each([401, 403])('when %d comes three times in a row', async (status) => {
    const { all, arrivals } = setUp({ respond: failing(status, (id) => id >= 103) });
    const outcomes = await all(updates(50), { concurrency: 1 });
    const expected = updates(50).map((_, i) => (i < 3 ? 'succeeded' : i < 6 ? 'failed' : 'not-sent'));
    expect(byIndex(outcomes)).toEqual(expected);
    expect(outcomes[49]).toMatchObject({ reason: { status } });
    expect(arrivals).toHaveLength(6);
  });

  test.each([401, 403])('but not for a %d now and then: it concerns its own item', async (status) => {
    const { all } = setUp({ respond: failing(status, (id) => id % 3 !== 0) });
    const outcomes = await all(updates(9), { concurrency: 1 });
    expect(byIndex(outcomes)).toEqual(updates(9).map(({ id }) => (id % 3 === 0 ? 'succeeded' : 'failed')));
  });

  test('and what waited for the rate limit is not sent either', async () => {
    const { all, arrivals, time } = setUp({ respond: failing(401, (id) => id >= 103) });
    const started = time.now();
    expect(await all(updates(50), { concurrency: 10 })).toHaveLength(50);
    expect(time.now() - started).toBeLessThan(3000);
    expect(arrivals.map(({ status }) => status)).toEqual([200, 200, 200, 401, 401, 401]);
  });

  test('and what waited to be sent again has failed: its first attempt may have changed the record', async () => {
    const respond = (id: number) => Response.json({}, { status: id === 100 ? 503 : 410 });
    const outcomes = await setUp({ respond }).all(updates(3), { concurrency: 2 });
    expect(byIndex(outcomes)).toEqual(['failed', 'failed', 'not-sent']);
    expect(outcomes.find(({ index }) => index === 0)).toMatchObject({ error: { status: 410 } });
  });

  test('for a client that knows nothing of the rate limiter as well', async () => {
    const ids: number[] = [];
    const update = (id: number) => {
      ids.push(id);
      return Promise.reject(new ResponseError('gone', { status: 410 }));
    };
    const outcomes = await collect(updateMany({ update }, updates(3), { concurrency: 1 }));
    expect(byIndex(outcomes)).toEqual(['failed', 'not-sent', 'not-sent']);
    expect(ids).toEqual([100]);
  });

  test('and resumes with the items that did not succeed', async () => {
    let rejects = true;
    const { all, arrivals } = setUp({ respond: failing(401, (id) => rejects && id >= 110) });
    const outcomes = await all(updates(30));
    rejects = false;
    const rest = outcomes.filter(({ status }) => status !== 'succeeded').map(({ item }) => item);
    expect(byIndex(await all(rest))).toEqual(rest.map(() => 'succeeded'));
    const succeeded = arrivals.filter(({ status }) => status === 200).map(({ id }) => id);
    expect(succeeded.sort((a, b) => a - b)).toEqual(updates(30).map(({ id }) => id));
  });
});

test.each([
  ['of the longest wait is waited for', 60, {}, ['succeeded', 'succeeded']],
  [
    'beyond it is waited for where `retry` allows it',
    300,
    { retry: { maxRetryWaitMs: 300_000 } },
    ['succeeded', 'succeeded'],
  ],
  ['beyond it stops the run', 300, { retry: { maxRetryWaitMs: 299_000 } }, ['failed', 'not-sent']],
  ['holds for the others where nothing is sent again', 60, { retry: false as const }, ['failed', 'succeeded']],
])('a Retry-After %s', async (_what, seconds, options, expected) => {
  const refusal = () => Response.json({}, { status: 429, headers: { 'Retry-After': String(seconds) } });
  const { all, time } = setUp({ respond: (_id, request) => (request === 0 ? refusal() : undefined) });
  const started = time.now();
  expect(byIndex(await all(updates(2), { concurrency: 1, ...options }))).toEqual(expected);
  const waited = expected.includes('not-sent') ? 0 : seconds * 1000;
  expect(time.now() - started).toBeGreaterThanOrEqual(waited);
  expect(time.now() - started).toBeLessThan(waited + 2000);
});

describe('when `signal` fires', () => {
  /** A signal that fires after so many milliseconds of this time. */
  function firing({ runtime }: ReturnType<typeof createVirtualTime>, ms: number, reason?: unknown) {
    const controller = new AbortController();
    runtime.after(ms, () => {
      controller.abort(reason);
    });
    return controller.signal;
  }

  test('what is under way fails with its reason, and the rest of a list is not sent', async () => {
    const { time, all, open } = setUp({ latencyMs: () => 10_000 });
    const reason = new Error('enough');
    const signal = firing(time, 5000, reason);
    const outcomes = await all(updates(30), { signal, concurrency: 2 });
    expect(byIndex(outcomes)).toEqual(['failed', 'failed', ...Array<string>(28).fill('not-sent')]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject(outcome.status === 'failed' ? { error: reason } : { reason });
    }
    expect([open(), listenersOn(signal)]).toEqual([0, 0]);
  });

  test('before the run, nothing is sent', async () => {
    const { all, arrivals } = setUp();
    const outcomes = await all(updates(3), { signal: AbortSignal.abort('no') });
    expect(outcomes).toMatchObject(Array(3).fill({ status: 'not-sent', reason: 'no' }));
    expect(arrivals).toHaveLength(0);
  });

  test('a source without an end is left where it is', async () => {
    const { time, all } = setUp();
    function* source() {
      for (let id = 0; ; id++) yield { id, change: {} };
    }
    expect((await all(source(), { signal: firing(time, 5000) })).length).toBeLessThan(200);
  });

  test.each([
    ['stopped', () => Promise.reject(new ResponseError('gone', { status: 410 }))],
    ['cannot be sent', () => Promise.reject(new TypeError('no'))],
  ])('it does so even while an endless source hands over items that are %s', async (_what, update) => {
    function* source() {
      for (let id = 0; ; id++) yield { id, change: {} };
    }
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort();
    }, 1);
    let count = 0;
    for await (const outcome of updateMany({ update }, source(), { signal: controller.signal })) {
      count = outcome.index;
      // Without a turn for the timer this loop would have no end.
      if (count > 100_000) break;
    }
    expect(count).toBeLessThan(100_000);
  });

  test('a source that hands over nothing is not waited for, and is told to end', async () => {
    const { time, all } = setUp();
    let wasTold = false;
    const source: AsyncIterable<UpdateItem> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => undefined),
        return() {
          wasTold = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    expect(await all(source, { signal: firing(time, 5000) })).toEqual([]);
    expect(wasTold).toBe(true);
  });

  test.each([
    ['an item that the source hands over later is not sent', false],
    ['what the source throws later does not come out of the iteration', true],
  ])('%s', async (_what, breaks) => {
    const time = createVirtualTime();
    const reason = new Error('enough');
    const late = { id: 200, change: {} };
    async function* source() {
      yield* updates(1);
      await time.pass(2000);
      if (breaks) throw reason;
      yield late;
    }
    const update = async () => {
      await time.pass(5000);
      return record;
    };
    const signal = firing(time, 1000, reason);
    const outcomes = await time.run(collect(updateManyIn(time.runtime, { update }, source(), { signal })));
    expect(outcomes).toMatchObject([
      ...(breaks ? [] : [{ index: 1, item: late, status: 'not-sent', reason }]),
      { index: 0, status: 'succeeded' },
    ]);
  });

  test('it has one listener for all items, however many are under way', async () => {
    const { signal } = new AbortController();
    const listeners: number[] = [];
    const update = () => Promise.resolve((listeners.push(listenersOn(signal)), record));
    await collect(updateMany({ update }, updates(50), { signal, concurrency: 50 }));
    expect([Math.max(...listeners), listenersOn(signal)]).toEqual([1, 0]);
  });
});

describe('leaving the loop', () => {
  test('ends what is under way, tells the source, and leaves no timer', async () => {
    let wasTold = false;
    function* source() {
      try {
        yield* updates(100);
      } finally {
        wasTold = true;
      }
    }
    const { time, first, open, arrivals } = setUp({ latencyMs: (request) => (request === 0 ? 80 : 20_000) });
    await first(source(), { concurrency: 8 });
    expect([wasTold, open()]).toEqual([true, 0]);
    // The service's own timers go by; nothing more arrives.
    const arrived = arrivals.length;
    await time.run(time.pass(120_000));
    expect(time.pending()).toBe(0);
    expect(arrivals.length).toBeLessThanOrEqual(arrived + 7);
    expect(arrivals.some(({ id }) => id > 107)).toBe(false);
  });

  test('waits until what is under way has ended', async () => {
    const time = createVirtualTime();
    let ended = 0;
    const update = async (id: number, _change: unknown, options?: RequestOptions) => {
      await time.pass(id === 100 ? 100 : 0);
      if (id === 100) return record;
      await new Promise((resolve) => options?.signal?.addEventListener('abort', resolve));
      await time.pass(5000);
      ended++;
      throw new Error('ended');
    };
    await time.run(firstOf(updateManyIn(time.runtime, { update }, updates(3))));
    expect(ended).toBe(2);
  });
});

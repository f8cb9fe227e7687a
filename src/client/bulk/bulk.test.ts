import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { createClientIn } from '../create-client.ts';
import { ResponseError } from '../errors.ts';
import type { ClientOptions, RequestOptions } from '../options.ts';
import { createPretendService } from '../test-service.ts';
import type { PretendServiceOptions } from '../test-service.ts';
import { thrown } from '../test-support.ts';
import { createManyIn, updateMany, updateManyIn } from './bulk.ts';
import type { CreateItem, UpdateItem } from './bulk.ts';
import type { BulkOptions, Outcome } from './outcomes.ts';
import { createVirtualTime } from '../test-time.ts';

function setUp(service: Omit<PretendServiceOptions, 'time'> = {}, clientOptions: Partial<ClientOptions> = {}) {
  const time = createVirtualTime();
  const { fetch, arrivals, open, mostOpen } = createPretendService({ ...service, time });
  const client = createClientIn(time.runtime, { apiKey: 'key', fetch, ...clientOptions });
  const start = (changes: Iterable<UpdateItem> | AsyncIterable<UpdateItem>, options?: BulkOptions) =>
    updateManyIn(time.runtime, client, changes, options);
  const all = (changes: Iterable<UpdateItem> | AsyncIterable<UpdateItem>, options?: BulkOptions) =>
    time.run(collect(start(changes, options)));
  return { time, arrivals, open, mostOpen, start, all };
}

async function collect<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const outcome of outcomes) collected.push(outcome);
  return collected;
}

function items(count: number): UpdateItem[] {
  return Array.from({ length: count }, (_, index) => ({ id: 100 + index, change: { temporaryStatus: 'BLOCKED' } }));
}

function failing(status: number, when: (id: number) => boolean, headers = {}) {
  return (id: number) => (when(id) ? Response.json({}, { status, headers }) : undefined);
}

/** Each item's status, by its place. */
function byIndex(outcomes: readonly Outcome<unknown>[]): string[] {
  const statuses: string[] = [];
  for (const { index, status } of outcomes) statuses[index] = (statuses[index] ?? '') + status;
  return statuses;
}

test('each item has one outcome, with its place, the item itself and the record', async () => {
  const changes = items(12).map((item) => ({ ...item, site: 'harbour' }));
  const { all } = setUp({ latencyMs: (request) => 80 - request });
  const outcomes = await all(changes);
  expect(byIndex(outcomes)).toEqual(changes.map(() => 'succeeded'));
  const [first] = outcomes.filter(({ index }) => index === 0);
  expect(first).toEqual({
    index: 0,
    item: changes[0],
    status: 'succeeded',
    record: { id: 100, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' },
  });
  expect(first?.item).toBe(changes[0]);
});

test('outcomes come in the order in which they settle', async () => {
  const { all } = setUp({ latencyMs: (request) => (request === 0 ? 5000 : 80) });
  const outcomes = await all(items(3));
  expect(outcomes.map(({ index }) => index)).toEqual([1, 2, 0]);
});

test('nothing is sent, and nothing taken from the source, before the iteration begins', async () => {
  let taken = 0;
  const source = {
    [Symbol.iterator]() {
      taken++;
      return items(1)[Symbol.iterator]();
    },
  };
  const { start, arrivals, time } = setUp();
  const outcomes = start(source);
  await time.run(time.pass(1000));
  expect([taken, arrivals.length]).toEqual([0, 0]);
  await time.run(collect(outcomes));
  expect([taken, arrivals.length]).toEqual([1, 1]);
});

test('an async iterable is taken as well, and is not waited for while outcomes are there', async () => {
  const { time, start } = setUp();
  async function* source() {
    yield* items(2);
    await time.pass(60_000);
    yield* items(1);
  }
  const outcomes = start(source());
  const seen: number[] = [];
  const loop = async () => {
    for await (const { index } of outcomes) {
      seen.push(index);
      if (seen.length === 2) expect(time.now()).toBeLessThan(Date.UTC(2026, 0, 1) + 60_000);
    }
  };
  await time.run(loop());
  expect(seen).toEqual([0, 1, 2]);
});

test('no more than `concurrency` are under way', async () => {
  const { all, mostOpen } = setUp({ latencyMs: () => 10_000 });
  await all(items(20), { concurrency: 3, timeoutMs: 60_000 });
  expect(mostOpen()).toBe(3);
});

test('no more is taken from the source than is under way, and nothing is sent while outcomes are not taken', async () => {
  let taken = 0;
  function* source() {
    for (const item of items(100)) {
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

test('an item that cannot be sent is a failed outcome, and the others go on', async () => {
  const bad = [
    null,
    undefined,
    7,
    'text',
    {},
    { id: 'x', change: {} },
    { id: 1 },
    { id: 1, change: { validTo: 'soon' } },
  ];
  const { all, arrivals } = setUp();
  const outcomes = await all([...(bad as UpdateItem[]), ...items(1)]);
  expect(byIndex(outcomes)).toEqual([...bad.map(() => 'failed'), 'succeeded']);
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error] : []));
  for (const error of errors) expect(error).toMatchObject({ name: 'InvalidArgumentError' });
  expect(errors[0]).toMatchObject({ argument: 'items' });
  expect(String(errors[0])).toContain('items[0] must be an object');
  expect(arrivals.length).toBe(1);
});

test('an item whose getter throws is a failed outcome, and the others go on', async () => {
  const trap = {
    get id(): number {
      throw new Error('of the getter');
    },
    change: {},
  };
  const outcomes = await setUp().all([trap, ...items(1)]);
  expect(byIndex(outcomes)).toEqual(['failed', 'succeeded']);
});

test('a response outside 2xx is a failed outcome with the error of `update`, and the others go on', async () => {
  const { all } = setUp({ answer: failing(404, (id) => id === 102) });
  const outcomes = await all(items(5));
  expect(byIndex(outcomes)).toEqual(['succeeded', 'succeeded', 'failed', 'succeeded', 'succeeded']);
  expect(outcomes.find(({ item }) => item.id === 102)).toMatchObject({ error: { name: 'ResponseError', status: 404 } });
});

test('a 503 and a broken connection are sent again, as `retry` says', async () => {
  const answer = (id: number, request: number) => {
    if (id === 100 && request === 0) return Response.json({}, { status: 503 });
    if (id === 101 && request === 1) throw new TypeError('broken');
    return undefined;
  };
  const patient = setUp({ answer });
  expect(byIndex(await patient.all(items(3)))).toEqual(['succeeded', 'succeeded', 'succeeded']);
  const impatient = setUp({ answer });
  expect(byIndex(await impatient.all(items(3), { retry: false }))).toEqual(['failed', 'failed', 'succeeded']);
});

describe('the run stops at once, and what was not sent is reported', () => {
  const reject = failing(401, (id) => id >= 103);
  test.each<[string, Parameters<typeof setUp>, unknown]>([
    ['when the version has ended', [{ answer: failing(410, (id) => id === 103) }], { status: 410 }],
    [
      'when Retry-After is longer than anyone waits',
      [{ answer: failing(429, (id) => id === 103, { 'Retry-After': '61' }) }],
      { status: 429, retryAfterSeconds: 61 },
    ],
    [
      'when the key function fails',
      [
        {},
        {
          apiKey: ((calls) => () => (++calls > 3 ? Promise.reject(new Error('vault is sealed')) : 'key'))(0),
        },
      ],
      { name: 'ConnectionError', reason: 'api-key' },
    ],
  ])('%s', async (_name, [service, client], error) => {
    const { all, arrivals } = setUp(service, client);
    const outcomes = await all(items(50), { concurrency: 1 });
    expect(byIndex(outcomes)).toEqual(items(50).map((_, i) => (i < 3 ? 'succeeded' : i === 3 ? 'failed' : 'not-sent')));
    expect(outcomes[3]).toMatchObject({ error });
    expect(outcomes[49]).toMatchObject({ reason: error, item: { id: 149 } });
    expect(arrivals.length).toBeLessThanOrEqual(4);
  });

  test.each([401, 403])('when %d comes three times in a row', async (status) => {
    const { all, arrivals } = setUp({ answer: failing(status, (id) => id >= 103) });
    const outcomes = await all(items(50), { concurrency: 1 });
    expect(byIndex(outcomes)).toEqual(items(50).map((_, i) => (i < 3 ? 'succeeded' : i < 6 ? 'failed' : 'not-sent')));
    expect(outcomes[49]).toMatchObject({ reason: { status } });
    expect(arrivals).toHaveLength(6);
  });

  test('what waited for the rate limit at that moment is not sent either', async () => {
    const { all, arrivals, time } = setUp({ answer: reject });
    const started = time.now();
    const outcomes = await all(items(50), { concurrency: 10 });
    expect(outcomes.length).toBe(50);
    expect(time.now() - started).toBeLessThan(3000);
    expect(arrivals.map(({ status }) => status)).toEqual([200, 200, 200, 401, 401, 401]);
  });
});

test.each([
  ['of the longest wait is waited for', '60', {}, ['succeeded', 'succeeded']],
  [
    'beyond it is waited for where `retry` allows it',
    '300',
    { retry: { maxRetryWaitMs: 300_000 } },
    ['succeeded', 'succeeded'],
  ],
  ['beyond it stops the run', '300', { retry: { maxRetryWaitMs: 299_000 } }, ['failed', 'not-sent']],
  ['holds for the others where nothing is sent again', '60', { retry: false as const }, ['failed', 'succeeded']],
])('a Retry-After %s', async (_what, seconds, options, expected) => {
  const refusal = () => Response.json({}, { status: 429, headers: { 'Retry-After': seconds } });
  const { all, time } = setUp({ answer: (_id, request) => (request === 0 ? refusal() : undefined) });
  const started = time.now();
  expect(byIndex(await all(items(2), { concurrency: 1, ...options }))).toEqual(expected);
  const waited = expected.includes('not-sent') ? 0 : Number(seconds) * 1000;
  expect(time.now() - started).toBeGreaterThanOrEqual(waited);
  expect(time.now() - started).toBeLessThan(waited + 2000);
});

test('what waits to be sent again when the run stops has failed: the first attempt may have changed the record', async () => {
  const answer = (id: number) => Response.json({}, { status: id === 100 ? 503 : 410 });
  const outcomes = await setUp({ answer }).all(items(3), { concurrency: 2 });
  expect(byIndex(outcomes)).toEqual(['failed', 'failed', 'not-sent']);
  expect(outcomes.find(({ item }) => item.id === 100)).toMatchObject({ error: { status: 410 } });
});

test('a client that knows no rate limiter is not called any more either', async () => {
  const asked: number[] = [];
  const update = (id: number) => {
    asked.push(id);
    return Promise.reject(new ResponseError('gone', { status: 410 }));
  };
  const outcomes = await collect(updateMany({ update }, items(5), { concurrency: 1 }));
  expect(byIndex(outcomes)).toEqual(['failed', ...Array<string>(4).fill('not-sent')]);
  expect(asked).toEqual([100]);
});

test.each([undefined, null, 'text', Object.assign(new Error('of another library'), { status: 401 })])(
  'a client that rejects with something else, %p, fails the item, and the others go on',
  async (reason) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything may come from a test double
    const update = () => Promise.reject(reason);
    const outcomes = await collect(updateMany({ update }, items(2), { concurrency: 1 }));
    expect(outcomes).toMatchObject([
      { status: 'failed', error: reason },
      { status: 'failed', error: reason },
    ]);
  },
);

test('an item keeps the type of its further fields, and its change is checked', async () => {
  const update = (id: number) => Promise.resolve({ id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' });
  const [outcome] = await collect(updateMany({ update }, [{ id: 1, change: {}, site: 'harbour' }]));
  const site: string | undefined = outcome?.item.site;
  expect(site).toBe('harbour');
  // @ts-expect-error -- the service knows no such status
  updateMany({ update }, [{ id: 1, change: { temporaryStatus: 'CLOSED' } }]);
  // @ts-expect-error -- only what was updated has a record
  expect(outcome?.record).toBeDefined();
});

test.each([401, 403])('a %d now and then concerns its own item: no work is lost', async (status) => {
  const { all } = setUp({ answer: failing(status, (id) => id % 3 !== 0) });
  const outcomes = await all(items(9), { concurrency: 1 });
  expect(byIndex(outcomes)).toEqual(items(9).map(({ id }) => (id % 3 === 0 ? 'succeeded' : 'failed')));
});

test('the items of outcomes that are not updated resume the run', async () => {
  let rejecting = true;
  const { all, arrivals } = setUp({ answer: failing(401, (id) => rejecting && id >= 110) });
  const outcomes = await all(items(30));
  rejecting = false;
  const rest = outcomes.filter(({ status }) => status !== 'succeeded').map(({ item }) => item);
  expect(byIndex(await all(rest))).toEqual(rest.map(() => 'succeeded'));
  const updated = arrivals.filter(({ status }) => status === 200).map(({ id }) => id);
  expect(updated.sort((a, b) => a - b)).toEqual(items(30).map(({ id }) => id));
});

describe('when `signal` fires', () => {
  test('what is under way fails with its reason, the rest of a list was not sent, and the iteration ends', async () => {
    const { time, start, open } = setUp({ latencyMs: () => 10_000 });
    const controller = new AbortController();
    const reason = new Error('enough');
    time.runtime.after(5000, () => {
      controller.abort(reason);
    });
    const outcomes = await time.run(collect(start(items(30), { signal: controller.signal, concurrency: 2 })));
    expect(byIndex(outcomes)).toEqual(['failed', 'failed', ...Array<string>(28).fill('not-sent')]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject(outcome.status === 'failed' ? { error: reason } : { reason });
    }
    expect(open()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('and had fired before, nothing is sent', async () => {
    const { all, arrivals } = setUp();
    const outcomes = await all(items(3), { signal: AbortSignal.abort('no') });
    expect(outcomes.map((outcome) => outcome.status === 'not-sent' && outcome.reason)).toEqual(['no', 'no', 'no']);
    expect(arrivals.length).toBe(0);
  });

  test('a source without an end is left where it is', async () => {
    const { time, start } = setUp();
    const controller = new AbortController();
    time.runtime.after(5000, () => {
      controller.abort();
    });
    function* source() {
      for (let id = 0; ; id++) yield { id, change: {} };
    }
    const outcomes = await time.run(collect(start(source(), { signal: controller.signal })));
    expect(outcomes.length).toBeLessThan(200);
  });

  test('an async source that hands over nothing is not waited for, and is told to end', async () => {
    const { time, start } = setUp();
    const controller = new AbortController();
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
    time.runtime.after(5000, () => {
      controller.abort();
    });
    expect(await time.run(collect(start(source, { signal: controller.signal })))).toEqual([]);
    expect(wasTold).toBe(true);
  });

  test.each([
    ['an item that an async source hands over while something is still under way was not sent', false],
    ['what an async source throws at that does not come out of the iteration', true],
  ])('%s', async (_what, breaks) => {
    const time = createVirtualTime();
    const controller = new AbortController();
    const reason = new Error('enough');
    time.runtime.after(1000, () => {
      controller.abort(reason);
    });
    async function* source() {
      yield* items(1);
      await time.pass(2000);
      if (breaks) throw reason;
      yield { id: 200, change: {} };
    }
    const update = async (id: number) => {
      await time.pass(5000);
      return { id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' };
    };
    const outcomes = await time.run(
      collect(updateManyIn(time.runtime, { update }, source(), { signal: controller.signal })),
    );
    expect(outcomes).toMatchObject([
      ...(breaks ? [] : [{ index: 1, item: { id: 200 }, status: 'not-sent', reason }]),
      { index: 0, item: { id: 100 }, status: 'succeeded' },
    ]);
  });
});

test('leaving the loop ends what is under way, tells the source, and leaves no timer', async () => {
  let wasTold = false;
  function* source() {
    try {
      yield* items(100);
    } finally {
      wasTold = true;
    }
  }
  const { time, start, open, arrivals } = setUp({ latencyMs: (request) => (request === 0 ? 80 : 20_000) });
  const loop = async () => {
    for await (const outcome of start(source(), { concurrency: 8 })) return outcome;
    return undefined;
  };
  await time.run(loop());
  expect([wasTold, open()]).toEqual([true, 0]);
  // The service's own timers go by; nothing more arrives.
  const arrived = arrivals.length;
  await time.run(time.pass(120_000));
  expect(time.pending()).toBe(0);
  expect(arrivals.length).toBeLessThanOrEqual(arrived + 7);
  expect(arrivals.some(({ id }) => id > 107)).toBe(false);
});

describe('the source', () => {
  test('may be one that cannot be told to end', async () => {
    const { time, start } = setUp();
    const loop = async () => {
      for await (const { index } of start(items(3), { concurrency: 1 })) return index;
      return undefined;
    };
    expect(await time.run(loop())).toBe(0);
  });

  test.each([
    ['never ends its clean-up', () => new Promise<never>(() => undefined)],
    ['throws in its clean-up', () => Promise.reject(new Error('cannot be closed'))],
  ])('that %s is not waited for', async (_what, cleanUp) => {
    const { time, start } = setUp();
    async function* source() {
      try {
        yield* items(3);
      } finally {
        await cleanUp();
      }
    }
    const outcomes = start(source(), { concurrency: 1 });
    await time.run(outcomes.next());
    expect(await time.run(outcomes.return())).toEqual({ done: true, value: undefined });
  });

  test('is not told to end where it has ended', async () => {
    let told = 0;
    const rest = items(2);
    const source: Iterable<UpdateItem> = {
      [Symbol.iterator]: () => ({
        next: () => {
          const value = rest.shift();
          return value ? { done: false, value } : { done: true, value: undefined };
        },
        return: () => {
          told++;
          return { done: true, value: undefined };
        },
      }),
    };
    const { all } = setUp();
    expect(await all(source)).toHaveLength(2);
    expect(told).toBe(0);
  });

  test('is not asked again after it has thrown', async () => {
    let asked = 0;
    const source: Iterable<UpdateItem> = {
      [Symbol.iterator]: () => ({
        next: () => {
          if (++asked > 1) return { done: true, value: undefined };
          throw new Error('broken');
        },
      }),
    };
    await expect(setUp().all(source)).rejects.toThrow('broken');
    expect(asked).toBe(1);
  });
});

test('leaving the loop waits until what is under way has ended', async () => {
  const time = createVirtualTime();
  let ended = 0;
  const update = async (id: number, _change: unknown, options?: RequestOptions) => {
    await time.pass(id === 100 ? 100 : 0);
    if (id === 100) return { id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' };
    await new Promise((resolve) => options?.signal?.addEventListener('abort', resolve));
    await time.pass(5000);
    ended++;
    throw new Error('ended');
  };
  const loop = async () => {
    for await (const outcome of updateManyIn(time.runtime, { update }, items(3))) return outcome;
    return undefined;
  };
  await time.run(loop());
  expect(ended).toBe(2);
});

test('leaving the loop does not wait for a source that hands over nothing', async () => {
  const { time, start } = setUp();
  async function* source() {
    yield* items(1);
    await new Promise(() => undefined);
  }
  const loop = async () => {
    for await (const { status } of start(source())) return status;
    return undefined;
  };
  expect(await time.run(loop())).toBe('succeeded');
});

test('an async source is asked for one item at a time', async () => {
  const { time, start } = setUp();
  const rest = items(5);
  let asking = 0;
  let most = 0;
  const source: AsyncIterable<UpdateItem> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        most = Math.max(most, ++asking);
        await time.pass(300);
        asking--;
        const value = rest.shift();
        return value ? { done: false, value } : { done: true, value: undefined };
      },
    }),
  };
  const outcomes = await time.run(collect(start(source)));
  expect([outcomes.length, most]).toEqual([5, 1]);
});

test('what the source throws comes out after the outcomes of what was under way', async () => {
  const { time, start } = setUp({ latencyMs: () => 5000 });
  function* source() {
    yield* items(2);
    throw new Error('the file ended in the middle of a line');
  }
  const seen: string[] = [];
  const loop = async () => {
    for await (const { status } of start(source())) seen.push(status);
  };
  await expect(time.run(loop())).rejects.toThrow('in the middle of a line');
  expect(seen).toEqual(['succeeded', 'succeeded']);
});

test('progress is told with each outcome, with the total where the source knows it', async () => {
  const told: unknown[] = [];
  const { all } = setUp({ answer: failing(404, (id) => id === 101) });
  await all(items(3), { concurrency: 1, onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([
    { succeeded: 1, failed: 0, notSent: 0, total: 3 },
    { succeeded: 1, failed: 1, notSent: 0, total: 3 },
    { succeeded: 2, failed: 1, notSent: 0, total: 3 },
  ]);
});

test.each([
  ['a Set', 2, new Set(items(2))],
  ['an iterator', undefined, items(2).values()],
  ['something whose length is no number', undefined, Object.assign(items(2).values(), { length: 'short' })],
])('the total of %s is %p', async (_what, total, changes) => {
  const told: unknown[] = [];
  await setUp().all(changes, { concurrency: 1, onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([
    { succeeded: 1, failed: 0, notSent: 0, total },
    { succeeded: 2, failed: 0, notSent: 0, total },
  ]);
});

test('progress counts what was not sent', async () => {
  const told: unknown[] = [];
  const { all } = setUp({ answer: failing(410, () => true) });
  await all(items(3), { concurrency: 1, onProgress: (progress) => told.push(progress) });
  expect(told.at(-1)).toEqual({ succeeded: 0, failed: 1, notSent: 2, total: 3 });
});

test.each([
  ['items', 'an iterable or async iterable', [null]],
  ['items', 'an iterable or async iterable', [{}]],
  ['items', 'an iterable or async iterable', ['text']],
  ['concurrency', 'a whole number, 1 or more', [[], { concurrency: 0 }]],
  ['concurrency', 'a whole number, 1 or more', [[], { concurrency: 1.5 }]],
  ['onProgress', 'a function', [[], { onProgress: 'yes' }]],
  ['signal', 'an AbortSignal', [[], { signal: {} }]],
  ['signal', 'an AbortSignal', [[], { signal: null }]],
  ['timeoutMs', 'a number, 1 or more', [[], { timeoutMs: -1 }]],
  ['retry.maxRetries', 'a number, 0 or more', [[], { retry: { maxRetries: -1 } }]],
])('%s that cannot be used is refused at the call: it must be %s', (argument, rule, [changes, options]) => {
  const client = createClientIn(createVirtualTime().runtime, { apiKey: 'key' });
  const error = thrown(() => updateMany(client, changes as UpdateItem[], options as BulkOptions));
  expect(error).toMatchObject({ name: 'InvalidArgumentError', argument });
  expect(String(error)).toContain(`${argument} must be ${rule}`);
});

describe('createMany', () => {
  const creates = (count: number): CreateItem[] =>
    Array.from({ length: count }, (_, index) => ({
      status: { evseId: `DK*SPI*E${index}`, temporaryStatus: 'MAINTENANCE' },
    }));

  test('creates a status for each item, and hands back its record', async () => {
    const time = createVirtualTime();
    const { fetch, arrivals } = createPretendService({ time });
    const client = createClientIn(time.runtime, { apiKey: 'key', fetch });
    const outcomes = await time.run(collect(createManyIn(time.runtime, client, creates(5))));
    expect(byIndex(outcomes)).toEqual(creates(5).map(() => 'succeeded'));
    expect(arrivals).toHaveLength(5);
  });

  test('sends no create a second time whose connection was lost', async () => {
    const time = createVirtualTime();
    const { fetch, arrivals } = createPretendService({
      time,
      answer: (_id, request) => (request === 0 ? Promise.reject(new TypeError('lost')) : undefined),
    });
    const client = createClientIn(time.runtime, { apiKey: 'key', fetch });
    const outcomes = await time.run(collect(createManyIn(time.runtime, client, creates(3), { concurrency: 1 })));
    expect(byIndex(outcomes)).toEqual(['failed', 'succeeded', 'succeeded']);
    expect(arrivals).toHaveLength(2);
  });
});

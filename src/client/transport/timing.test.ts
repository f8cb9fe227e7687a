import { describe, expect, test } from '@jest/globals';
import { fakeTime, listenersOn, rejection } from '../testing/support.ts';
import { withTimeout } from './timing.ts';

const never = () => new Promise<never>(() => undefined);

describe('withTimeout', () => {
  test('resolves to what the work gives, and leaves no timer and no listener', async () => {
    const time = fakeTime();
    const { signal } = new AbortController();
    await expect(withTimeout({ ms: 30_000, signal, runtime: time.runtime }, () => Promise.resolve(7))).resolves.toBe(7);
    expect(time).toMatchObject({ timers: [30_000], pending: 0 });
    expect(listenersOn(signal)).toBe(0);
  });

  test('rejects with what the work throws, and leaves no timer and no listener', async () => {
    const time = fakeTime();
    const { signal } = new AbortController();
    const error = new Error('work');
    await expect(withTimeout({ ms: 30_000, signal, runtime: time.runtime }, () => Promise.reject(error))).rejects.toBe(
      error,
    );
    expect(time.pending).toBe(0);
    expect(listenersOn(signal)).toBe(0);
  });

  test('leaves no timer where the signal only looks like one', async () => {
    const time = fakeTime();
    const signal = { throwIfAborted: () => undefined } as AbortSignal;
    await expect(withTimeout({ ms: 5, signal, runtime: time.runtime }, never)).rejects.toThrow(TypeError);
    expect(time.pending).toBe(0);
  });

  test('does not wait for work that goes on after its time: TimeoutError, and its signal fires', async () => {
    const time = fakeTime();
    const { signal } = new AbortController();
    let given: AbortSignal | undefined;
    const late = withTimeout({ ms: 5, signal, runtime: time.runtime }, (own) => {
      given = own;
      return never();
    });
    const error = await rejection(late);
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: 'TimeoutError', message: 'no response within 5 ms' });
    expect(given?.reason).toBe(error);
    expect(time.pending).toBe(0);
    expect(listenersOn(signal)).toBe(0);
  });

  test.each([[new Error('mine')], ['a string'], [null]])(
    'passes the reason %p of the caller on as it is',
    async (reason) => {
      const time = fakeTime();
      const controller = new AbortController();
      const { signal } = controller;
      let given: AbortSignal | undefined;
      const aborted = withTimeout({ ms: 30_000, signal, runtime: time.runtime }, (own) => {
        given = own;
        return never();
      });
      controller.abort(reason);
      expect(await rejection(aborted)).toBe(reason);
      expect(given?.reason).toBe(reason);
      expect(time.pending).toBe(0);
      expect(listenersOn(signal)).toBe(0);
    },
  );

  test('passes the reason on even where the work makes something else of it', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = withTimeout({ ms: 30_000, signal, runtime: fakeTime().runtime }, async (own) => {
      await new Promise((resolve) => {
        own.addEventListener('abort', resolve);
      });
      throw new Error('of the work');
    });
    controller.abort('mine');
    expect(await rejection(aborted)).toBe('mine');
  });

  test('ends all that wait for one signal, each with its reason', async () => {
    const controller = new AbortController();
    const bounds = { ms: 30_000, signal: controller.signal, runtime: fakeTime().runtime };
    const waiting = Array.from({ length: 12 }, () => rejection(withTimeout(bounds, never)));
    expect(listenersOn(controller.signal)).toBe(1);
    controller.abort('mine');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['mine']));
    expect(listenersOn(controller.signal)).toBe(0);
  });

  test('that has ended leaves the others that share its signal waiting for it', async () => {
    const controller = new AbortController();
    const bounds = { ms: 30_000, signal: controller.signal, runtime: fakeTime().runtime };
    const waiting = rejection(withTimeout(bounds, never));
    await withTimeout(bounds, () => Promise.resolve());
    expect(listenersOn(controller.signal)).toBe(1);
    controller.abort('mine');
    expect(await waiting).toBe('mine');
  });

  test('does not begin where the caller has ended it before', async () => {
    const time = fakeTime();
    const signal = AbortSignal.abort('mine');
    let begun = false;
    const aborted = withTimeout({ ms: 30_000, signal, runtime: time.runtime }, () => {
      begun = true;
      return never();
    });
    expect(await rejection(aborted)).toBe('mine');
    expect({ begun, timers: time.timers }).toEqual({ begun: false, timers: [] });
  });

  test('gives the work a signal that is not the caller’s', async () => {
    const { signal } = new AbortController();
    const bounds = { ms: 30_000, signal, runtime: fakeTime().runtime };
    await withTimeout(bounds, (own) => {
      expect(own).not.toBe(signal);
      return Promise.resolve();
    });
    expect.assertions(1);
  });

  test('may settle again after it has ended: others that share its signal keep their listener', async () => {
    const { signal } = new AbortController();
    const bounds = { ms: 30_000, signal, runtime: fakeTime({ stopped: 30_000 }).runtime };
    let settle: () => void = () => undefined;
    const first = withTimeout(bounds, () => new Promise<void>((resolve) => (settle = resolve)));
    settle();
    await first;
    void withTimeout(bounds, never);
    settle();
    void withTimeout(bounds, never);
    expect(listenersOn(signal)).toBe(1);
  });
});

import { expect, test } from '@jest/globals';
import { systemRuntime } from './runtime.ts';

test('now is the current time, and random is from 0 to 1', () => {
  expect(Math.abs(systemRuntime.now() - Date.now())).toBeLessThan(1000);
  const chances = Array.from({ length: 20 }, () => systemRuntime.random());
  expect(chances.every((chance) => chance >= 0 && chance < 1)).toBe(true);
  expect(new Set(chances).size).toBeGreaterThan(1);
});

test('after calls back once the time has come', async () => {
  const start = performance.now();
  await new Promise<void>((resolve) => systemRuntime.after(20, resolve));
  expect(performance.now() - start).toBeGreaterThan(15);
});

test('after can be cancelled, and then keeps no process alive', async () => {
  let called = false;
  const before = timers();
  const stop = systemRuntime.after(0, () => {
    called = true;
  });
  expect(timers()).toBe(before + 1);
  stop();
  expect(timers()).toBe(before);
  await new Promise<void>((resolve) => systemRuntime.after(5, resolve));
  expect(called).toBe(false);
});

test.each([2 ** 31, Infinity])('after %d milliseconds does not fire at once', async (ms) => {
  let called = false;
  const stop = systemRuntime.after(ms, () => {
    called = true;
  });
  await new Promise<void>((resolve) => systemRuntime.after(5, resolve));
  stop();
  expect(called).toBe(false);
});

test('inBrowser tells a page and its workers from Node', () => {
  expect(systemRuntime.inBrowser()).toBe(false);
  expect(systemRuntime.inBrowser({ document: {} })).toBe(true);
  expect(systemRuntime.inBrowser({ importScripts: () => undefined })).toBe(true);
});

test('inNode tells Node from what claims to be Node', () => {
  expect(systemRuntime.inNode()).toBe(true);
  expect(systemRuntime.inNode({})).toBe(false);
  expect(systemRuntime.inNode({ process: {} })).toBe(false);
  for (const versions of [{ node: '26.3.0' }, { node: '22.23.4', undici: '' }]) {
    expect(systemRuntime.inNode({ process: { versions } })).toBe(false);
  }
});

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

import { describe, expect, test } from '@jest/globals';
import { rejection } from '../testing/support.ts';
import { createKeyRing } from './api-key.ts';

/** A key ring whose function returns these, in turn, after each was read. */
async function readAll(...keys: string[]) {
  const rest = keys.values();
  const ring = createKeyRing(() => String(rest.next().value));
  for (const key of keys) expect((await ring.read()).key).toBe(key);
  return ring;
}

describe('a key ring', () => {
  test('without a key redacts nothing', () => {
    expect(createKeyRing(undefined).redact('undefined')).toBe('undefined');
  });

  test('redacts a key once it was read', async () => {
    const ring = createKeyRing('first-key');
    expect(ring.redact('first-key')).toBe('first-key');
    await ring.read();
    expect(ring.redact('first-key')).toBe('[redacted]');
  });

  test('redacts the last three keys of a function, since a service may echo one that was just rotated out', async () => {
    const ring = await readAll('first-key', 'second-key', 'third-key', 'fourth-key');
    expect(ring.redact('first-key second-key third-key fourth-key')).toBe('first-key [redacted] [redacted] [redacted]');
  });

  test('gives each key with what redacts it, however many are read after it', async () => {
    let count = 0;
    const ring = createKeyRing(() => `key-number-${++count}`);
    const taken = await Promise.all(Array.from({ length: 9 }, () => ring.read()));
    for (const { key, redact } of taken) expect(redact(`Bearer ${key}`)).toBe('Bearer [redacted]');
  });

  test('counts a key once, however often it is read', async () => {
    const ring = await readAll('first-key', 'second-key', 'second-key', 'second-key');
    expect(ring.redact('first-key second-key')).toBe('[redacted] [redacted]');
  });

  test.each([
    [new RangeError('secret'), 'the apiKey function failed (RangeError)'],
    [Object.assign(new Error('secret'), { name: 'VaultException' }), 'the apiKey function failed (VaultException)'],
    [Object.assign(new Error('secret'), { name: 'sk_key_Error' }), 'the apiKey function failed'],
    [Object.assign(new Error('secret'), { name: 'ErrorKey' }), 'the apiKey function failed'],
    [{ name: ['TypeError'] }, 'the apiKey function failed (Error)'],
    ['secret', 'the apiKey function failed (Error)'],
    [undefined, 'the apiKey function failed (Error)'],
  ])('says no more of a function that fails with %p than what kind of error it is', async (error, message) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a function may reject with anything
    const ring = createKeyRing(() => Promise.reject(error));
    expect(await rejection(ring.read())).toEqual(new Error(message));
  });

  test('survives a function that fails with something whose name throws', async () => {
    const failure = Object.defineProperty(new Error('secret'), 'name', {
      get() {
        throw new Error('secret');
      },
    });
    const ring = createKeyRing(() => Promise.reject(failure));
    expect(await rejection(ring.read())).toEqual(new Error('the apiKey function failed (Error)'));
  });
});

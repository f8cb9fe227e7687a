import { describe, expect, test } from '@jest/globals';
import { reasonOf, safeCause } from './safe-cause.ts';

const redact = (text: string) => text.replaceAll('secret', '[redacted]');
const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

describe('a cause', () => {
  test('keeps name, message and code, redacted, and the same of its own cause', () => {
    const cause = Object.assign(new RangeError('inner secret'), { code: 'E_secret', headers: { secret: 1 } });
    const error = Object.assign(new TypeError('outer secret', { cause }), { request: 'secret' });
    error.name = 'secretError';
    const kept = safeCause(error, redact);
    expect(kept).toBeInstanceOf(Error);
    expect(kept).toMatchObject({ name: '[redacted]Error', message: 'outer [redacted]' });
    expect(kept.cause).toMatchObject({ name: 'RangeError', message: 'inner [redacted]', code: 'E_[redacted]' });
    expect(kept).not.toHaveProperty('request');
    expect(kept).not.toHaveProperty('code');
    expect(kept.cause).not.toHaveProperty('headers');
  });

  test('has no stack of ours', () => {
    expect(safeCause(new TypeError('x'), redact).stack).toBe('TypeError: x');
  });

  test('without a cause of its own has none', () => {
    expect(safeCause(new Error('x'), redact)).not.toHaveProperty('cause');
  });

  test('survives members that throw, and causes that go round in a circle', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('of the getter');
        },
      },
    );
    expect(safeCause(trap, redact)).toMatchObject({ name: 'Error', message: '' });
    const circle = new Error('round');
    circle.cause = circle;
    let depth = 0;
    for (let kept: unknown = safeCause(circle, redact); kept instanceof Error; kept = kept.cause) depth++;
    expect(depth).toBe(4);
  });
});

describe('the reason', () => {
  test.each([
    [new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }), 'connect ECONNREFUSED'],
    [new Error('fetch failed', { cause: refused }), 'ECONNREFUSED'],
    [new Error('fetch failed', { cause: 'a text' }), 'a text'],
    [new Error('fetch failed', { cause: { message: 7, code: 8 } }), 'fetch failed'],
    [new DOMException('', 'NetworkError'), 'NetworkError'],
    ['a text', 'a text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Object.create(null), 'Error'],
  ])('of %p is %j', (thrown, reason) => {
    expect(reasonOf(safeCause(thrown, redact))).toBe(reason);
  });
});

import { describe, expect, jest, test } from '@jest/globals';
import { inspect } from 'node:util';
import * as errors from './errors.ts';

const details = {
  status: 404,
  body: 'gone',
  requestId: undefined,
  code: undefined,
  type: undefined,
  param: undefined,
  retryAfterSeconds: undefined,
  rateLimit: {},
  attempts: 1,
};

function oneOfEach({ ResponseError, UnexpectedResponseError, ConnectionError, InvalidArgumentError }: typeof errors) {
  return {
    ResponseError: new ResponseError('said', details),
    UnexpectedResponseError: new UnexpectedResponseError('said', { status: 200, text: 'x', findings: [] }),
    ConnectionError: new ConnectionError('said', { timedOut: false, attempts: 3 }, { cause: 'why' }),
    InvalidArgumentError: new InvalidArgumentError('id', 'said'),
  };
}

const guards = {
  ResponseError: errors.isResponseError,
  UnexpectedResponseError: errors.isUnexpectedResponseError,
  ConnectionError: errors.isConnectionError,
  InvalidArgumentError: errors.isInvalidArgumentError,
};
const names = Object.keys(guards) as (keyof typeof guards)[];

describe.each(names)('%s', (name) => {
  const error = oneOfEach(errors)[name];

  test('is an Error under its own name, in its stack as well', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(errors.TemporaryEvseStatusesError);
    expect(error.name).toBe(name);
    expect(String(error)).toBe(`${name}: said`);
    expect(error.stack).toMatch(new RegExp(`^${name}: said\n`));
    expect(inspect(error)).toMatch(new RegExp(`^${name}: said\n`));
  });

  test('is told from the others by its guard', () => {
    for (const other of names) expect(guards[other](error)).toBe(other === name);
    expect(errors.isTemporaryEvseStatusesError(error)).toBe(true);
  });

  test('carries the brand that copies of other versions look for', () => {
    expect(Symbol.for('temporary-evse-statuses.error') in error).toBe(true);
  });

  test('is known to the guards of another copy of the package', async () => {
    let copy = errors;
    await jest.isolateModulesAsync(async () => {
      copy = await import('./errors.ts');
    });
    const foreign = oneOfEach(copy)[name];
    expect(foreign).not.toBeInstanceOf(errors[name]);
    expect(guards[name](foreign)).toBe(true);
    expect(errors.isTemporaryEvseStatusesError(foreign)).toBe(true);
  });

  test('shows no brand where it is logged', () => {
    expect(inspect(error)).not.toContain('Symbol');
    expect(Object.getOwnPropertySymbols(error)).toEqual([]);
  });
});

test.each([undefined, null, 'ResponseError', new Error('x'), { name: 'ResponseError' }])(
  '%p is no error of ours',
  (value) => {
    expect(errors.isTemporaryEvseStatusesError(value)).toBe(false);
    for (const name of names) expect(guards[name](value)).toBe(false);
  },
);

test('each carries what it was made with', () => {
  const { ResponseError, UnexpectedResponseError, ConnectionError, InvalidArgumentError } = oneOfEach(errors);
  expect(Object.entries(ResponseError)).toEqual(Object.entries(details));
  expect(Object.entries(UnexpectedResponseError)).toEqual(Object.entries({ status: 200, text: 'x', findings: [] }));
  expect(Object.entries(ConnectionError)).toEqual(Object.entries({ timedOut: false, attempts: 3 }));
  expect(ConnectionError.cause).toBe('why');
  expect(Object.entries(InvalidArgumentError)).toEqual(Object.entries({ argument: 'id' }));
});

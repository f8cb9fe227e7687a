import { describe, expect, test } from '@jest/globals';
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
    ConnectionError: new ConnectionError('said', { reason: 'timeout', attempts: 3 }, { cause: 'why' }),
    InvalidArgumentError: new InvalidArgumentError('id', 'said'),
  };
}

/** An error's own enumerable fields. */
const fieldsOf = (error: Error) => Object.fromEntries(Object.entries(error)) as object;

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

  test('is recognised by its own guard alone', () => {
    for (const other of names) expect(guards[other](error)).toBe(other === name);
    expect(errors.isTemporaryEvseStatusesError(error)).toBe(true);
  });

  test('carries the brand that copies of other versions look for', () => {
    expect(Reflect.get(error, Symbol.for('temporary-evse-statuses.error'))).toBe(true);
  });

  test('is known by its brand and name, since its class may be that of another copy of the package', () => {
    const foreign = Object.assign(new Error('said'), { name, [Symbol.for('temporary-evse-statuses.error')]: true });
    expect(guards[name](foreign)).toBe(true);
    expect(errors.isTemporaryEvseStatusesError(foreign)).toBe(true);
  });

  test('shows no brand where it is logged', () => {
    expect(inspect(error)).not.toContain('Symbol');
    expect(Object.getOwnPropertySymbols(error)).toEqual([]);
  });
});

test.each([undefined, null, 'ResponseError', new Error('x'), { name: 'ResponseError' }])(
  '%p is not an error of this package',
  (value) => {
    expect(errors.isTemporaryEvseStatusesError(value)).toBe(false);
    for (const name of names) expect(guards[name](value)).toBe(false);
  },
);

test('each carries what it was made with', () => {
  const { ResponseError, UnexpectedResponseError, ConnectionError, InvalidArgumentError } = oneOfEach(errors);
  expect(fieldsOf(ResponseError)).toEqual(details);
  expect(fieldsOf(UnexpectedResponseError)).toEqual({ status: 200, text: 'x', findings: [] });
  expect(fieldsOf(ConnectionError)).toEqual({ reason: 'timeout', attempts: 3 });
  expect(ConnectionError.cause).toBe('why');
  expect(fieldsOf(InvalidArgumentError)).toEqual({ argument: 'id' });
});

test('each can be constructed with what matters alone, as an app does in its tests', () => {
  expect(fieldsOf(new errors.ResponseError('m', { status: 404 }))).toEqual({
    status: 404,
    body: '',
    rateLimit: {},
    attempts: 1,
  });
  expect(fieldsOf(new errors.UnexpectedResponseError('m', { status: 200 }))).toEqual({
    status: 200,
    text: '',
    findings: [],
  });
  expect(fieldsOf(new errors.ConnectionError('m'))).toEqual({ reason: 'connection', attempts: 1 });
});

describe('as JSON', () => {
  test('each has name, message and fields', () => {
    const { ResponseError, ConnectionError, InvalidArgumentError } = oneOfEach(errors);
    expect(JSON.parse(JSON.stringify([ResponseError, ConnectionError, InvalidArgumentError]))).toEqual([
      { name: 'ResponseError', message: 'said', status: 404, rateLimit: {}, attempts: 1 },
      { name: 'ConnectionError', message: 'said', reason: 'timeout', attempts: 3 },
      { name: 'InvalidArgumentError', message: 'said', argument: 'id' },
    ]);
  });

  test('none has anything of the body, which may be too deep for JSON.stringify', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const finding = { kind: 'breaking', pointer: '/id', document: '#/x', expected: 'must be number' } as const;
    const findings = [{ ...finding, actual: deep }];
    expect(JSON.stringify(new errors.ResponseError('m', { status: 500, body: deep }))).toContain('500');
    expect(JSON.stringify(new errors.UnexpectedResponseError('m', { status: 200, findings }))).toBe(
      '{"name":"UnexpectedResponseError","message":"m","text":"","status":200}',
    );
  });
});

import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { InvalidArgumentError } from './errors.ts';
import type { ClientOptions } from './options.ts';
import { readMembers } from './read-members.ts';
import { readSettings, requestOptions } from './settings.ts';
import { fakeFetch, fakeTime, thrown } from './testing/support.ts';

const { runtime } = fakeTime();
const browser = { ...runtime, inBrowser: () => true };
const key = { apiKey: 'k' };

function message(act: () => unknown): string {
  const error = thrown(act);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  return `${(error as InvalidArgumentError).argument}: ${(error as InvalidArgumentError).message}`;
}

/** The options as a caller without types may give them. */
function read(options: object, where = runtime) {
  return readSettings(options as ClientOptions, where);
}

describe('the base URL', () => {
  test.each([
    [{}, 'https://api.spirii.com'],
    [{ environment: 'production' }, 'https://api.spirii.com'],
    [{ environment: 'sandbox' }, 'https://sandbox.api.spirii.com'],
    [{ baseUrl: 'https://a.example' }, 'https://a.example'],
    [{ baseUrl: 'https://a.example:8443/x/y//' }, 'https://a.example:8443/x/y'],
    [{ baseUrl: new URL('https://a.example/x') }, 'https://a.example/x'],
  ])('of %j is %s', (options, baseUrl) => {
    expect(read({ ...key, ...options }).baseUrl).toBe(baseUrl);
  });

  test.each([
    ['', 'it is empty'],
    ['/api', 'it is not absolute'],
    ['/https://a.example', 'it is not absolute'],
    ['a.example', 'it is not absolute'],
    ['http://a.example:99999', 'it is malformed'],
    ['https://', 'it is malformed'],
    ['ftp://a.example', 'it begins with neither http: nor https:'],
    ['file:///a', 'it begins with neither http: nor https:'],
    ['xhttps://a.example/', 'it begins with neither http: nor https:'],
    ['https://user@a.example', 'it has credentials, a query or a fragment'],
    ['https://user:password@a.example/x', 'it has credentials, a query or a fragment'],
    ['https://a.example/?x=1', 'it has credentials, a query or a fragment'],
    ['https://a.example/#x', 'it has credentials, a query or a fragment'],
    [null, 'it is neither a string nor a URL'],
    [42, 'it is neither a string nor a URL'],
    [Symbol('x'), 'it is neither a string nor a URL'],
  ])('%p is refused', (baseUrl, reason) => {
    expect(message(() => read({ ...key, baseUrl }))).toBe(`baseUrl: baseUrl must be an http(s) URL; ${reason}`);
  });

  test('may be a path of the page’s own origin in a browser, but not empty', () => {
    const location = { href: 'https://page.example/app/index.html' };
    Object.defineProperty(globalThis, 'location', { value: location, configurable: true });
    try {
      expect(read({ baseUrl: '/api/' }, browser).baseUrl).toBe('https://page.example/api');
      const refusal = (baseUrl: unknown) => message(() => read({ baseUrl }, browser));
      expect(refusal('')).toBe('baseUrl: baseUrl must be an http(s) URL; it is empty');
      expect(refusal(null)).toBe('baseUrl: baseUrl must be an http(s) URL; it is neither a string nor a URL');
    } finally {
      Reflect.deleteProperty(globalThis, 'location');
    }
  });

  test.each([
    ['staging', ''],
    ['toString', ''],
    [null, ', not null'],
    [1, ', not 1'],
    [['sandbox'], ', not Array'],
  ])('of the unknown environment %p is refused', (environment, shown) => {
    expect(message(() => read({ ...key, environment }))).toBe(
      `environment: environment must be one of production, sandbox${shown}`,
    );
  });
});

test('a base URL and an environment together are refused', () => {
  expect(message(() => read({ ...key, environment: 'sandbox', baseUrl: 'https://a.example' }))).toBe(
    'baseUrl: baseUrl and environment exclude each other',
  );
});

test.each([undefined, null, 'sk_key'])('%p in place of the options is refused', (options) => {
  expect(message(() => read(options as never))).toBe('options: options must be an object');
});

describe('the key', () => {
  test('is required for the vendor, not for a backend of your own', () => {
    expect(message(() => read({}))).toBe('apiKey: apiKey is required, unless baseUrl is given');
    expect(message(() => read({ ...key, baseUrl: undefined }))).toBe('baseUrl: baseUrl is undefined');
    expect(read({ ...key, baseUrl: undefined, environment: 'sandbox' }).baseUrl).toBe('https://sandbox.api.spirii.com');
    expect(read({ baseUrl: 'https://a.example' }).apiKey).toBeUndefined();
  });

  test('may be a function, which is not called yet', () => {
    const apiKey = () => {
      throw new Error('called');
    };
    expect(read({ apiKey }).apiKey).toBe(apiKey);
  });

  test.each([' ', 'with space', 'newline\n', 'ünicode', '\u007F', null, 42, {}])('%p is refused', (apiKey) => {
    const refusal = message(() => read({ apiKey }));
    expect(refusal).toBe('apiKey: apiKey must be printable ASCII without spaces');
  });

  test('is any printable ASCII without spaces', () => {
    expect(read({ apiKey: '!aZ09-._~+/==~' }).apiKey).toBe('!aZ09-._~+/==~');
  });

  test('does not go into a browser unless that is allowed', () => {
    const expected = 'apiKey: apiKey would be public in a browser (dangerouslyAllowBrowser)';
    expect(message(() => read(key, browser))).toBe(expected);
    expect(message(() => read({ apiKey: () => 'k' }, browser))).toBe(expected);
    expect(message(() => read({ ...key, dangerouslyAllowBrowser: 'yes' }, browser))).toBe(expected);
    expect(() => read({ ...key, dangerouslyAllowBrowser: true }, browser)).not.toThrow();
    expect(() => read({ baseUrl: 'https://a.example' }, browser)).not.toThrow();
  });

  test.each([
    'http://a.example',
    'http://10.0.0.1',
    'http://localhost.example',
    'http://xlocalhost',
    'http://127.example',
  ])('does not go to %s unless that is allowed', (baseUrl) => {
    const expected = 'baseUrl: baseUrl must be https: for a client with an apiKey (dangerouslyAllowHttp)';
    expect(message(() => read({ ...key, baseUrl }))).toBe(expected);
    expect(message(() => read({ ...key, baseUrl, dangerouslyAllowHttp: 1 }))).toBe(expected);
    expect(() => read({ ...key, baseUrl, dangerouslyAllowHttp: true })).not.toThrow();
    expect(() => read({ baseUrl })).not.toThrow();
  });

  test.each([
    'http://localhost:4010',
    'http://api.localhost',
    'http://127.0.0.1:1',
    'http://127.1.2.3',
    'http://[::1]:1',
  ])('may go to %s, which is this machine', (baseUrl) => {
    expect(() => read({ ...key, baseUrl })).not.toThrow();
  });
});

describe('limits', () => {
  const defaults = { timeoutMs: 30_000, maxRetries: 2, maxRetryWaitMs: 60_000 };

  test.each([
    [{}, {}],
    [{ timeoutMs: 1 }, { timeoutMs: 1 }],
    [{ timeoutMs: Infinity }, { timeoutMs: Infinity }],
    [{ retry: {} }, {}],
    [{ retry: false }, { maxRetries: 0 }],
    [{ retry: { maxRetries: 0 } }, { maxRetries: 0 }],
    [{ retry: { maxRetries: 5, maxRetryWaitMs: 0 } }, { maxRetries: 5, maxRetryWaitMs: 0 }],
    [{ retry: { maxRetryWaitMs: 1 } }, { maxRetryWaitMs: 1 }],
  ] as const)('%j replace the defaults', (options, changed) => {
    expect(read({ ...key, ...options })).toMatchObject({ ...defaults, ...changed });
  });

  test.each([
    [{ timeoutMs: 0 }, 'timeoutMs: timeoutMs must be a number, 1 or more, not 0'],
    [{ timeoutMs: null }, 'timeoutMs: timeoutMs must be a number, 1 or more, not null'],
    [{ timeoutMs: NaN }, 'timeoutMs: timeoutMs must be a number, 1 or more, not NaN'],
    [{ timeoutMs: '5' }, 'timeoutMs: timeoutMs must be a number, 1 or more'],
    [{ retry: { maxRetries: -1 } }, 'retry.maxRetries: retry.maxRetries must be a number, 0 or more, not -1'],
    [
      { retry: { maxRetryWaitMs: -1 } },
      'retry.maxRetryWaitMs: retry.maxRetryWaitMs must be a number, 0 or more, not -1',
    ],
    [{ retry: true }, 'retry: retry must be an object'],
    [{ retry: 3 }, 'retry: retry must be an object'],
    [{ retry: null }, 'retry: retry must be an object'],
  ])('%p is refused', (options, expected) => {
    expect(message(() => read({ ...key, ...options }))).toBe(expected);
  });
});

describe('functions', () => {
  test.each(['fetch', 'drift'])('%s is refused where it is not one', (name) => {
    expect(message(() => read({ ...key, [name]: 'log' }))).toBe(`${name}: ${name} must be a function`);
  });

  test('fetch is kept as it is', () => {
    const { fetch } = fakeFetch();
    expect(read({ ...key, fetch }).fetch).toBe(fetch);
    expect(read(key).fetch).toBeUndefined();
  });
});

test('an empty key is called empty', () => {
  expect(message(() => read({ apiKey: '' }))).toBe('apiKey: apiKey is empty');
});

test.each([
  [{ baseURL: 'http://127.0.0.1:4010' }, 'baseURL: options: there is no baseURL; did you mean baseUrl?'],
  [{ timeout: 5 }, 'timeout: options: there is no timeout; did you mean timeoutMs?'],
  [{ retries: 5 }, 'retries: options: there is no retries; did you mean retry?'],
  [{ headers: {} }, /^headers: options: there is no headers; there are apiKey, /],
  [{ retry: { max: 5 } }, /^max: retry: there is no max; /],
])('the misspelt option in %j is refused, with the nearest name', (options, expected) => {
  expect(message(() => read({ ...key, ...options }))).toEqual(
    expected instanceof RegExp ? expect.stringMatching(expected) : expected,
  );
});

test('a signal is an AbortSignal, from wherever it comes', () => {
  const check = (signal: unknown) => () => readMembers('options', { signal }, requestOptions);
  const foreign = runInNewContext(
    'Object.defineProperty({ throwIfAborted() {} }, Symbol.toStringTag, { value: "AbortSignal" })',
  ) as AbortSignal;
  const old = Object.assign(Object.create(foreign) as object, { throwIfAborted: undefined });
  expect(check(undefined)).not.toThrow();
  expect(check(AbortSignal.abort())).not.toThrow();
  expect(check(foreign)).not.toThrow();
  expect(message(check({ aborted: false, throwIfAborted: () => undefined }))).toBe(
    'signal: signal must be an AbortSignal, not Object',
  );
  expect(message(check(old))).toBe('signal: signal must be an AbortSignal, not AbortSignal');
  expect(message(check(null))).toBe('signal: signal must be an AbortSignal, not null');
  expect(message(check('signal'))).toBe('signal: signal must be an AbortSignal');
  expect(message(check(new AbortController()))).toBe('signal: signal must be an AbortSignal, not AbortController');
});

import { expect, test } from '@jest/globals';
import { checkValue } from '../checks.ts';
import { createMockFetch, MockOptionError, type MockOptions } from '../index.ts';
import { call } from '../testing/call.ts';
import { fromText, SWITCHES, toText, type Switches } from './switches.ts';

test.each<[keyof Switches, unknown]>([
  ['latencyMs', -1],
  ['latencyMs', 1e9],
  ['latencyMs', [5, 1]],
  ['latencyMs', '5'],
  ['rateLimit', 'none'],
  ['rateLimit', { requests: -1, windowSeconds: 1 }],
  ['rateLimit', { requests: 1, windowSeconds: 0 }],
  ['rateLimit', { requests: 1, windowSeconds: 1, burst: 5 }],
  ['errorRate', 1.1],
  ['errorRate', NaN],
  ['errorRate', { rate: 0.5, status: 418 }],
  ['keys', 'one'],
  ['keys', { one: '' }],
  ['clock', 'now'],
  ['clock', '2026-01-01'],
  ['clock', '1969-12-31T23:59:59Z'],
  ['clock', '9999-01-01T00:00:00Z'],
  ['validFromWhenOmitted', true],
  ['randomSeed', 0.5],
])('%s: %j is refused as an option and as a switch, naming it, and changes nothing', (name, value) => {
  const mock = createMockFetch();
  const before = mock.state();
  const set = () => {
    mock.set({ randomSeed: 5, [name]: value });
  };
  expect(set).toThrow(MockOptionError);
  expect(set).toThrow(new RegExp(`^${name}\\b`));
  expect(() => createMockFetch({ [name]: value })).toThrow(new RegExp(`^${name}\\b`));
  expect(mock.state().switches).toEqual(before.switches);
});

test('an unknown switch is refused with the nearest name, and changes nothing', () => {
  const mock = createMockFetch();
  const set = () => {
    mock.set({ latencyMs: 7, latency: 5 } as Partial<Switches>);
  };
  expect(set).toThrow(new MockOptionError('latency', 'Switches: there is no latency; did you mean latencyMs?'));
  expect(mock.state().switches.latencyMs).toBe(0);
  for (const switches of [null, 5, []]) {
    expect(() => {
      mock.set(switches as never);
    }).toThrow(/^Switches must be an object/);
  }
});

test('a wrong key is not shown in the error', () => {
  const secret = 'a key with spaces';
  expect(() => createMockFetch({ keys: { one: secret } })).toThrow(/^keys must be (?!.*a key with)/);
});

test.each([
  [{ latency: 5 }, 'The mock’s options: there is no latency; did you mean latencyMs?'],
  [{ maxBodyBytes: -1 }, 'maxBodyBytes must be a whole number from 0; it was -1.'],
  [{ maxRecordedRequests: 0.5 }, 'maxRecordedRequests must be a whole number from 0; it was 0.5.'],
  [{ basePath: '/api/' }, 'basePath must be empty or a path such as "/api"'],
])('the option %j is refused', (options, message) => {
  expect(() => createMockFetch(options as MockOptions)).toThrow(message);
});

test.each<[keyof Switches, string, unknown]>([
  ['latencyMs', '200', 200],
  ['latencyMs', '100..500', [100, 500]],
  ['rateLimit', 'off', 'off'],
  ['rateLimit', '5/60', { requests: 5, windowSeconds: 60 }],
  ['errorRate', '0.1', 0.1],
  ['errorRate', '0.1:500', { rate: 0.1, status: 500 }],
  ['keys', 'off', 'off'],
  ['keys', 'one:a:b', { one: 'a:b' }],
  ['clock', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['validFromWhenOmitted', 'now', 'now'],
  ['randomSeed', '7', 7],
])('the text of %s may be %s', (name, text, value) => {
  expect(fromText(SWITCHES[name], text)).toEqual(value);
  expect(SWITCHES[name].isValid(value)).toBe(true);
});

test.each<[keyof Switches, string]>([
  ['latencyMs', ''],
  ['latencyMs', '1..'],
  ['latencyMs', 'slow'],
  ['rateLimit', '5/'],
  ['rateLimit', '1/2/3'],
  ['errorRate', ':500'],
  ['keys', 'one'],
  ['keys', 'one:'],
  ['keys', 'two:a'],
  ['randomSeed', ' '],
])('the text of %s may not be "%s"', (name, text) => {
  expect(() => {
    checkValue(name, SWITCHES[name], fromText(SWITCHES[name], text));
  }).toThrow(MockOptionError);
});

test.each<[keyof Switches, Switches[keyof Switches], string]>([
  ['latencyMs', 200, '200'],
  ['latencyMs', [100, 500], '100..500'],
  ['rateLimit', { requests: 5, windowSeconds: 60 }, '5/60'],
  ['errorRate', { rate: 0.1, status: 500 }, '0.1:500'],
  ['clock', 'real', 'real'],
])('%s: %j is written as %s', (name, value, text) => {
  expect(toText(SWITCHES[name], value)).toBe(text);
});

test('only the last requests are kept, or none', async () => {
  const mock = createMockFetch({ maxRecordedRequests: 3 });
  for (const id of ['1', '2', '3', '4', '5']) await call(mock.fetch, { id });
  expect(mock.state().requests.map(({ id }) => id)).toEqual(['req_mock_000003', 'req_mock_000004', 'req_mock_000005']);
  const silent = createMockFetch({ maxRecordedRequests: 0 });
  await call(silent.fetch);
  expect(silent.state().requests).toEqual([]);
});

test('a base path comes before the documented paths', async () => {
  const { fetch } = createMockFetch({ basePath: '/api/spirii' });
  expect((await call(fetch, { path: '/api/spirii/v2/temporary-evse-statuses/42' })).status).toBe(200);
  expect((await call(fetch)).error.message).toContain('/api/spirii/v2/');
});

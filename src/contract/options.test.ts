import { expect, test } from '@jest/globals';
import { VerifyOptionError } from './option-error.ts';
import { settingsOf, type VerifyOptions } from './options.ts';
import { plan } from './plan.ts';

const target = 'http://127.0.0.1:4010';
const good: VerifyOptions = { id: 42, key: 'a-key' };

test.each<[string, string, object]>([
  ['a word for a URL', 'target', {}],
  ['https://user:secret@host', 'target', {}],
  ['https://host/?a=1', 'target', {}],
  ['https://host/v2/temporary-evse-statuses', 'target', {}],
  ['https://api.spirii.com', 'target', {}],
  ['https://API.spirii.com.:443/', 'target', {}],
  [target, 'id', { id: 1.5 }],
  [target, 'id', { id: undefined }],
  [target, 'otherId', { otherId: 42 }],
  [target, 'missingId', { missingId: 42 }],
  [target, 'key', { key: '' }],
  [target, 'forbiddenKey', { forbiddenKey: 'with space' }],
  [target, 'timeoutMs', { timeoutMs: 0 }],
  [target, 'staleMs', { staleMs: Number.NaN }],
  [target, 'only', { only: ['delete'] }],
  [target, 'only', { only: [] }],
  [target, 'probeRateLimit', { probeRateLimit: true, only: ['list'] }],
  [target, 'createOn', { createOn: '' }],
  [target, 'createOn', { createOn: 5 }],
  [target, 'only', { only: 'list' }],
  [target, 'acceptLoss', { acceptLoss: ['validto'] }],
  [target, 'acceptLoss', { acceptLoss: 'validTo' }],
  [target, 'allowVisible', { allowVisible: 'false' }],
  [target, 'fetch', { fetch: 1 }],
  [target, 'signal', { signal: {} }],
  [target, 'keyNames', { keyNames: { keey: 'API_KEY' } }],
  [target, 'baseline', { baseline: { known: 'all' } }],
  [target, 'baseline', { baseline: null }],
  [
    target,
    'baseline',
    { baseline: { format: 1, known: [{ rule: 'echo-id', place: '#/a', reason: 'r', until: '2026-02-30' }] } },
  ],
  [target, 'acceptLos', { acceptLos: ['validTo'] }],
])('%s is refused, naming %s, with %j', (url, option, changes) => {
  let error: unknown;
  try {
    settingsOf(url, { ...good, ...changes });
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(VerifyOptionError);
  expect(error).toMatchObject({ option, message: expect.stringContaining(option) as unknown });
});

test('an unknown option is refused with the nearest known one', () => {
  const misspelt = { ...good, acceptLos: ['validTo'] } as VerifyOptions;
  expect(() => settingsOf(target, misspelt)).toThrow('acceptLoss');
});

test('no options at all are refused for the first that is missing', () => {
  expect(() => settingsOf(target, undefined as unknown as VerifyOptions)).toThrow('id: has to be a whole number');
});

test('production needs to be allowed; a base path and a slash at the end do not matter', () => {
  expect(settingsOf('https://api.spirii.com/', { ...good, allowProduction: true }).isProduction).toBe(true);
  expect(settingsOf('https://host/spirii/', good).base).toBe('https://host/spirii');
});

test('a plan has the requests of a run, and the key in none of them', () => {
  const all = plan(target, { id: 42 });
  expect(all.length).toBeGreaterThan(200);
  expect(plan(target, { id: 42, only: ['list'] }).every(({ curl }) => curl.includes('-X GET'))).toBe(true);
  expect(plan(target, { id: 42, createOn: 'X' }).length).toBeGreaterThan(all.length);
  expect(all.filter(({ curl }) => curl.includes('not-needed'))).toEqual([]);
});

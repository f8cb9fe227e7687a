import { describe, expect, test } from '@jest/globals';
import { SERVERS } from '../../generated/facts.ts';
import { settingsOf, VerifyOptionError, type VerifyOptions } from './options.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

const good = { id: 42, key: 'key-for-tests' };

function refusedOption(target: string, options: object): string {
  try {
    settingsOf(target, { ...good, ...options });
  } catch (error) {
    if (error instanceof VerifyOptionError) return error.option;
  }
  return 'none';
}

describe('production is refused unless it is allowed', () => {
  const { hostname } = new URL(SERVERS.production);
  test.each([
    SERVERS.production,
    SERVERS.production.toUpperCase(),
    `${SERVERS.production}/`,
    `${SERVERS.production}:443`,
    `http://${hostname}`,
    `https://${hostname}.`,
    `https://${hostname}:8443/gateway`,
  ])('%s', async (target) => {
    expect(refusedOption(target, {})).toBe('target');
    await expect(verify(target, good)).rejects.toThrow(/allowProduction/);
    expect(() => plan(target, good)).toThrow(/allowProduction/);
    expect(settingsOf(target, { ...good, allowProduction: true }).base).not.toBe('');
  });

  test('and the sandbox is not', () => {
    expect(refusedOption(SERVERS.sandbox, {})).toBe('none');
  });
});

describe('a bad target is refused', () => {
  test.each([
    'localhost:4010',
    'ftp://localhost',
    '',
    'http://user:pass@localhost',
    'http://localhost?a=b',
    'http://localhost#a',
    'http://localhost/v2',
    'http://localhost/v2/temporary-evse-statuses/',
    'http://localhost/api/v2/temporary-evse-statuses/42',
  ])('%j', (target) => {
    expect(refusedOption(target, {})).toBe('target');
  });

  test('a path before the operation is not', () => {
    expect(settingsOf('http://localhost:4010/gateway/', good).base).toBe('http://localhost:4010/gateway');
  });
});

describe('a bad option is refused by its name', () => {
  test.each<[string, Partial<Record<keyof VerifyOptions, unknown>>]>([
    ['id', { id: 4.2 }],
    ['id', { id: Number.NaN }],
    ['id', { id: '42' }],
    ['otherId', { otherId: 42 }],
    ['otherId', { otherId: 1e21 }],
    ['missingId', { missingId: 42 }],
    ['key', { key: '' }],
    ['key', { key: undefined }],
    ['key', { key: 'two words' }],
    ['key', { key: 'line\nbreak' }],
    ['forbiddenKey', { forbiddenKey: '' }],
    ['throttledKey', { throttledKey: 'ключ' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.POSITIVE_INFINITY }],
    ['waitForMs', { waitForMs: -1 }],
    ['probeRateLimit', { probeRateLimit: true, readOnly: true }],
  ])('%s: %j', (option, options) => {
    expect(refusedOption('http://localhost', options)).toBe(option);
  });

  test('and no message holds a key', () => {
    expect(() => settingsOf('http://localhost', { ...good, key: 'secret key' })).toThrow(/^(?!.*secret).*$/s);
  });
});

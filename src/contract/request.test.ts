import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { listCases } from './cases.ts';
import { curlOf, otherCase, outgoingOf } from './request.ts';

const ids = { id: 42, otherId: 43, missingId: 7 };
const keys = { key: 'Key-1', forbiddenKey: 'Key-2', throttledKey: 'Key-3' };
const keyNames = { key: 'API_KEY', forbiddenKey: 'FORBIDDEN_KEY', throttledKey: 'THROTTLED_KEY' };
const base = "http://127.0.0.1:4010/it's";

/** What curl would be called with for each of these lines, by a real shell. */
function argumentsOf(lines: readonly string[]): string[][] {
  const script = [`curl() { printf '%s\\0' "$@" END; }`, ...lines].join('\n');
  const env = { API_KEY: 'Key-1', API_KEY_IN_OTHER_CASE: 'kEY-1', FORBIDDEN_KEY: 'Key-2', THROTTLED_KEY: 'Key-3' };
  const out = execFileSync('bash', ['--norc', '-c', script], {
    env: { ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const commands = out.toString().split('END\0').slice(0, -1);
  return commands.map((command) => command.split('\0').slice(0, -1));
}

const cases = listCases();

test('the curl line of a case, run by a shell, makes the same request', () => {
  const expected = cases.map((tried) => {
    const outgoing = outgoingOf(tried, base, ids, keys);
    const { Authorization, 'Content-Type': type } = outgoing.headers;
    const typeHeader = type !== undefined ? [`Content-Type: ${type}`] : outgoing.body ? ['Content-Type:'] : [];
    const headers = [...(Authorization === undefined ? [] : [`Authorization: ${Authorization}`]), ...typeHeader];
    const body = new TextDecoder('utf-8', { ignoreBOM: true }).decode(outgoing.body);
    return [
      ...['-i', '-X', outgoing.method, outgoing.url],
      ...headers.flatMap((header) => ['-H', header]),
      ...(outgoing.body === undefined ? [] : ['--data-binary', body]),
    ];
  });
  expect(argumentsOf(cases.map((tried) => curlOf(tried, base, ids, keyNames)))).toEqual(expected);
});

test('no curl line holds a key', () => {
  const lines = cases.map((tried) => curlOf(tried, base, ids, keyNames)).join('\n');
  expect(Object.values(keys).filter((key) => lines.includes(key))).toEqual([]);
});

test('no request goes out with a name in braces', () => {
  const sent = cases
    .map((tried) => outgoingOf(tried, base, ids, keys))
    .map(({ url, headers }) => url + String(headers['Authorization']));
  expect(sent.filter((text) => /[{}]/.test(text))).toEqual([]);
});

test('a key in the other case is another key', () => {
  expect(otherCase('sk_Live-9z')).toBe('SK_lIVE-9Z');
});

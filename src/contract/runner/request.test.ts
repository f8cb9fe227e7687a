import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { casesOf } from '../cases/cases.ts';
import { settingsOf } from '../options.ts';
import { curlOf, outgoingOf, valuesOf } from './request.ts';

const key = 'a-Key_of-mine';
const settings = settingsOf('http://127.0.0.1:1/base', { id: 42, key, createOn: "it's*here" });
const values = valuesOf(settings, 'DK*SPI*E123*1', Date.UTC(2026, 0, 5, 12));
const cases = casesOf(['list', 'create', 'update']);

test('no placeholder is left over in any request', () => {
  for (const one of cases) {
    const { url, headers, body } = outgoingOf(one, settings.base, values);
    expect([one.id, url, ...Object.values(headers), new TextDecoder().decode(body)].join(' ')).not.toMatch(/\{\w+\}/);
  }
});

test('each case has an id of its own', () => {
  const ids = cases.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
});

test('the curl of each case sends what the run sends, as a shell reads it, and has no key in it', () => {
  const lines = cases.map((one) => curlOf(one, settings.base, values, settings.keyNames));
  expect(lines.filter((line) => line.includes(key))).toEqual([]);
  const script = `curl() { printf '%s\\0' "$@"; printf '\\1'; }\n${lines.join('\n')}\n`;
  const env = {
    API_KEY: key,
    FORBIDDEN_KEY: '',
    THROTTLED_KEY: '',
    API_KEY_IN_OTHER_CASE: 'A-kEY_OF-MINE',
    PATH: process.env['PATH'] ?? '',
  };
  const runs = execFileSync('bash', ['-c', script], { env, maxBuffer: 1e8 }).toString().split('\u0001').slice(0, -1);
  expect(runs).toHaveLength(cases.length);
  for (const [index, run] of runs.entries()) {
    const one = cases[index];
    if (one === undefined) continue;
    const args = run.split('\0');
    const { url, headers, body } = outgoingOf(one, settings.base, values);
    expect([one.id, args[3]?.replaceAll(key, encodeURIComponent(key))]).toEqual([one.id, url]);
    if (body !== undefined)
      expect([one.id, args[args.indexOf('--data-binary') + 1]]).toEqual([
        one.id,
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
      ]);
    for (const name of ['Authorization', 'Content-Type', 'Cookie']) {
      if (headers[name] !== undefined) expect([one.id, ...args]).toContain(`${name}: ${headers[name]}`);
    }
  }
});

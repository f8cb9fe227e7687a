import { describe, expect, test } from '@jest/globals';
import type { KnownFinding } from './baseline.ts';
import { casesOf } from './cases/cases.ts';
import type { Found } from './checks/found.ts';
import { Findings } from './findings.ts';
import { settingsOf } from './options.ts';

const [first, second, third] = casesOf(['update']);
const wrongType = (place: string): Found => ({
  ...{ rule: 'media-type', place, at: '/headers/content-type', expected: 'application/json', actual: 'text/plain' },
});
const newValue = (actual: string): Found => ({
  ...{ rule: 'unknown-value', place: '#/status', at: '/body/status', expected: 'a known one', actual, member: actual },
});

/** What a run reports in which each of these cases shows something. */
function report(notes: readonly (readonly [typeof first, Found])[], known: readonly KnownFinding[] = []) {
  const findings = new Findings((text) => text);
  for (const [one, found] of notes) {
    if (one === undefined) continue;
    findings.add(one, [found], () => `curl ${found.place}`);
    findings.result(one, 'passed');
  }
  return findings.report(settingsOf('http://service.test', { id: 1, key: 'k', baseline: { format: 1, known } }));
}

describe('a fault is said once', () => {
  test('that shows at several places: with each of them, a count and its cases in the order of the run', () => {
    const { findings } = report([
      [first, wrongType('#/ok')],
      [second, wrongType('#/bad')],
      [third, wrongType('#/ok')],
    ]);
    expect(findings).toMatchObject([
      {
        ...{ rule: 'media-type', place: '#/ok', places: ['#/ok', '#/bad'], curl: 'curl #/ok' },
        ...{ count: 3, cases: [first, second, third].map((one) => one?.id) },
      },
    ]);
  });

  test('that is a status: whatever its bodies say', () => {
    const status = (operation: string, actual: string): Found => ({
      ...{ rule: 'server-error', place: `#/${operation}/responses`, at: '/status', expected: '200', actual },
    });
    const { findings } = report([
      [first, status('list', '500 {"request_id":"1"}')],
      [second, status('update', '500 {"request_id":"2"}')],
      [third, status('create', '502 {"request_id":"3"}')],
    ]);
    expect(findings).toMatchObject([
      { places: ['#/list/responses', '#/update/responses'], actual: expect.stringMatching(/"1".*500.*"2"/), count: 2 },
      { places: ['#/create/responses'], count: 1 },
    ]);
  });

  test('but not where something else came', () => {
    const { findings } = report([
      [first, wrongType('#/ok')],
      [second, { ...wrongType('#/bad'), actual: 'no Content-Type' }],
    ]);
    expect(findings.map(({ places }) => places)).toEqual([['#/ok'], ['#/bad']]);
  });

  test('and what a baseline knows of it stays apart from what is new', () => {
    const known = { rule: 'media-type', place: '#/ok', reason: 'ticket 7', until: '9999-12-31' };
    const { findings, gone } = report(
      [
        [first, wrongType('#/ok')],
        [second, wrongType('#/bad')],
      ],
      [known],
    );
    expect(findings.map((finding) => [finding.places, finding.known?.reason])).toEqual([
      [['#/ok'], 'ticket 7'],
      [['#/bad'], undefined],
    ]);
    expect(gone).toEqual([]);
  });
});

test('additions of one kind are one finding, which names the first three of them', () => {
  const values = ['"a"', '"b"', '"a"', '"c"', '"d"', '"e"'];
  const { findings } = report(values.map((value) => [first, newValue(value)]));
  expect(findings).toMatchObject([{ actual: '"a", "b", "c" and 2 more', count: 6, cases: [first?.id] }]);
});

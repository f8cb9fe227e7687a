import { expect, test } from '@jest/globals';
import { applyBaseline, readBaseline, writeBaseline } from './baseline.ts';
import type { Finding, Report } from './report.ts';

const finding = (rule: Finding['rule'], place: string, verdict: Finding['verdict'] = 'breaking'): Finding => ({
  ...{
    rule,
    verdict,
    place,
    places: [place],
    title: 't',
    at: '',
    expected: 'e',
    actual: 'a',
    count: 1,
    cases: ['c'],
    curl: 'curl',
  },
});
const findings = [finding('media-type', '#/b'), finding('echo-id', '#/a'), finding('sunset', '#/c', 'additive')];
const day = { reason: 'ticket 7', until: '2027-01-31' };
const text = writeBaseline({ findings } as unknown as Report, day);

test('a baseline has an entry for each breaking finding, sorted, one line a member', () => {
  expect(JSON.parse(text)).toEqual({
    format: 1,
    known: [
      { rule: 'echo-id', place: '#/a', ...day },
      { rule: 'media-type', place: '#/b', ...day },
    ],
  });
  expect(text.split('\n').length).toBeGreaterThan(10);
});

test('a known finding is marked until the last moment of its day, and counts again after it', () => {
  const on = (date: string) =>
    applyBaseline(findings, readBaseline(text), Date.parse(date)).findings.map(({ known }) => known);
  expect(on('2027-01-31T23:59:59Z')).toEqual([day, day, undefined]);
  expect(on('2027-02-01T00:00:00Z')).toEqual([undefined, undefined, undefined]);
});

test('an entry that is not found any more is listed', () => {
  const { gone } = applyBaseline(findings.slice(1), readBaseline(text), 0);
  expect(gone).toEqual([{ rule: 'media-type', place: '#/b' }]);
});

test('an entry keeps its own reason and day when the baseline is written again', () => {
  const own = { reason: 'older', until: '2026-12-31' };
  const again = writeBaseline({ findings: findings.map((one) => ({ ...one, known: own })) } as unknown as Report, day);
  expect(readBaseline(again).known).toEqual(expect.arrayContaining([{ rule: 'echo-id', place: '#/a', ...own }]));
});

test.each([
  ['{}', 'format'],
  ['null', 'format'],
  ['{"format":1,"known":[{"rule":"a","place":"b","until":"2027-01-01"}]}', 'Entry 1 of the baseline has no reason'],
  ['{"format":1,"known":[{"rule":"a","place":"b","reason":"c","until":"soon"}]}', 'not soon'],
  ['{"format":1,"known":[{"rule":"a","place":"b","reason":"c","until":"2027-13-01"}]}', 'not 2027-13-01'],
  ['{"format":1,"known":[{"rule":"a","place":"b","reason":"c","until":"2026-02-30"}]}', 'not 2026-02-30'],
  ['{"format":1,"known":["a"]}', 'Entry 1 of the baseline has no rule'],
  ['{"format":1,"known":[null]}', 'Entry 1 of the baseline has no rule'],
  [
    '{"format":1,"known":[{"rule":"media-typ","place":"b","reason":"c","until":"2027-01-01"}]}',
    'Entry 1 of the baseline: there is no rule media-typ; did you mean media-type?',
  ],
])('%s is refused', (wrong, message) => {
  expect(() => readBaseline(wrong)).toThrow(message);
});

test.each([
  [{ reason: 'r', untl: '2027-01-31' }, 'untl: there is no untl; did you mean until?'],
  [{ reason: '', until: '2027-01-31' }, 'reason: has to be a text'],
  [{ reason: 'r', until: '2026-02-30' }, 'until: has to be a day such as 2027-01-31, not 2026-02-30'],
])('writeBaseline refuses %j', (options, message) => {
  expect(() => writeBaseline({ findings } as unknown as Report, options as typeof day)).toThrow(message);
});

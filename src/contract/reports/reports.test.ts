import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from '@jest/globals';
import type { Finding, Report } from '../report.ts';
import { RULES } from '../rules.ts';
import { json, testService } from '../test-service.ts';
import { verify } from '../verify.ts';
import { toGitHub } from './github.ts';
import { toJson } from './json.ts';
import { toJUnit } from './junit.ts';
import { explain, toText } from './text.ts';

const hostile = '\u001B[31m\u202E\n::error title=x::y\u0000\uFFFF<b>|`a`]]>\u2028';
const finding: Finding = {
  ...{
    rule: 'echo-sent',
    title: 'What was sent comes back.',
    verdict: 'breaking',
    place: '#/a',
    places: ['#/a', '#/d'],
    at: '/body/x',
  },
  ...{
    expected: hostile,
    actual: hostile,
    count: 7,
    cases: ['update/a', 'update/b', 'update/c', 'update/d'],
    curl: 'curl -i',
  },
};
const report: Report = {
  ...{ format: 2, outcome: 'broken', document: '2.7.0', target: 'http://host', id: 42, operations: ['update'] },
  cases: [
    { id: 'update/a', title: 'One.', place: '#/a', outcome: 'failed', status: 200 },
    { id: 'update/b', title: 'Two.', place: '#/a', outcome: 'passed', status: 200 },
    { id: 'update/n', title: 'Three.', place: '#/a', outcome: 'not-sent' },
  ],
  findings: [
    finding,
    {
      ...finding,
      rule: 'media-type',
      place: '#/b',
      places: ['#/b'],
      known: { reason: 'ticket 7', until: '2027-01-31' },
    },
    { ...finding, rule: 'unknown-header', verdict: 'additive', count: 1, places: ['#/a'], cases: ['update/b'] },
  ],
  observations: [{ question: 'is it open?', value: 'yes', case: 'update/b' }],
  unstable: [{ case: 'update/b', what: '503', count: 2 }],
  notChecked: [{ what: 'update/n', why: 'no key' }],
  gone: [{ rule: 'echo-id', place: '#/c' }],
  restored: { done: true },
};

describe('the text', () => {
  const text = toText(report);

  test('has one block for each finding, and ends with the rules, counted, and what usually breaks them', () => {
    expect(text.match(/BREAKING|ADDITIVE|KNOWN/g)).toEqual(['BREAKING', 'KNOWN', 'ADDITIVE']);
    const causeOf = (rule: string) => RULES.find(({ id }) => id === rule)?.cause;
    expect(text.trimEnd().split('\n').slice(-3)).toEqual([
      `  breaking echo-sent: 2 places. Usual cause: ${causeOf('echo-sent')}`,
      `  known media-type: 1 place. Usual cause: ${causeOf('media-type')}`,
      `  additive unknown-header: 1 place. Usual cause: ${causeOf('unknown-header')}`,
    ]);
  });

  test('has one line for what was unstable, and one for what was not checked', () => {
    expect(text).toContain('\nUnstable, and passed when repeated: update/b (503, 2 times).\n');
    expect(text).toContain('\nNot checked: update/n (no key).\n');
    expect(text).toContain('7 times in 4 cases: update/a, update/b, update/c and 1 more');
  });

  test('of a run that was refused at its start has no counts', () => {
    const problem = 'There is no record with the id 42 at http://host.';
    const refused = toText({ ...report, outcome: 'not-checked', problem, cases: [], findings: [], notChecked: [] });
    expect(refused).toContain(`\n${problem}\n\nNothing was checked.\n`);
    expect(refused).not.toMatch(/0 cases/);
    expect(toText({ ...report, problem, cases: [] })).toContain('\nThe contract is broken, and no case was sent.\n');
  });

  test('refuses an option that it does not know', () => {
    expect(() => toText(report, { colour: true } as object)).toThrow('colour: there is no colour; did you mean color?');
  });

  test('lets nothing of a server reach the terminal as a control', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2028\u2029]/);
    expect(text).not.toMatch(/^::error/m);
  });
});

test('JUnit has one failure for each finding, and nothing that XML does not have', () => {
  const xml = toJUnit(report);
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1"');
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  expect(xml).not.toContain('<b>');
});

test('GitHub gets one annotation for each finding, each on one line, and a table that nothing breaks out of', () => {
  const { annotations, summary } = toGitHub(report);
  expect(
    annotations
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['::error', '::notice', '::notice']);
  expect(summary).not.toContain('<b>');
  const rows = summary.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.map((row) => row.match(/(?<!\\)\|/g)?.length)).toEqual(rows.map(() => 6));
});

test('JSON is what its schema says', async () => {
  const schema = JSON.parse(readFileSync('src/contract/report.schema.json', 'utf8')) as object;
  const validate = new Ajv2020({ formats: { date: true } }).compile(schema);
  const { options } = testService((request, respond) =>
    request.method === 'GET' ? respond(request) : Promise.resolve(json(200, { id: '42' })),
  );
  for (const one of [report, await verify('http://service.test', options)]) {
    validate(JSON.parse(toJson(one)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test('every rule is explained: what it means, where it is from, what usually breaks it', () => {
  for (const { id, title, source, cause } of RULES) {
    for (const part of [id, title, source, cause]) expect(explain(id)).toContain(part);
  }
  expect(explain('no-such-rule')).toBeUndefined();
});

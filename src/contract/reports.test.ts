import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toGitHub } from './report-github.ts';
import { toJUnit } from './report-junit.ts';
import { toText } from './report-text.ts';
import { exitCodeOf, type Finding, type Report } from './report.ts';
import { RULES } from './rules.ts';

const schema = JSON.parse(readFileSync('src/contract/report.schema.json', 'utf8')) as Record<string, unknown>;
const judge = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const finding: Finding = {
  rule: 'refuses-invalid-body',
  verdict: 'breaking',
  case: 'op/body/a',
  document: '#/components/schemas/A/enum',
  instance: '/status',
  expected: '400 or 422',
  came: '200 <b>"100%, ::error::" & \u0007|`x`</b>',
  curl: `curl -i -X PATCH 'http://127.0.0.1/1' -H "Authorization: Bearer $API_KEY"`,
};

const report: Report = {
  format: 1,
  outcome: 'broken',
  document: '2.7.0',
  target: 'http://127.0.0.1:4010',
  id: 42,
  cases: [
    { id: 'op/body/a', sentence: 'a is refused.', pointer: '#/a', outcome: 'failed', status: 200 },
    { id: 'op/body/b', sentence: 'b is refused.', pointer: '#/b', outcome: 'failed', status: 200 },
    { id: 'op/body/c', sentence: 'c is taken.', pointer: '#/c', outcome: 'passed', status: 200 },
    { id: 'op/key/d', sentence: 'd is refused.', pointer: '#/d', outcome: 'not-sent' },
  ],
  findings: [
    finding,
    { ...finding, case: 'op/body/b' },
    {
      ...finding,
      rule: 'unknown-field',
      verdict: 'additive',
      case: 'op/body/c',
      document: '#/c',
      instance: '/body/note',
    },
  ],
  observations: [{ case: 'op/open/e', question: 'is e taken?', saw: 'yes' }],
  unchecked: [{ what: 'op/key/d: d is refused.', why: 'no key was given' }],
  restored: { done: false, note: 'validTo cannot be taken away.' },
};

const problem: Report = {
  ...report,
  outcome: 'not-checked',
  problem: 'Nobody answered.',
  cases: [],
  findings: [],
};

describe('a report as JSON', () => {
  test.each([
    ['broken', report],
    ['not checked', problem],
  ])('%s is what the published schema says', (_what, one) => {
    judge(JSON.parse(JSON.stringify(one)));
    expect(judge.errors).toBeNull();
  });

  test.each([
    ['format', { ...report, format: 2 }],
    ['outcome', { ...report, outcome: 'good' }],
    ['findings', { ...report, findings: [{ ...finding, curl: undefined }] }],
  ])('with another %s is not', (_what, one) => {
    expect(judge(JSON.parse(JSON.stringify(one)))).toBe(false);
  });

  test('the schema describes every member', () => {
    const members = (place: object) => Object.keys((place as { properties: object }).properties);
    const { properties } = schema as { properties: Record<'cases' | 'findings', { items: object }> };
    expect(Object.keys(problem).filter((name) => !members(schema).includes(name))).toEqual([]);
    expect(Object.keys(finding).filter((name) => !members(properties.findings.items).includes(name))).toEqual([]);
    expect(members(properties.cases.items)).toEqual(expect.arrayContaining(Object.keys(report.cases[0] ?? {})));
  });
});

describe('a report for people', () => {
  const text = toText(report);

  test('has one block for a rule at a place, with all that leads to it', () => {
    expect(text.match(/^BREAKING/gm)).toHaveLength(1);
    expect(text).toContain('BREAKING refuses-invalid-body: A body that breaks one constraint is refused.');
    for (const part of [
      'a is refused.',
      finding.document,
      '/status',
      '400 or 422',
      '::error::',
      finding.curl,
      'op/body/b',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('tells what was observed, what was not checked, and that the record is not as it was', () => {
    expect(text).toContain('is e taken? yes');
    expect(text).toContain('op/key/d: d is refused. (no key was given)');
    expect(text).toContain('Record 42 is NOT as it was before the run: validTo cannot be taken away.');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'The contract is broken: 4 cases, 1 passed, 2 failed, 0 observed, 1 not sent; 2 breaking and 1 additive findings.',
    );
  });

  test('says first why nothing was checked', () => {
    expect(toText(problem).split('\n')[2]).toBe('Nobody answered.');
  });

  test('has colours only where they are asked for', () => {
    expect(text).not.toContain('\u001B');
    expect(toText(report, { color: true })).toContain('\u001B[31mBREAKING\u001B[0m');
  });

  test('lists at most three cases beside the first', () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ ...finding, case: `op/many/${n}` }));
    const listed = toText({ ...report, findings: many });
    expect(listed.match(/op\/many/g)).toHaveLength(4);
    expect(listed).toContain('and 5 more');
  });
});

describe('a report as JUnit XML', () => {
  const xml = toJUnit(report);

  test('has a test case for each case, with its failure', () => {
    expect(xml).toContain(
      '<testsuites name="temporary-evse-statuses verify" tests="4" failures="2" errors="0" skipped="1">',
    );
    expect(xml.match(/<testcase /g)).toHaveLength(4);
    expect(xml.match(/<failure type="refuses-invalid-body"/g)).toHaveLength(2);
    expect(xml).toContain('<skipped message="no key was given"/>');
  });

  test('is well-formed whatever a provider answers', () => {
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
    expect(xml).toContain('&lt;b&gt;&quot;100%, ::error::&quot; &amp; \uFFFD|`x`&lt;/b&gt;');
    const withoutTags = xml.replaceAll(/<\?xml [^<>]*\?>|<\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?>/g, '');
    expect(withoutTags).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#10;)/);
  });

  test('has an error where nothing could be checked', () => {
    expect(toJUnit(problem)).toContain('<error message="Nobody answered."/>');
  });
});

describe('a report for GitHub', () => {
  const { annotations, summary } = toGitHub(report);

  test('annotates each rule and place once, and nothing that a provider answers becomes a command', () => {
    const lines = annotations.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(0, 60))).toEqual([
      '::error title=Contract check%3A refuses-invalid-body::A body',
      '::notice title=Contract check%3A unknown-field::The answer h',
    ]);
    expect(lines[0]).toContain('and 1 more%0AExpected 400 or 422; came 200 <b>"100%25, ::error::"');
  });

  test('has a table in the summary that no answer breaks out of', () => {
    const row = summary.split('\n').find((line) => line.startsWith('| breaking')) ?? '';
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(row).not.toContain('<b>');
    expect(summary).toContain('no key was given');
  });
});

test('the exit code says what came of it', () => {
  expect((['holds', 'broken', 'not-checked'] as const).map((outcome) => exitCodeOf({ outcome }))).toEqual([0, 1, 2]);
});

test('every rule has a name of its own that the schema of reports allows', () => {
  const names = RULES.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

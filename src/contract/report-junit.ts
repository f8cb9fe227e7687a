import type { CaseResult, Finding, Report } from './report.ts';
import { restoredLine, sentenceOf } from './report-text.ts';

/** A report as JUnit XML: one test case for each case, in the order of the run. It holds no times. */
export function toJUnit(report: Report): string {
  const { cases, findings, problem, restored, id } = report;
  const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
  const skipped = cases.filter(({ outcome }) => outcome === 'not-sent').length;
  const errors = problem === undefined ? 0 : 1;
  const counts = `tests="${cases.length + errors}" failures="${failed}" errors="${errors}" skipped="${skipped}"`;
  const notes = [
    ...findings.filter(({ verdict }) => verdict === 'additive').map((finding) => `additive: ${lineOf(finding)}`),
    ...report.observations.map(({ question, saw }) => `observed: ${question} ${saw}`),
    ...report.unchecked.map(({ what, why }) => `not checked: ${what} (${why})`),
    ...(restored === undefined ? [] : [restoredLine(id, restored)]),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="temporary-evse-statuses verify" ${counts}>`,
    `  <testsuite name="${escaped(report.target)}" ${counts}>`,
    ...cases.map((one) => testcase(one, report)),
    ...(problem === undefined
      ? []
      : [
          `    <testcase classname="verify" name="The target can be checked."><error message="${escaped(problem)}"/></testcase>`,
        ]),
    ...(notes.length === 0 ? [] : [`    <system-out>${escaped(notes.join('\n'))}</system-out>`]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testcase({ id, sentence, outcome }: CaseResult, { findings, unchecked }: Report): string {
  const head = `    <testcase classname="${escaped(id)}" name="${escaped(sentence)}"`;
  if (outcome === 'not-sent') {
    const why = unchecked.find(({ what }) => what.startsWith(`${id}:`))?.why ?? '';
    return `${head}><skipped message="${escaped(why)}"/></testcase>`;
  }
  // A test case may have one failure: the first, with all of them in its text.
  const own = findings.filter((finding) => finding.case === id && finding.verdict === 'breaking');
  const [first] = own;
  if (first === undefined) return `${head}/>`;
  const text = own
    .map((finding) => `${lineOf(finding)}\ndocument: ${finding.document}\nanswer: ${finding.instance}\n${finding.curl}`)
    .join('\n\n');
  const failure = `<failure type="${first.rule}" message="${escaped(lineOf(first))}">${escaped(text)}</failure>`;
  return `${head}>${failure}</testcase>`;
}

function lineOf(finding: Finding): string {
  return `${finding.rule}: ${sentenceOf(finding)} Expected ${finding.expected}; came ${finding.came}`;
}

/** For text and attributes; characters that XML 1.0 does not have become U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

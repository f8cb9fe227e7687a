import { failsCheck, type CaseResult, type Finding, type Report } from '../report.ts';
import { casesOf, kindOf, notesOf, printableLines } from './summary.ts';

/** A report as JUnit XML: one test case for each case, and one for each finding that no case has. It holds no times. */
export function toJUnit(report: Report): string {
  const { cases, findings, problem } = report;
  const failing = findings.filter(failsCheck);
  // A finding fails the first of its cases: it is one failure, however many cases show it.
  const failureOf = (id: string) => failing.filter((finding) => finding.cases[0] === id);
  const others = failing.filter((finding) => !cases.some(({ id }) => id === finding.cases[0]));
  const failures = cases.filter(({ id }) => failureOf(id).length > 0).length + others.length;
  const skipped = cases.filter(({ outcome }) => outcome === 'not-sent').length;
  const errors = problem === undefined ? 0 : 1;
  const counts = `tests="${cases.length + others.length + errors}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  const notes = [
    ...findings.filter((finding) => !failsCheck(finding)).map((finding) => `${kindOf(finding)}: ${lineOf(finding)}`),
    ...report.observations.map(({ question, value }) => `observed: ${question} ${value}`),
    ...notesOf(report),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="temporary-evse-statuses verify" ${counts}>`,
    `  <testsuite name="${escaped(report.target)}" ${counts}>`,
    ...cases.map((one) => testcase(one, failureOf(one.id))),
    ...others.map((finding) =>
      testcase({ id: finding.cases[0] ?? '', title: finding.title, outcome: 'failed' }, [finding]),
    ),
    ...(problem === undefined
      ? []
      : [`${head('verify', 'The target can be checked.')}><error message="${escaped(problem)}"/></testcase>`]),
    ...(notes.length === 0 ? [] : [`    <system-out>${escaped(notes.join('\n'))}</system-out>`]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testcase(
  { id, title, outcome }: Pick<CaseResult, 'id' | 'title' | 'outcome'>,
  own: readonly Finding[],
): string {
  const start = head(id, title);
  if (outcome === 'not-sent') return `${start}><skipped/></testcase>`;
  const [first] = own;
  if (first === undefined) return `${start}/>`;
  const text = own
    .map((finding) => `${lineOf(finding)}\ndocument: ${finding.places.join(', ')}\n${finding.curl}`)
    .join('\n\n');
  return `${start}><failure type="${first.rule}" message="${escaped(lineOf(first))}">${escaped(text)}</failure></testcase>`;
}

function head(id: string, title: string): string {
  return `    <testcase classname="${escaped(id)}" name="${escaped(title)}"`;
}

function lineOf(finding: Finding): string {
  return `${finding.rule}: ${finding.title} Expected ${finding.expected}; actual ${finding.actual} (${casesOf(finding)})`;
}

/** For text and attributes; what remains of the characters that XML 1.0 does not have becomes U+FFFD. */
function escaped(text: string): string {
  return printableLines(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

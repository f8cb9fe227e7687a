import { printable } from '../../shared/printable.ts';
import { failsCheck, type Report } from '../report.ts';
import { brokenRules, casesOf, kindOf, notesOf, printableLines, summaryOf } from './summary.ts';

/** A report for GitHub Actions: workflow commands for standard output, and Markdown for the step's summary. */
export function toGitHub(report: Report): { readonly annotations: string; readonly summary: string } {
  const { findings, observations, problem } = report;
  const annotations = [
    ...(problem === undefined ? [] : [command('error', 'Contract check: not checked', problem)]),
    ...findings.map((finding) => {
      const { rule, title, expected, actual, places, curl } = finding;
      const values = `Expected ${expected}; actual ${actual}`;
      const text = [title, values, casesOf(finding), `In the document: ${places.join(', ')}`, curl].join('\n');
      return command(failsCheck(finding) ? 'error' : 'notice', `Contract check: ${rule}`, text);
    }),
  ];
  const table = [
    '| | rule | cases | expected | actual |',
    '| --- | --- | --- | --- | --- |',
    ...findings.map((finding) => {
      const { rule, expected, actual } = finding;
      return `| ${kindOf(finding)} | ${rule} | ${[casesOf(finding), expected, actual].map(cell).join(' | ')} |`;
    }),
  ];
  const list = (lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${plain(line)}`)];
  const summary = [
    `### Contract check of ${plain(report.target)}`,
    '',
    plain(problem ?? summaryOf(report)),
    ...(findings.length === 0 ? [] : ['', ...table]),
    ...list(brokenRules(report)),
    ...list(observations.map(({ question, value }) => `Observed: ${question} ${value}`)),
    ...list(notesOf(report)),
    '',
  ].join('\n');
  return { annotations: annotations.map((line) => `${line}\n`).join(''), summary };
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions; what ends a command is escaped. */
function command(level: 'error' | 'notice', title: string, text: string): string {
  const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${level} title=${data(printable(title)).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${data(printableLines(text))}`;
}

function plain(text: string): string {
  return printableLines(text)
    .replaceAll('\n', ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/([\\`*_[\]|])/g, '\\$1');
}

/** For code in a table: a bar would end the cell, and a backtick the code. */
function cell(text: string): string {
  return `<code>${plain(text)}</code>`;
}

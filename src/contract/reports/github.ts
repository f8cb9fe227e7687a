import { printable } from '../../shared/printable.ts';
import type { Report } from '../report.ts';
import { brokenRules, casesOf, notCheckedLine, restoredLine, summaryOf, unstableLine } from './summary.ts';

/** A report for GitHub Actions: workflow commands for standard output, and Markdown for the step's summary. */
export function toGitHub(report: Report): { readonly annotations: string; readonly summary: string } {
  const { findings, observations, problem } = report;
  const annotations = [
    ...(problem === undefined ? [] : [command('error', 'Contract check: not checked', problem)]),
    ...findings.map((finding) => {
      const { rule, verdict, known, title, expected, actual, place, curl } = finding;
      const text = [
        title,
        `Expected ${expected}; actual ${actual}`,
        casesOf(finding),
        `In the document: ${place}`,
        curl,
      ];
      return command(
        verdict === 'breaking' && known === undefined ? 'error' : 'notice',
        `Contract check: ${rule}`,
        text.join('\n'),
      );
    }),
  ];
  const table = [
    '| | rule | cases | expected | actual |',
    '| --- | --- | --- | --- | --- |',
    ...findings.map((finding) => {
      const { verdict, known, rule, expected, actual } = finding;
      return `| ${known === undefined ? verdict : 'known'} | ${rule} | ${[casesOf(finding), expected, actual].map(cell).join(' | ')} |`;
    }),
  ];
  const list = (lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${plain(line)}`)];
  const notes = [unstableLine(report), notCheckedLine(report), restoredLine(report)].filter(
    (line) => line !== undefined,
  );
  const summary = [
    `### Contract check of ${plain(report.target)}`,
    '',
    plain(problem ?? summaryOf(report)),
    ...(findings.length === 0 ? [] : ['', ...table]),
    ...list(brokenRules(report)),
    ...list(observations.map(({ question, value }) => `Observed: ${question} ${value}`)),
    ...list(notes),
    '',
  ].join('\n');
  return { annotations: annotations.map((line) => `${line}\n`).join(''), summary };
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions; what ends a command is escaped. */
function command(level: 'error' | 'notice', title: string, text: string): string {
  const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const safe = text.split('\n').map(printable).join('\n');
  return `::${level} title=${data(printable(title)).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${data(safe)}`;
}

function plain(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join(' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/([\\`*_[\]|])/g, '\\$1');
}

/** For code in a table: a bar would end the cell, and a backtick the code. */
function cell(text: string): string {
  return `<code>${plain(text)}</code>`;
}

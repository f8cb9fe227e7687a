import type { Report } from './report.ts';
import { groupsOf, restoredLine, sentenceOf, summaryOf } from './report-text.ts';

/** A report for GitHub Actions: workflow commands for standard output, and Markdown for the step's summary. */
export function toGitHub(report: Report): { readonly annotations: string; readonly summary: string } {
  const groups = groupsOf(report.findings);
  const problem = report.problem;
  const annotations = [
    ...(problem === undefined ? [] : [command('error', 'Contract check: not checked', problem)]),
    ...groups.map(([first, ...others]) => {
      const text = [
        `${sentenceOf(first)} ${first.case}${others.length === 0 ? '' : ` and ${others.length} more`}`,
        `Expected ${first.expected}; came ${first.came}`,
        `In the document: ${first.document}`,
        first.curl,
      ].join('\n');
      return command(first.verdict === 'breaking' ? 'error' : 'notice', `Contract check: ${first.rule}`, text);
    }),
  ];
  const findings = [
    '| | rule | case | expected | came |',
    '| --- | --- | --- | --- | --- |',
    ...groups.map(
      ([{ verdict, rule, case: id, expected, came }, ...others]) =>
        `| ${verdict} | ${rule} | ${cell(id)}${others.length === 0 ? '' : ` and ${others.length} more`} | ${cell(expected)} | ${cell(came)} |`,
    ),
  ];
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((line) => `- ${plain(line)}`)];
  const summary = [
    `### Contract check of ${plain(report.target)}`,
    '',
    plain(problem ?? summaryOf(report)),
    ...(groups.length === 0 ? [] : ['', ...findings]),
    ...list(
      'Observed',
      report.observations.map(({ question, saw }) => `${question} ${saw}`),
    ),
    ...list(
      'Not checked',
      report.unchecked.map(({ what, why }) => `${what} (${why})`),
    ),
    ...(report.restored === undefined ? [] : ['', plain(restoredLine(report.id, report.restored))]),
    '',
  ].join('\n');
  return { annotations: annotations.map((line) => `${line}\n`).join(''), summary };
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions; what ends a command is escaped. */
function command(level: 'error' | 'notice', title: string, text: string): string {
  const data = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${level} title=${data(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${data(text)}`;
}

function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/([\\`*_[\]|])/g, '\\$1');
}

/** For code in a table: a bar would end the cell, and a backtick the code. */
function cell(text: string): string {
  return `<code>${plain(text).replaceAll('\n', ' ')}</code>`;
}

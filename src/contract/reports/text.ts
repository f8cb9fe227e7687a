import { printable } from '../../shared/printable.ts';
import { refuseUnknown } from '../option-error.ts';
import type { Finding, Report } from '../report.ts';
import { RULES } from '../rules.ts';
import { brokenRules, casesOf, kindOf, notesOf, summaryOf } from './summary.ts';

/**
 * A report for people: one block for each finding, then what else is worth knowing, then the broken rules, counted.
 * @throws {VerifyOptionError} an option that is not known
 */
export function toText(report: Report, options: { readonly color?: boolean } = {}): string {
  refuseUnknown(options, ['color']);
  const { color = false } = options;
  const paint = (code: number, text: string) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const { findings, observations, gone, problem } = report;
  const blocks = findings.map((finding) => blockOf(finding, paint));
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[paint(1, title), ...lines.map((line) => `  ${printable(line)}`)].join('\n')];
  return `${[
    printable(
      `Contract check of ${report.target}, record ${report.id}, against release ${report.document} of the API.`,
    ),
    ...blocks,
    ...list(
      'What the server does where the vendor’s documentation is silent',
      observations.map(({ question, value }) => `${question} ${value}`),
    ),
    ...list(
      'In the baseline, but no longer found',
      gone.map(({ rule, place }) => `${rule} at ${place}`),
    ),
    ...notesOf(report).map(printable),
    ...(problem === undefined ? [] : [printable(problem)]),
    [
      paint(report.outcome === 'holds' ? 32 : 31, summaryOf(report)),
      ...brokenRules(report).map((rule) => `  ${rule}`),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

const colors: Readonly<Record<string, number>> = { known: 36, breaking: 31, additive: 33 };

function blockOf(finding: Finding, paint: (code: number, text: string) => string): string {
  const { rule, title, known, places, at, expected, actual, curl } = finding;
  const kind = kindOf(finding);
  const row = (name: string, value: string) => `  ${name.padEnd(10)}${printable(value)}`;
  return [
    `${paint(colors[kind] ?? 0, kind.toUpperCase())} ${paint(1, rule)}: ${title}`,
    row('expected', expected),
    row('actual', `${actual}${at === '' ? '' : ` (at ${at})`}`),
    row('case', casesOf(finding)),
    ...places.map((place, index) => row(index === 0 ? 'document' : '', place)),
    row('repeat', curl),
    ...(known === undefined ? [] : [row('known', `${known.reason} (until ${known.until})`)]),
  ].join('\n');
}

/** What a rule means, where it is from and what usually breaks it; `undefined` where there is no such rule. */
export function explain(id: string): string | undefined {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  return `${rule.id} (${rule.verdict})\n  ${rule.title}\n  From: ${rule.source}\n  Usual cause: ${rule.cause}\n`;
}

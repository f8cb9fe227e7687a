import type { Finding, Report } from './report.ts';
import { RULES } from './rules.ts';

/** A report for people: one block for each rule and place that is broken, then what else is worth knowing, then one line. */
export function toText(report: Report, { color = false }: { readonly color?: boolean } = {}): string {
  const paint = (code: number, text: string) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const { findings, observations, unchecked, restored, problem } = report;
  const blocks = groupsOf(findings).map(([first, ...others]) => {
    const [code, word] = first.verdict === 'breaking' ? [31, 'BREAKING'] : [33, 'ADDITIVE'];
    return [
      `${paint(code, word)} ${paint(1, first.rule)}: ${sentenceOf(first)}`,
      row('case', `${first.case}${caseSentence(report, first)}`),
      row('document', first.document),
      ...(first.instance === '' ? [] : [row('answer', first.instance)]),
      row('expected', first.expected),
      row('came', first.came),
      row('repeat', first.curl),
      ...(others.length === 0 ? [] : [row('also', alsoIn(others))]),
    ].join('\n');
  });
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[paint(1, title), ...lines.map((line) => `  ${line}`)].join('\n')];
  return [
    `Contract check of ${report.target}, record ${report.id}, against release ${report.document} of the API.`,
    ...(problem === undefined ? [] : [problem]),
    ...blocks,
    ...list(
      'Observed, where the pages of the vendor leave it open',
      observations.map(({ question, saw }) => `${question} ${saw}`),
    ),
    ...list(
      'Not checked',
      unchecked.map(({ what, why }) => `${what} (${why})`),
    ),
    ...(restored === undefined ? [] : [restoredLine(report.id, restored)]),
    paint(report.outcome === 'holds' ? 32 : 31, summaryOf(report)),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** One line: how many cases, how they ended, and what that means. */
export function summaryOf({ cases, findings, outcome }: Report): string {
  const count = (wanted: string) => cases.filter((one) => one.outcome === wanted).length;
  const breaking = findings.filter(({ verdict }) => verdict === 'breaking').length;
  const parts = [
    `${count('passed')} passed`,
    `${count('failed')} failed`,
    `${count('observed')} observed`,
    `${count('not-sent')} not sent`,
  ];
  const word = { holds: 'The contract holds', broken: 'The contract is broken', 'not-checked': 'Not checked' }[outcome];
  return `${word}: ${cases.length} cases, ${parts.join(', ')}; ${breaking} breaking and ${findings.length - breaking} additive findings.`;
}

export function restoredLine(id: number, { done, note }: NonNullable<Report['restored']>): string {
  return done
    ? `Record ${id} is as it was before the run.`
    : `Record ${id} is NOT as it was before the run: ${note ?? ''}`;
}

/** Findings of the same rule at the same place, breaking ones first. */
export function groupsOf(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = [finding.rule, finding.document, finding.instance].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const all = [...groups.values()];
  return [...all.filter(([one]) => one.verdict === 'breaking'), ...all.filter(([one]) => one.verdict === 'additive')];
}

export function sentenceOf({ rule }: Finding): string {
  return RULES.find(({ id }) => id === rule)?.sentence ?? '';
}

function caseSentence({ cases }: Report, finding: Finding): string {
  const sentence = cases.find(({ id }) => id === finding.case)?.sentence;
  return sentence === undefined ? '' : `\n${' '.repeat(12)}${sentence}`;
}

function alsoIn(others: readonly Finding[]): string {
  const shown = others.slice(0, 3).map((other) => other.case);
  const more =
    others.length > shown.length ? [`and ${others.length - shown.length} more; --report json has them all`] : [];
  return [...shown, ...more].join(`\n${' '.repeat(12)}`);
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(10)}${value}`;
}

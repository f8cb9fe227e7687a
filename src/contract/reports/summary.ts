import { printable } from '../../shared/printable.ts';
import type { Finding, Report } from '../report.ts';
import { ruleOf } from '../rules.ts';
import { firstOf } from '../shown.ts';

/** The sentences that every format of a report has, each said once. */

/** One line: how many cases, how they ended, and what that means. Without a case, the problem of the report says why. */
export function summaryOf({ cases, outcome }: Report): string {
  const count = (wanted: string) => cases.filter((one) => one.outcome === wanted).length;
  const word = { holds: 'The contract holds', broken: 'The contract is broken', 'not-checked': 'Not fully checked' }[
    outcome
  ];
  if (cases.length === 0) return outcome === 'broken' ? `${word}, and no case was sent.` : 'Nothing was checked.';
  const parts = (['passed', 'failed', 'observed', 'not-sent'] as const).map(
    (name) => `${count(name)} ${name.replace('-', ' ')}`,
  );
  return `${word}: ${cases.length} cases, ${parts.join(', ')}.`;
}

/** The broken rules, counted, each with its usual cause; known findings apart. */
export function brokenRules({ findings }: Report): readonly string[] {
  const counted = new Map<string, { readonly cause: string; count: number }>();
  for (const finding of findings) {
    const name = `${kindOf(finding)} ${finding.rule}`;
    const row = counted.get(name) ?? { cause: ruleOf(finding.rule).cause, count: 0 };
    counted.set(name, { ...row, count: row.count + finding.places.length });
  }
  return Array.from(counted, ([name, { cause, count }]) => {
    return `${name}: ${count === 1 ? '1 place' : `${count} places`}. Usual cause: ${cause}`;
  });
}

/** One line for each thing besides findings and observations that is worth knowing. */
export function notesOf({ id, unstable, notChecked, restored }: Report): readonly string[] {
  const passed = unstable.map(
    ({ case: one, what, count }) => `${one} (${what}${count === 1 ? '' : `, ${count} times`})`,
  );
  const left = notChecked.map(({ what, why }) => `${what} (${why})`);
  const back = `Record ${id} is as it was before the run.${restored?.note === undefined ? '' : ` ${restored.note}`}`;
  return [
    ...(passed.length === 0 ? [] : [`Unstable, and passed when repeated: ${passed.join('; ')}.`]),
    ...(left.length === 0 ? [] : [`Not checked: ${left.join('; ')}.`]),
    // A record that is not restored is the problem of the report.
    ...(restored?.done === true ? [back] : []),
  ];
}

/** Text of a server on lines of its own, each made safe. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** A finding that the baseline knows is neither. */
export function kindOf({ verdict, known }: Finding): string {
  return known === undefined ? verdict : 'known';
}

export function casesOf({ cases, count }: Finding): string {
  if (count === 1) return firstOf(cases);
  const inAll = cases.length === 1 ? '' : ` in ${cases.length} cases`;
  return `${count} times${inAll}: ${firstOf(cases)}`;
}

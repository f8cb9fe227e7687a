import type { Finding, Report } from '../report.ts';
import { ruleOf } from '../rules.ts';

/** The sentences that every format of a report has, each said once. */

/** One line: how many cases, how they ended, and what that means. */
export function summaryOf({ cases, outcome }: Report): string {
  const count = (wanted: string) => cases.filter((one) => one.outcome === wanted).length;
  const word = { holds: 'The contract holds', broken: 'The contract is broken', 'not-checked': 'Not checked' }[outcome];
  const parts = (['passed', 'failed', 'observed', 'not-sent'] as const).map(
    (name) => `${count(name)} ${name.replace('-', ' ')}`,
  );
  return `${word}: ${cases.length} cases, ${parts.join(', ')}.`;
}

/** The broken rules, counted, each with its usual cause; known findings apart. */
export function brokenRules({ findings }: Report): readonly string[] {
  const counted = new Map<string, { readonly cause: string; count: number }>();
  for (const { rule, verdict, known } of findings) {
    const name = `${known === undefined ? verdict : 'known'} ${rule}`;
    const row = counted.get(name) ?? { cause: ruleOf(rule).cause, count: 0 };
    counted.set(name, { ...row, count: row.count + 1 });
  }
  return Array.from(counted, ([name, { cause, count }]) => {
    return `${name}: ${count === 1 ? '1 place' : `${count} places`}. Usual cause: ${cause}`;
  });
}

export function unstableLine({ unstable }: Report): string | undefined {
  if (unstable.length === 0) return undefined;
  const parts = unstable.map(({ case: id, what, count }) => `${id} (${what}${count === 1 ? '' : `, ${count} times`})`);
  return `Unstable, and passed when repeated: ${parts.join('; ')}.`;
}

export function notCheckedLine({ notChecked }: Report): string | undefined {
  if (notChecked.length === 0) return undefined;
  return `Not checked: ${notChecked.map(({ what, why }) => `${what} (${why})`).join('; ')}.`;
}

export function restoredLine({ id, restored }: Report): string | undefined {
  if (restored === undefined) return undefined;
  return restored.done
    ? `Record ${id} is as it was before the run.${restored.note === undefined ? '' : ` ${restored.note}`}`
    : `Record ${id} is NOT as it was before the run. Restore it with: ${restored.curl ?? ''}`;
}

export function casesOf({ cases, count }: Finding): string {
  const shown = cases.slice(0, 3).join(', ');
  const more = cases.length > 3 ? ` and ${cases.length - 3} more` : '';
  return count === 1 ? shown : `${count} times, in ${shown}${more}`;
}

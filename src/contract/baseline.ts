import type { Pointer } from '../../generated/operations.ts';
import { isDateTime } from '../shared/rfc3339.ts';
import { nearest } from '../shared/nearest.ts';
import { refuseUnknown, VerifyOptionError } from './option-error.ts';
import type { Finding, Report } from './report.ts';
import { RULES } from './rules.ts';

/** Findings that a team knows, each with a reason and the last day on which it is accepted. Sorted, for reviews. */
export interface Baseline {
  /** The version of this format. */
  readonly format: 1;
  /** One entry for each rule and place. */
  readonly known: readonly KnownFinding[];
}

/** A finding that a team accepts until a day. */
export interface KnownFinding {
  /** The rule of the finding. */
  readonly rule: string;
  /** Its place in the document. */
  readonly place: Pointer;
  /** Why it is accepted, for people. */
  readonly reason: string;
  /** The last day, `YYYY-MM-DD`, UTC; after it the finding counts again. */
  readonly until: string;
}

/**
 * Reads the text of a baseline file.
 * @throws {SyntaxError} The message says which entry is wrong, and how.
 */
export function readBaseline(text: string): Baseline {
  const value: unknown = JSON.parse(text);
  const problem = problemOf(value);
  if (problem !== undefined) throw new SyntaxError(problem);
  return value as Baseline;
}

/** What is wrong with a baseline; `undefined`: nothing. */
export function problemOf(value: unknown): string | undefined {
  const { format, known } = { ...(value as { format?: unknown; known?: unknown } | null) };
  if (format !== 1 || !Array.isArray(known)) return 'A baseline is { "format": 1, "known": [ … ] }.';
  const problems = known.map((entry) => problemOfEntry({ ...(entry as Partial<KnownFinding>) }));
  const index = problems.findIndex((problem) => problem !== undefined);
  return index < 0 ? undefined : `Entry ${index + 1} of the baseline${problems[index] ?? ''}.`;
}

const members = ['rule', 'place', 'reason', 'until'] as const;

function problemOfEntry(entry: Partial<KnownFinding>): string | undefined {
  const missing = members.find((name) => !isText(entry[name]));
  if (missing !== undefined) return ` has no ${missing}`;
  const { rule = '', until } = entry;
  const wrongDay = problemOfDay(until);
  if (wrongDay !== undefined) return `: until ${wrongDay}`;
  const rules = RULES.map(({ id }) => id);
  if (rules.some((id) => id === rule)) return undefined;
  const meant = nearest(rule, rules);
  return `: there is no rule ${rule}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** What is wrong with a last day; `undefined`: nothing. */
function problemOfDay(day: unknown): string | undefined {
  return isDateTime(`${String(day)}T00:00:00Z`) ? undefined : `has to be a day such as 2027-01-31, not ${String(day)}`;
}

/**
 * The baseline that accepts every breaking finding of a report, one entry for each place, sorted by rule and place.
 * @param until - the last day, `YYYY-MM-DD`; entries that the report already knows keep their own reason and day
 * @throws {VerifyOptionError} an option that is not known, no reason, or a day that no calendar has
 */
export function writeBaseline({ findings }: Report, options: { reason: string; until: string }): string {
  refuseUnknown(options, ['reason', 'until']);
  const { reason, until } = options;
  if (!isText(reason)) throw new VerifyOptionError('reason', 'has to be a text.');
  const wrongDay = problemOfDay(until);
  if (wrongDay !== undefined) throw new VerifyOptionError('until', `${wrongDay}.`);
  const known = findings
    .filter(({ verdict }) => verdict === 'breaking')
    .flatMap(({ rule, places, known = { reason, until } }) =>
      places.map((place): KnownFinding => ({ rule, place, ...known })),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return `${JSON.stringify({ format: 1, known }, null, 2)}\n`;
}

/** Marks the findings that a baseline accepts today, and lists its entries that were not found. */
export function applyBaseline(
  findings: readonly Finding[],
  { known }: Baseline,
  now: number,
): { readonly findings: readonly Finding[]; readonly gone: Report['gone'] } {
  const today = new Date(now).toISOString().slice(0, 10);
  const entries = new Map(known.map((entry) => [keyOf(entry), entry]));
  const found = new Set(findings.map(keyOf));
  return {
    findings: findings.map((finding) => {
      const entry = entries.get(keyOf(finding));
      if (entry === undefined || entry.until < today) return finding;
      return { ...finding, known: { reason: entry.reason, until: entry.until } };
    }),
    gone: known.filter((entry) => !found.has(keyOf(entry))).map(({ rule, place }) => ({ rule, place })),
  };
}

function keyOf({ rule, place }: Pick<KnownFinding, 'rule' | 'place'>): string {
  return `${rule} ${place}`;
}

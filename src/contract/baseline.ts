import type { Pointer } from '../../generated/operations.ts';
import type { Finding, Report } from './report.ts';

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
  const value = JSON.parse(text) as Partial<Baseline> | null;
  if (value?.format !== 1 || !Array.isArray(value.known)) {
    throw new SyntaxError('A baseline is { "format": 1, "known": [ … ] }.');
  }
  for (const [index, entry] of (value.known as readonly Partial<Record<string, unknown>>[]).entries()) {
    const missing = ['rule', 'place', 'reason', 'until'].find(
      (name) => typeof entry[name] !== 'string' || entry[name] === '',
    );
    if (missing !== undefined) throw new SyntaxError(`Entry ${index + 1} of the baseline has no ${missing}.`);
    const until = String(entry['until']);
    if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until))) {
      throw new SyntaxError(
        `Entry ${index + 1} of the baseline: until has to be a day such as 2027-01-31, not ${until}.`,
      );
    }
  }
  return value as Baseline;
}

/**
 * The baseline that accepts every breaking finding of a report, one entry for each place, sorted by rule and place.
 * @param until - the last day, `YYYY-MM-DD`; entries that the report already knows keep their own reason and day
 */
export function writeBaseline({ findings }: Report, { reason, until }: { reason: string; until: string }): string {
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

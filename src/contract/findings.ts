import { applyBaseline } from './baseline.ts';
import type { Case } from './cases/case.ts';
import type { Found, Notes, Observed } from './checks/found.ts';
import type { Settings } from './options.ts';
import type { CaseResult, Finding, Observation, Report, Unstable } from './report.ts';
import { ruleOf } from './rules.ts';
import { firstOf } from './shown.ts';

/** Collects what a run finds, and says each fault once. */
export class Findings {
  /** How many errors should have had a field, by its place. */
  readonly #documented = new Map<string, number>();
  readonly #redact: (text: string) => string;
  readonly #findings = new Map<string, Finding>();
  readonly #observations = new Map<string, Observation>();
  readonly #unstable = new Map<string, Unstable>();
  readonly #results = new Map<string, CaseResult>();
  readonly #notChecked = new Map<string, string[]>();

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  /** Adds what a check found in a case. */
  add({ id }: Case, notes: Notes, curl: () => string): void {
    for (const note of notes) {
      if ('rule' in note) this.#addFound(id, note, curl);
      else if ('documented' in note)
        this.#documented.set(note.documented, (this.#documented.get(note.documented) ?? 0) + 1);
      else this.#addObserved(id, note);
    }
  }

  result({ id, title, place }: Case, outcome: CaseResult['outcome'], status?: number): void {
    this.#results.set(id, { id, title, place, outcome, ...(status !== undefined && { status }) });
  }

  unstable(id: string, what: string): void {
    const key = `${id} ${what}`;
    this.#unstable.set(key, { case: id, what, count: (this.#unstable.get(key)?.count ?? 0) + 1 });
  }

  /** A case that was sent, or in which something was found, is not skipped. */
  skip(one: Case, why: string): void {
    if (this.#results.has(one.id)) return;
    if ([...this.#findings.values()].some(({ cases }) => cases.includes(one.id))) {
      this.result(one, 'passed');
      return;
    }
    this.result(one, 'not-sent');
    this.#notChecked.set(why, [...(this.#notChecked.get(why) ?? []), one.id]);
  }

  /** The report, but for what the run knows of itself. A case with a breaking finding has failed. */
  report({ baseline, clock }: Settings) {
    const all = [...this.#findings.values()].map((finding) => this.#concluded(finding));
    const { findings, gone } = applyBaseline(all, baseline ?? { format: 1, known: [] }, clock.now());
    const breaking = findings.filter(({ verdict }) => verdict === 'breaking');
    const failed = new Set(breaking.flatMap(({ cases }) => cases));
    const results = [...this.#results.values()];
    const additive = findings.filter(({ verdict }) => verdict === 'additive');
    return {
      cases: results.map((one) => (failed.has(one.id) ? { ...one, outcome: 'failed' } : one)),
      findings: toldOnce(
        [...breaking, ...additive],
        results.map(({ id }) => id),
      ),
      gone,
      observations: [...this.#observations.values()],
      unstable: [...this.#unstable.values()],
      notChecked: [...this.#notChecked].map(([why, ids]) => {
        const first = ids[0] ?? '';
        return { what: ids.length === 1 ? first : `${ids.length} cases: ${first} …`, why };
      }),
    } satisfies Partial<Report>;
  }

  #addObserved(id: string, { question, value }: Observed): void {
    const key = `${question} ${value}`;
    if (!this.#observations.has(key)) this.#observations.set(key, { question, value: this.#redact(value), case: id });
  }

  #addFound(id: string, { rule, place, at, expected, actual, member = '' }: Found, curl: () => string): void {
    const { title, verdict } = ruleOf(rule);
    const key = `${rule} ${place} ${verdict === 'additive' ? member : ''}`;
    const redact = this.#redact;
    const finding: Finding = this.#findings.get(key) ?? {
      ...{ rule, title, verdict, place, places: [place] },
      ...{ at: redact(at), expected: redact(expected), actual: redact(actual) },
      ...{ count: 0, cases: [], curl: curl() },
    };
    const { count, cases } = finding;
    this.#findings.set(key, { ...finding, count: count + 1, cases: cases.includes(id) ? cases : [...cases, id] });
  }

  /** A field that no error of the run has was removed [versioning]; one that some lack is only reported. */
  #concluded(finding: Finding): Finding {
    if (finding.rule !== 'error-field-missing' || finding.count < (this.#documented.get(finding.place) ?? 0))
      return finding;
    const { id: rule, title, verdict } = ruleOf('error-field-removed');
    return { ...finding, rule, title, verdict };
  }
}

/**
 * Findings of one rule with the same expected and actual values are one, with each of their places; so are wrong statuses,
 * whatever their bodies say, and additions, which differ in their actual values. What a baseline knows stays apart.
 * @param order - the cases in the order of the run
 */
function toldOnce(findings: readonly Finding[], order: readonly string[]): readonly Finding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const one of findings) {
    const { rule, verdict, place, at, expected, actual, known } = one;
    const isStatus = at === '/status' && place.endsWith('/responses');
    const alike = isStatus ? Number.parseInt(actual, 10) : verdict === 'additive' || actual;
    const key = JSON.stringify([rule, expected, alike, known]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return Array.from(groups.values(), (group) => ({
    ...group[0],
    places: distinct(group.flatMap(({ places }) => places)),
    actual: firstOf(distinct(group.map(({ actual }) => actual))),
    count: group.reduce((sum, { count }) => sum + count, 0),
    cases: distinct(group.flatMap(({ cases }) => cases)).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  }));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

import type { Case } from './case.ts';
import type { Fields, Ground } from './ground.ts';
import type { RecordWatch } from './record-watch.ts';
import type { Run } from './run.ts';

/**
 * What was sent since the record was last looked at, and must have changed nothing. Whose values turn up in the record is told
 * by the values: each request has its own.
 */
export class RefusedRequests {
  /** Whether something may have changed the record that should not have. */
  unsure = false;

  readonly #run: Run;
  readonly #ground: Ground;
  readonly #record: RecordWatch;
  #refused: Case[] = [];
  /** Had to be refused, and were not. */
  #accepted: Case[] = [];
  /** Whether a request was accepted of which no page says what it does. */
  #opened = false;

  constructor(run: Run, ground: Ground, record: RecordWatch) {
    this.#run = run;
    this.#ground = ground;
    this.#record = record;
  }

  add(tried: Case, accepted: boolean): void {
    if (tried.section === 'open') this.#opened ||= accepted;
    else (accepted ? this.#accepted : this.#refused).push(tried);
    this.unsure ||= accepted;
  }

  /** Judges the record as it came back from a look at it. */
  judge(look: Case, record: Fields): void {
    const before = this.#record.last;
    if (before === undefined) return;
    for (const { name } of this.#ground.answered) this.#judgeField(look, name, before, record);
  }

  clear(): void {
    this.#refused = [];
    this.#accepted = [];
    this.#opened = false;
    this.unsure = false;
  }

  #judgeField(look: Case, name: string, before: Fields, record: Fields): void {
    const differs = (rule: 'evse-id-stable' | 'keeps-unsent' | 'refused-changes-nothing') =>
      this.#record.differences(rule, before, record).filter(({ instance }) => instance === `/body/${name}`);
    if (!this.#record.canBeSent(name)) {
      this.#run.add(look, ...differs('evse-id-stable'));
      return;
    }
    const carries = ({ request }: Case) =>
      request.fields !== undefined &&
      name in request.fields &&
      this.#record.isSame(name, request.fields[name], record[name]);
    // What an accepted request left is that request's finding, if any, and this one's no more.
    if (this.#opened || carries(look) || this.#accepted.some(carries)) return;
    const culprit = this.#refused.findLast(carries);
    const resets = this.#run.findings.some(({ rule }) => rule === 'keeps-unsent');
    if (culprit !== undefined) this.#run.add(culprit, ...differs('refused-changes-nothing'));
    else if (resets) this.#run.add(look, ...differs('keeps-unsent'));
    else if (!this.unsure) this.#run.add(this.#refused.at(-1) ?? look, ...differs('refused-changes-nothing'));
  }
}

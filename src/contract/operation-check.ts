import { JUDGES } from '../../generated/judge.ts';
import type { Operation } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { recordIn, type Judgement } from './judge-answer.ts';
import { groundOf, type Fields, type Ground } from './ground.ts';
import { otherCase } from './request.ts';
import { RecordWatch } from './record-watch.ts';
import type { Report } from './report.ts';
import { mostFailures, type Run } from './run.ts';
import { verdictOf } from './rules.ts';
import { successesOf } from './situations.ts';

/** Gives the cases of one operation their meaning: what the record was, what it has to be now, and what it goes back to. */
export class OperationCheck {
  /** Why nothing more can be checked, once it is known. */
  problem: string | undefined;

  readonly #run: Run;
  readonly #operation: Operation;
  readonly #ground: Ground;
  readonly #record: RecordWatch;
  readonly #other: RecordWatch | undefined;
  /** Refused requests since the record was last looked at. */
  #refused: Case[] = [];
  /** Requests that had to be refused and were not, since then. */
  #accepted: Case[] = [];
  /** Whether a request of which no page says what it does was accepted since then. */
  #opened = false;
  /** Whether something may have changed the record that should not have. */
  #unsure = false;

  constructor(operation: Operation, run: Run) {
    const { id, otherId } = run.settings.ids;
    this.#run = run;
    this.#operation = operation;
    this.#ground = groundOf(operation);
    this.#record = new RecordWatch(operation, id);
    this.#other = otherId === undefined ? undefined : new RecordWatch(operation, otherId);
  }

  /** A second record is only read where reading it, by an update without fields, leaves it as it is. */
  reasonToSkip({ section, request }: Case): string | undefined {
    const { key } = this.#run.settings.keys;
    if (request.authorization?.includes('{otherCaseKey}') === true && otherCase(key) === key) {
      return 'the key has no letter';
    }
    if (section !== 'other' || this.#keepsWhatIsLeftOut()) return undefined;
    return 'reading a second record would change it: an update does not keep every field that is left out';
  }

  /** Whether the record may be another than before the run. */
  get hasChanged(): boolean {
    return this.#record.original !== undefined || this.#run.answered > 1;
  }

  async perform(planned: Case): Promise<void> {
    const tried = this.#asItIsNow(planned);
    const done = await this.#run.perform(tried, tried.section === 'burst' ? this.#moreThanAllowed() : 1);
    if (done === undefined) {
      const { answered, failures, lastFailure, settings } = this.#run;
      // Nothing ever came: this is no broken server, but none.
      if (answered === 0 && (lastFailure.refused === true || failures >= mostFailures)) {
        this.problem = `${settings.base} gave no answer: ${lastFailure.failure}.`;
      }
      this.#unsure = true;
      for (const name of Object.keys(tried.request.fields ?? {})) this.#record.uncertain.add(name);
      return;
    }
    const { answer, judgement } = done;
    const accepted = answer.status >= 200 && answer.status < 300;
    switch (tried.section) {
      case 'read':
      case 'valid':
        this.#watch(this.#record, tried, judgement, answer.status);
        if (tried.section === 'read') {
          this.#stopUnlessReadable(answer.status);
          this.#record.original = judgement.record;
        }
        return;
      case 'other':
        if (answer.status === 404)
          this.problem = `There is no second record with the id ${this.#run.settings.ids.otherId ?? ''} (404).`;
        this.#watchOther(tried, judgement);
        return;
      case 'read-back':
        await this.#readBack(tried, judgement.record);
        return;
      case 'open':
        if (tried.question) this.#run.observe(tried, { question: tried.question, saw: accepted ? 'yes' : 'no' });
        this.#unsure = true;
        this.#opened ||= accepted;
        return;
      default:
        (accepted ? this.#accepted : this.#refused).push(tried);
        this.#unsure ||= accepted;
    }
  }

  /** Brings the record back to what it was before the run. */
  async restore(): Promise<NonNullable<Report['restored']>> {
    const { original, last } = this.#record;
    if (original === undefined) return { done: false, note: 'What the record was before the run is not known.' };
    const sent = this.#bodyToRestore();
    const answer = await this.#run.exchange(
      this.#ground.make({ ...restoring, pointer: this.#operation.pointer }, sent),
    );
    const notes: string[] = [];
    if (answer === undefined || !successesOf(this.#operation).includes(answer.status)) {
      notes.push(
        `The update that brings the record back was not accepted (${answer?.status ?? this.#run.lastFailure.failure}).`,
      );
    }
    for (const { name } of this.#ground.fields) {
      if (name in sent) continue;
      if (name in original) notes.push(`${name} had a value that no request may carry.`);
      else if (last !== undefined && name in last)
        notes.push(`${name}, which the record did not have, cannot be taken away.`);
    }
    for (const [name, became] of this.#record.leftOut) {
      if (became !== 'kept')
        notes.push(`Reading the record may have changed ${name}; what it was before is not known.`);
    }
    return notes.length === 0 ? { done: true } : { done: false, note: notes.join(' ') };
  }

  /** The fields of the record as it was before the run that an update can set. */
  #bodyToRestore(): Fields {
    const judge = JUDGES[this.#ground.bodySchema];
    const original = this.#record.original ?? {};
    const sendable = this.#ground.fields.filter(
      ({ name }) => name in original && judge?.contract({ [name]: original[name] }).length === 0,
    );
    return Object.fromEntries(sendable.map(({ name }) => [name, original[name]]));
  }

  #stopUnlessReadable(status: number): void {
    const { id } = this.#run.settings.ids;
    if (status === 401 || status === 403) this.problem = `The key was refused with ${status}.`;
    if (status === 404)
      this.problem = `There is no record with the id ${id} (404), or the target is not the API's base URL.`;
  }

  #watch(watch: RecordWatch, tried: Case, { record, faults: known }: Judgement, status: number): void {
    if (record === undefined) {
      for (const name of Object.keys(tried.request.fields ?? {})) watch.uncertain.add(name);
      if (tried.repeats && status >= 400) {
        const document = this.#operation.pointer;
        const expected = 'the same answer as to the first';
        this.#run.add(tried, { rule: 'idempotent', document, instance: '/status', expected, came: String(status) });
      }
      return;
    }
    const { faults, observed } = watch.afterUpdate(
      tried,
      tried.request.fields ?? {},
      record,
      this.#run.settings.clock.now(),
    );
    // A field whose schema is broken is told once.
    const told = new Set(known.filter(({ rule }) => verdictOf(rule) === 'breaking').map(({ instance }) => instance));
    this.#run.add(tried, ...faults.filter(({ instance }) => !told.has(instance)));
    this.#run.observe(tried, ...observed);
  }

  #watchOther(tried: Case, judgement: Judgement): void {
    const other = this.#other;
    const { record } = judgement;
    if (other === undefined || record === undefined) return;
    if (other.last === undefined) {
      this.#watch(other, tried, judgement, 200);
      return;
    }
    this.#run.add(tried, ...other.differences('other-record-untouched', other.last, record));
  }

  /** After requests that must have changed nothing. Whose values turned up is told by the values: each request has its own. */
  async #readBack(tried: Case, record: Fields | undefined): Promise<void> {
    const before = this.#record.last;
    if (before !== undefined && record !== undefined) {
      for (const { name } of this.#ground.answered) this.#compare(tried, name, before, record);
      this.#record.last = record;
    }
    const spoilt = this.#unsure;
    this.#refused = [];
    this.#accepted = [];
    this.#unsure = false;
    this.#opened = false;
    if (spoilt) await this.#startAgain();
  }

  #compare(tried: Case, name: string, before: Fields, record: Fields): void {
    const differs = (rule: 'evse-id-stable' | 'keeps-unsent' | 'refused-changes-nothing') =>
      this.#record.differences(rule, before, record).filter(({ instance }) => instance === `/body/${name}`);
    if (!this.#record.canBeSent(name)) {
      this.#run.add(tried, ...differs('evse-id-stable'));
      return;
    }
    const carries = (one: Case) => this.#record.carries(record, name, one.request.fields ?? {});
    // What an accepted request left is that request's finding, if any, and this one's no more.
    if (this.#opened || carries(tried) || this.#accepted.some(carries)) return;
    const culprit = this.#refused.findLast(carries);
    const resets = this.#run.findings.some(({ rule }) => rule === 'keeps-unsent');
    if (culprit !== undefined) this.#run.add(culprit, ...differs('refused-changes-nothing'));
    else if (resets) this.#run.add(tried, ...differs('keeps-unsent'));
    else if (!this.#unsure) this.#run.add(this.#refused.at(-1) ?? tried, ...differs('refused-changes-nothing'));
  }

  /** Brings the record to known values after something may have spoilt it. */
  async #startAgain(): Promise<void> {
    const { start, make } = this.#ground;
    const answer = await this.#run.exchange(make({ ...restoring, pointer: this.#operation.pointer }, start));
    const came = answer === undefined ? undefined : recordIn(answer);
    if (came !== undefined) this.#record.last = came;
  }

  /** Reading back need not send what an update keeps anyway, and then sees more; a burst leaves the record as it was. */
  #asItIsNow(tried: Case): Case {
    const fields =
      tried.section === 'read-back' && this.#keepsWhatIsLeftOut()
        ? {}
        : tried.section === 'burst'
          ? this.#bodyToRestore()
          : undefined;
    return fields === undefined
      ? tried
      : { ...tried, request: { ...tried.request, body: JSON.stringify(fields), fields } };
  }

  #moreThanAllowed(): number {
    return Math.ceil((this.#operation.rateLimit?.requests ?? 100) * 1.1);
  }

  #keepsWhatIsLeftOut(): boolean {
    const seen = [...this.#record.leftOut.values()];
    return seen.length > 0 && seen.every((became) => became === 'kept');
  }
}

const restoring = {
  id: 'restore',
  sentence: 'The record is brought back.',
  situation: 'valid',
  section: 'valid',
} as const;

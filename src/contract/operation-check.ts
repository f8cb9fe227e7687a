import type { Operation } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { recordIn, type Judgement } from './judge-answer.ts';
import { groundOf, type Fields, type Ground } from './ground.ts';
import { otherCase } from './request.ts';
import { RecordWatch } from './record-watch.ts';
import { RefusedRequests } from './refused-requests.ts';
import type { Report } from './report.ts';
import { bodyToRestore, bring, restore } from './restore.ts';
import { mostFailures, type Run } from './run.ts';
import { verdictOf } from './rules.ts';

/** Gives the cases of one operation their meaning: what the record was, what it has to be now, and what it goes back to. */
export class OperationCheck {
  /** Why nothing more can be checked, once it is known. */
  problem: string | undefined;

  readonly #run: Run;
  readonly #operation: Operation;
  readonly #ground: Ground;
  readonly #record: RecordWatch;
  readonly #other: RecordWatch | undefined;
  readonly #refused: RefusedRequests;

  constructor(operation: Operation, run: Run) {
    const { id, otherId } = run.settings.ids;
    this.#run = run;
    this.#operation = operation;
    this.#ground = groundOf(operation);
    this.#record = new RecordWatch(operation, id);
    this.#refused = new RefusedRequests(run, this.#ground, this.#record);
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
      this.#refused.unsure = true;
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
        this.#refused.add(tried, accepted);
        return;
      default:
        this.#refused.add(tried, accepted);
    }
  }

  /** Brings the record back to what it was before the run. */
  restore(): Promise<NonNullable<Report['restored']>> {
    return restore(this.#run, this.#ground, this.#record);
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

  /** A look at the record after requests that must have changed nothing; what may be spoilt is brought to known values. */
  async #readBack(tried: Case, record: Fields | undefined): Promise<void> {
    if (record !== undefined) {
      this.#refused.judge(tried, record);
      this.#record.last = record;
    }
    const spoilt = this.#refused.unsure;
    this.#refused.clear();
    if (!spoilt) return;
    const answer = await bring(this.#run, this.#ground, this.#ground.start);
    this.#record.last = (answer && recordIn(answer)) ?? this.#record.last;
  }

  /** Reading back need not send what an update keeps anyway, and then sees more; a burst leaves the record as it was. */
  #asItIsNow(tried: Case): Case {
    const fields =
      tried.section === 'read-back' && this.#keepsWhatIsLeftOut()
        ? {}
        : tried.section === 'burst'
          ? bodyToRestore(this.#ground, this.#record.original ?? {})
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

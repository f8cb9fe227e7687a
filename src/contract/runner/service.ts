import { createRedactor } from '../../shared/redact.ts';
import type { Case } from '../cases/case.ts';
import type { Notes } from '../checks/found.ts';
import { limitsOf } from '../checks/headers.ts';
import { checkResponse } from '../checks/response.ts';
import type { Exchange, Final } from '../exchange.ts';
import { Findings } from '../findings.ts';
import type { Settings } from '../options.ts';
import type { Progress } from '../report.ts';
import { Pace } from './pace.ts';
import { received } from './received.ts';
import { curlOf, fillAll, outgoingOf, valuesOf, type Values } from './request.ts';
import { createSend, type Outgoing, type Send } from './send.ts';

/** Ends a run before its last case. The message is the problem of the report. */
export class RunEnded extends Error {}

/** How often a request is repeated that gets a 5xx or no response, whatever the reason; the first wait, which doubles. */
const repeats = 4;
const firstBackoffMs = 250;
/** After so many cases that failed to the last repeat, one repeat is enough: it is no passing fault. */
const patientCases = 3;
/** A create whose response is lost and that the list shows is sent so many times: the list tells, so it is not blind. */
const mostMade = 3;
/** After so many cases in a row without a response, nobody is there any more. */
const mostSilent = 3;

/** Sends cases at the pace of the rate limit, and repeats what may have failed in passing. */
export class Service {
  values: Values;
  readonly settings: Settings;
  readonly findings: Findings;
  /** Replaces the keys of the run in a text. */
  readonly redact: (text: string) => string;
  /** Called before a request that may have been carried out is sent again; `true`: it was, and is not. */
  wasMade: ((one: Case) => Promise<boolean>) | undefined;
  /** What the run is doing, without a wait. */
  progress: Progress = { case: 0, of: 0, id: '' };
  /** The line that restores the record, where the run changes one. */
  restore: Pick<Progress, 'restore'> = {};
  /** Whether a request went out that may have written. */
  hasWritten = false;

  readonly #send: Send;
  readonly #pace: Pace;
  /** The end of the time for sending; once the record is being restored, the cases are over and this is for the rest. */
  #end: { readonly signal: AbortSignal; readonly until: number; readonly isLast: boolean };
  #failed = 0;
  #silent = 0;

  constructor(settings: Settings) {
    const { base, clock, timeLimitMs, signal = new AbortController().signal } = settings;
    this.settings = settings;
    this.values = valuesOf(settings, '', clock.now());
    const secrets = ['key', 'forbiddenKey', 'throttledKey', 'basicUser', 'basicPassword'];
    this.redact = createRedactor(secrets.map((name) => this.values[name] ?? ''));
    this.findings = new Findings(this.redact);
    this.#send = createSend(settings);
    this.#pace = new Pace(!/^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/.test(base));
    this.#end = { signal, until: clock.now() + timeLimitMs, isLast: false };
  }

  /** Ends the cases: what is sent from now on has this time, also in a test whose clock stands still. */
  finishWithin(milliseconds: number, ended = new AbortController().signal): void {
    const signal = milliseconds === Infinity ? ended : AbortSignal.any([ended, AbortSignal.timeout(milliseconds)]);
    this.#end = { signal, until: this.settings.clock.now() + milliseconds, isLast: true };
  }

  /** Whether no time is left for a wait. */
  isOver(wait: number): boolean {
    return this.#end.signal.aborted || wait > this.#left();
  }

  curl(one: Case): string {
    return curlOf(one, this.settings.base, this.values, this.settings.keyNames);
  }

  /** Adds what a check noted of a case, with the line that repeats it. */
  note(one: Case, notes: Notes): void {
    this.findings.add(one, notes, () => this.curl(one));
  }

  /** Holds a response to the document. */
  check(exchange: Exchange): void {
    this.note(exchange.case, checkResponse(exchange));
  }

  /** Sends a request once. */
  send(outgoing: Outgoing): ReturnType<Send> {
    return this.#send(outgoing, this.#end.signal);
  }

  /** Sends a case until its response is final. */
  async exchange(one: Case): Promise<Final> {
    const throttled: Exchange[] = [];
    const passing: string[] = [];
    const hasPassed = () => {
      for (const what of passing) this.findings.unstable(one.id, what);
    };
    let waited = 0;
    let made = 0;
    for (let attempt = 1; ; attempt += 1) {
      const exchange = await this.#sendInTurn(one);
      const status = exchange.response?.status ?? 0;
      const isThrottled = status === 429 && one.expect !== 'throttled';
      if (!isThrottled && status !== 0 && status < 500) {
        this.#silent = 0;
        hasPassed();
        // A conflict with what this case made itself says nothing against the service.
        return { ...exchange, throttled, ...(made > 0 && status === 409 && { isMade: true }) };
      }
      const wait = this.#waitOf(exchange, attempt, isThrottled);
      const isLate = waited + wait > this.settings.patienceMs || (this.#end.isLast && wait > this.#left());
      if (isThrottled) {
        throttled.push({ ...exchange, case: { ...one, expect: 'throttled' } });
        const next = `${one.id} still gets 429, and could be sent again in ${Math.ceil(wait / 1000)} s`;
        if (isLate) throw new RunEnded(`The quota is used up, perhaps by other clients: ${next}.`);
      } else if (isLate || attempt > (this.#failed < patientCases ? repeats : 1)) {
        this.#failed += 1;
        this.#silent = status === 0 ? this.#silent + 1 : 0;
        return { ...exchange, throttled };
      }
      const what = exchange.failure ?? String(status);
      passing.push(what);
      waited += wait;
      await this.sleep(wait, isThrottled ? 'the rate limit' : `another try after ${what}`);
      if (isThrottled || one.operation.method !== 'POST' || (await this.wasMade?.(one)) !== true) continue;
      made += 1;
      // What is lost every time is no passing fault. What had to be refused is not made again.
      if (made < mostMade && one.needs.includes('createOn')) continue;
      const isMade = made < mostMade;
      if (isMade) hasPassed();
      return { ...exchange, throttled, isMade };
    }
  }

  tellProgress(waiting: Pick<Progress, 'waiting'> = {}): void {
    this.settings.onProgress?.({ ...this.progress, ...(this.hasWritten && this.restore), ...waiting });
  }

  /** Sleeps, tells why, and ends the run where it is to end. */
  async sleep(milliseconds: number, why: string): Promise<void> {
    if (milliseconds >= 1000) this.tellProgress({ waiting: { why, milliseconds } });
    await this.settings.clock.sleep(Math.max(0, Math.min(milliseconds, this.#left())), this.#end.signal);
    this.#checkEnd();
  }

  /** Whether nobody seems to be there any more. */
  get isSilent(): boolean {
    return this.#silent >= mostSilent;
  }

  /** Notes what only all responses of a run show. */
  finish(): void {
    for (const [one, notes] of this.#pace.conclude()) this.note(one, notes);
  }

  #left(): number {
    return this.#end.until - this.settings.clock.now();
  }

  /** @throws {RunEnded} where the cases were ended from outside, or their time is over */
  #checkEnd(): void {
    if (this.#end.isLast) return;
    if (this.#end.signal.aborted) throw new RunEnded('The run was interrupted.');
    if (this.#left() <= 0) throw new RunEnded(`The run took longer than its limit of ${this.settings.timeLimitMs} ms.`);
  }

  async #sendInTurn(one: Case): Promise<Exchange> {
    const { clock, base } = this.settings;
    this.#checkEnd();
    const wait = this.#pace.waitFor(one, clock.now(), this.#end.isLast);
    if (this.#end.isLast && wait > this.#left()) throw new RunEnded('The quota is used up.');
    if (wait > 0) await this.sleep(wait, 'the rate limit');
    this.#pace.count(one, clock.now());
    if (one.operation.method !== 'GET' && !this.hasWritten) {
      this.hasWritten = true;
      this.tellProgress();
    }
    const sent = await this.send(outgoingOf(one, base, this.values));
    this.#checkEnd();
    const seen = sent.response && received(sent.response, this.redact);
    if (seen) this.note(one, this.#pace.learn(one, seen.response, clock.now()));
    return {
      case: one,
      sent: fillAll(one.request.fields, this.values),
      query: fillAll(one.request.query, this.values),
      at: clock.now(),
      ...sent,
      ...seen,
    };
  }

  #waitOf({ response }: Exchange, attempt: number, isThrottled: boolean): number {
    const { retryAfter, reset } = limitsOf(response?.headers ?? new Map());
    const backoff = firstBackoffMs * 2 ** (attempt - 1) * (isThrottled ? 4 : 1);
    const untilReset = isThrottled && reset !== undefined ? reset - this.settings.clock.now() / 1000 : 0;
    return Math.max(backoff, (retryAfter ?? untilReset) * 1000);
  }
}

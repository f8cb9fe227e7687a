import type { Case } from '../cases/case.ts';
import { checkSequence, limitsOf } from '../checks/headers.ts';
import type { Exchange, ServiceResponse } from '../exchange.ts';
import type { Findings } from '../findings.ts';
import type { Progress, Settings } from '../options.ts';
import { readJson } from '../read-json.ts';
import { Pace } from './pace.ts';
import { curlOf, fillAll, outgoingOf, valuesOf, type Values } from './request.ts';
import { createSend, type Send, type Sent } from './send.ts';

/** Ends a run before its last case. The message is the problem of the report. */
export class RunEnded extends Error {}

/** How often a request is repeated that gets a 5xx or no response; the first wait, which doubles. */
const repeats = 4;
const repeatsOfTimeouts = 2;
const firstBackoffMs = 250;
/** After so many cases that failed to the last repeat, one repeat is enough: it is no passing fault. */
const patientCases = 3;
/** A create whose response is lost and that the list shows is sent so many times: the list tells, so it is not blind. */
const mostMade = 3;
/** After so many cases in a row without a response, nobody is there any more. */
const mostSilent = 3;

/** Limits of one exchange, for the end of a run. */
export interface Hurry {
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch. */
  readonly until: number;
}

/** Sends cases at the pace of the rate limit, and repeats what may have failed in passing. */
export class Service {
  values: Values;
  readonly settings: Settings;
  readonly findings: Findings;
  /** Called before a request that may have been carried out is sent again; `true`: it was, and is not. */
  wasMade: ((one: Case) => Promise<boolean>) | undefined;
  /** What the run is doing, without a wait. */
  progress: Progress = { case: 0, of: 0, id: '' };

  readonly #send: Send;
  readonly #pace: Pace;
  readonly #signal: AbortSignal;
  readonly #until: number;
  readonly #last = new Map<string, { readonly response: ServiceResponse; readonly streak: number }>();
  #failed = 0;
  #silent = 0;

  constructor(settings: Settings, findings: Findings) {
    this.settings = settings;
    this.findings = findings;
    this.#send = createSend(settings);
    this.#pace = new Pace(!/^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/.test(settings.base));
    this.#signal = settings.signal ?? new AbortController().signal;
    this.#until = settings.clock.now() + settings.timeLimitMs;
    this.values = valuesOf(settings, '', settings.clock.now());
  }

  curl(one: Case): string {
    const { base, keyNames } = this.settings;
    return curlOf(one, base, this.values, keyNames);
  }

  /** Sends a case until its response is final; every 429 on the way is returned, too. */
  async exchange(
    one: Case,
    hurry?: Hurry,
  ): Promise<{ readonly final: Exchange; readonly throttled: readonly Exchange[] }> {
    const { clock, patienceMs } = this.settings;
    const throttled: Exchange[] = [];
    const passing: string[] = [];
    let waited = 0;
    let made = 0;
    for (let attempt = 1; ; attempt += 1) {
      const sent = await this.#sendInTurn(one, hurry);
      const exchange = this.#exchangeOf(one, sent);
      const status = 'response' in sent ? sent.response.status : 0;
      const isThrottled = status === 429 && one.expect !== 'throttled';
      if (!isThrottled && status !== 0 && status < 500) {
        this.#silent = 0;
        for (const what of passing) this.findings.unstable(one.id, what);
        // A conflict with what this case made itself says nothing against the service.
        return { final: { ...exchange, ...(made > 0 && status === 409 && { isMade: true }) }, throttled };
      }
      if (isThrottled) throttled.push({ ...exchange, case: { ...one, expect: 'throttled' } });
      const wait = this.#waitOf(sent, attempt, isThrottled);
      const isLate = waited + wait > patienceMs || (hurry !== undefined && clock.now() + wait > hurry.until);
      if (isThrottled && isLate)
        throw new RunEnded(
          `The quota is used up, by others too: ${one.id} still gets 429, and the next try would be ${Math.ceil(wait / 1000)} s later.`,
        );
      if (!isThrottled && (isLate || attempt > this.#repeatsFor(sent))) {
        this.#fail(status);
        return { final: exchange, throttled };
      }
      passing.push(status === 0 ? ('failure' in sent ? sent.failure : '') : String(status));
      waited += wait;
      await this.#sleep(wait, isThrottled ? 'the rate limit' : `another try after ${passing.at(-1) ?? ''}`, hurry);
      if (isThrottled || one.operation.method !== 'POST' || (await this.wasMade?.(one)) !== true) continue;
      made += 1;
      // What is lost every time is no passing fault. What had to be refused is not made again.
      if (made < mostMade && one.needs.includes('createOn')) continue;
      const isPassing = made < mostMade;
      if (isPassing) for (const what of passing) this.findings.unstable(one.id, what);
      return { final: { ...exchange, isMade: isPassing }, throttled };
    }
  }

  /** Sleeps, tells why, and ends the run where it is to end. */
  async #sleep(milliseconds: number, why: string, hurry?: Hurry): Promise<void> {
    const { clock, onProgress } = this.settings;
    if (milliseconds >= 1000) onProgress?.({ ...this.progress, waiting: { why, milliseconds } });
    const left = hurry === undefined ? this.#until - clock.now() : hurry.until - clock.now();
    await clock.sleep(Math.max(0, Math.min(milliseconds, left)), hurry?.signal ?? this.#signal);
    if (hurry === undefined) this.checkEnd();
  }

  /** @throws {RunEnded} where the run was ended from outside, or its time is over */
  checkEnd(): void {
    if (this.#signal.aborted) throw new RunEnded('The run was interrupted.');
    if (this.settings.clock.now() >= this.#until)
      throw new RunEnded(`The run took longer than its limit of ${this.settings.timeLimitMs} ms.`);
  }

  async #sendInTurn(one: Case, hurry: Hurry | undefined): Promise<Sent> {
    const { clock, base, key } = this.settings;
    const { operation } = one;
    if (hurry === undefined) this.checkEnd();
    // A case about a used-up quota is not kept from using it up.
    const wait = one.expect === 'throttled' ? 0 : this.#pace.waitFor(operation, clock.now(), hurry !== undefined);
    if (hurry !== undefined && clock.now() + wait > hurry.until) throw new RunEnded('The quota is used up.');
    if (wait > 0) await this.#sleep(wait, 'the rate limit', hurry);
    // Requests without a valid key use up nobody's quota.
    const isOwn =
      one.expect !== 'no-valid-key' &&
      one.expect !== 'forbidden-key' &&
      one.request.headers['Authorization'] !== 'Bearer {throttledKey}';
    if (isOwn) this.#pace.count(operation, clock.now());
    const sent = await this.#send(outgoingOf(one, base, this.values), hurry?.signal ?? this.#signal);
    if (hurry === undefined) this.checkEnd();
    if (isOwn && key !== '' && 'response' in sent) {
      this.#pace.learn(operation, sent.response, clock.now());
      this.#compare(one, sent.response);
    }
    return sent;
  }

  /** Holds the rate-limit headers of two responses in a row to each other. */
  #compare(one: Case, response: ServiceResponse): void {
    const name = one.operation.rateLimit?.name ?? '';
    const before = this.#last.get(name);
    const { streak, found } =
      before === undefined ? { streak: 0, found: [] } : checkSequence(before.response, response, before.streak);
    this.#last.set(name, { response, streak });
    this.findings.add(one, { found, observed: [] }, () => this.curl(one));
  }

  #exchangeOf(one: Case, sent: Sent): Exchange {
    const { fields, query } = one.request;
    return {
      case: one,
      sent: fillAll(fields, this.values),
      query: fillAll(query, this.values),
      at: this.settings.clock.now(),
      ...sent,
      ...('response' in sent && { json: readJson(sent.response.body) }),
    };
  }

  #waitOf(sent: Sent, attempt: number, isThrottled: boolean): number {
    const { retryAfter, reset } = 'response' in sent ? limitsOf(sent.response.headers) : {};
    const backoff = firstBackoffMs * 2 ** (attempt - 1) * (isThrottled ? 4 : 1);
    const stated =
      retryAfter ?? (isThrottled && reset !== undefined ? reset - this.settings.clock.now() / 1000 : undefined);
    return Math.max(backoff, (stated ?? 0) * 1000);
  }

  #repeatsFor(sent: Sent): number {
    if (this.#failed >= patientCases) return 1;
    return 'failure' in sent && sent.timedOut === true ? repeatsOfTimeouts : repeats;
  }

  #fail(status: number): void {
    this.#failed += 1;
    this.#silent = status === 0 ? this.#silent + 1 : 0;
  }

  /** Whether nobody seems to be there any more. */
  get isSilent(): boolean {
    return this.#silent >= mostSilent;
  }
}

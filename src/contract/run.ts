import type { Operation } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { judgeAnswer, type Fault, type Judgement } from './judge-answer.ts';
import type { Settings } from './options.ts';
import { Pace } from './pace.ts';
import type { CaseResult, Finding, Observation, Unchecked } from './report.ts';
import { curlOf, outgoingOf } from './request.ts';
import { verdictOf } from './rules.ts';
import { send, type Answer, type Failure } from './send.ts';

/** After so many requests in a row without an answer, the rest is not sent: each would cost a timeout. */
export const mostFailures = 3;

/** Sends cases one by one, and collects what comes of them. Knows nothing of what records mean. */
export class Run {
  readonly settings: Settings;
  readonly pace: Pace;
  /** Answers that came at all. */
  answered = 0;
  /** Why the last request got no answer. */
  lastFailure: Failure = { failure: '' };
  readonly observations: Observation[] = [];
  readonly unchecked: Unchecked[] = [];
  readonly #findings = new Map<string, Finding>();
  readonly #cases: (Omit<CaseResult, 'outcome'> & { outcome: CaseResult['outcome'] })[] = [];
  /** Requests in a row that got no answer. */
  failures = 0;
  #signal: AbortSignal | undefined;

  constructor(operation: Operation, settings: Settings) {
    this.settings = settings;
    this.#signal = settings.signal;
    this.pace = new Pace(operation, settings);
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()];
  }

  get cases(): readonly CaseResult[] {
    const failed = new Set(
      this.findings.filter(({ verdict }) => verdict === 'breaking').map((finding) => finding.case),
    );
    return this.#cases.map((one) => (failed.has(one.id) ? { ...one, outcome: 'failed' } : one));
  }

  /**
   * Sends a case and judges its answer. `undefined`: no answer came, which is a finding. `times`: without pause, until 429
   * comes; the last answer is judged.
   */
  async perform(tried: Case, times = 1): Promise<{ answer: Answer; judgement: Judgement } | undefined> {
    const { id, sentence, pointer, operation, question } = tried;
    if (this.failures >= mostFailures) {
      this.#cases.push({ id, sentence, pointer, outcome: 'failed' });
      this.add(tried, noAnswer(operation, `not sent: ${mostFailures} requests before it got no answer`));
      return undefined;
    }
    let answer = await this.#exchange(tried, times === 1);
    for (let sent = 1; sent < times && typeof answer !== 'string' && answer.status !== 429; sent += 1) {
      answer = await this.#exchange(tried, false);
    }
    if (typeof answer === 'string') {
      this.failures += 1;
      this.#cases.push({ id, sentence, pointer, outcome: 'failed' });
      this.add(tried, noAnswer(operation, answer));
      return undefined;
    }
    this.failures = 0;
    const judgement = judgeAnswer(tried, answer);
    const outcome = question === undefined ? 'passed' : 'observed';
    this.#cases.push({ id, sentence, pointer, outcome, status: answer.status });
    this.add(tried, ...judgement.faults, ...this.#echoedKeys(tried, answer));
    this.observe(tried, ...judgement.observed);
    return { answer, judgement };
  }

  /** Sends a request that is no case: to bring the record somewhere. */
  async exchange(tried: Case): Promise<Answer | undefined> {
    const answer = await this.#exchange(tried);
    return typeof answer === 'string' ? undefined : answer;
  }

  /** From now on requests are sent even though the run was ended. */
  ignoreSignal(): void {
    this.#signal = undefined;
  }

  skip({ id, sentence, pointer }: Case, why: string): void {
    this.#cases.push({ id, sentence, pointer, outcome: 'not-sent' });
    this.unchecked.push({ what: `${id}: ${sentence}`, why });
  }

  /** What is additive is told once for each place. */
  add(tried: Case, ...faults: readonly Fault[]): void {
    const { base, ids } = this.settings;
    for (const { rule, document, instance, expected, came } of faults) {
      const verdict = verdictOf(rule);
      const key = [rule, document, instance, ...(verdict === 'breaking' ? [tried.id] : [])].join(' ');
      if (this.#findings.has(key)) continue;
      const curl = curlOf(tried, base, ids, this.settings.keyNames);
      this.#findings.set(key, {
        ...{ rule, verdict, case: tried.id, document, instance },
        ...{ expected: this.#redacted(expected), came: this.#redacted(came), curl },
      });
    }
  }

  /** The same answer to the same question is told once. */
  observe(tried: Case, ...seen: readonly { readonly question: string; readonly saw: string }[]): void {
    for (const { question, saw } of seen) {
      if (this.observations.some((other) => other.question === question && other.saw === saw)) continue;
      this.observations.push({ case: tried.id, question, saw: this.#redacted(saw) });
    }
  }

  async #exchange(tried: Case, paced = true): Promise<Answer | string> {
    const { base, ids, keys, timeoutMs } = this.settings;
    const ownKey = tried.section !== 'key' && tried.section !== 'auth';
    if (paced && ownKey) await this.pace.turn();
    this.#signal?.throwIfAborted();
    const sent = await send(outgoingOf(tried, base, ids, keys), timeoutMs, this.#signal);
    this.#signal?.throwIfAborted();
    if ('failure' in sent) {
      this.lastFailure = sent;
      return sent.failure;
    }
    this.answered += 1;
    if (ownKey) this.pace.learn(sent.answer);
    return sent.answer;
  }

  #echoedKeys({ operation }: Case, { headers, body }: Answer): readonly Fault[] {
    const text = `${new TextDecoder().decode(body)}\n${[...headers.values()].join('\n')}`;
    // A very short key stands in a text by chance.
    const echoed = Object.values(this.settings.keys).some((key: string) => key.length >= 6 && text.includes(key));
    const document = operation.security[0]?.[0]?.pointer ?? operation.pointer;
    return echoed
      ? [
          {
            rule: 'key-not-echoed',
            document,
            instance: '/body',
            expected: 'an answer without the key',
            came: 'the key',
          },
        ]
      : [];
  }

  #redacted(text: string): string {
    const { keys, keyNames } = this.settings;
    return (Object.keys(keys) as (keyof typeof keys)[]).reduce(
      (clean, name) => clean.replaceAll(keys[name] ?? '\0', `$${keyNames[name]}`),
      text,
    );
  }
}

function noAnswer({ pointer }: Operation, came: string): Fault {
  return { rule: 'answers', document: pointer, instance: '', expected: 'one whole HTTP answer in time', came };
}

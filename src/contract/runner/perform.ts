import type { Case } from '../cases/case.ts';
import { checkEcho, recordIn } from '../checks/echo.ts';
import { checkResponse } from '../checks/response.ts';
import { checkState } from '../checks/state.ts';
import { nameOf } from '../document.ts';
import { effectOf, type Exchange } from '../exchange.ts';
import type { Ground } from './first-look.ts';
import type { Reading } from './reader.ts';
import { RunEnded, type Service } from './service.ts';

const firstPauseMs = 100;
/** After so many cases whose difference stayed, waiting shows nothing new. */
const patientCases = 3;
const mostUnread = 3;

/** Sends one case after the other, asks the three questions about each, and keeps the model. */
export class Performer {
  readonly #service: Service;
  readonly #ground: Ground;
  readonly #redact: (text: string) => string;
  #differed = 0;
  #unread = 0;

  constructor(service: Service, ground: Ground, redact: (text: string) => string) {
    this.#service = service;
    this.#ground = ground;
    this.#redact = redact;
    service.wasMade = (one) => this.#wasMade(one);
  }

  /** @param endsGroup - whether the next case is of another kind, so that a reading that costs a write is due */
  async perform(one: Case, endsGroup: boolean): Promise<Exchange> {
    const { findings } = this.#service;
    const { model, reader } = this.#ground;
    const curl = () => this.#service.curl(one);
    const { final, throttled } = await this.#service.exchange(one);
    for (const exchange of throttled) findings.add(one, checkResponse(exchange, this.#redact), curl);
    findings.add(one, checkResponse(final, this.#redact), curl);
    findings.add(one, checkEcho(final, model), curl);
    if (one.question !== undefined) {
      const value = (final.response?.status ?? 400) < 300 ? 'yes' : 'no';
      findings.add(one, { found: [], observed: [{ question: one.question, value }] }, curl);
    }
    if (reader.isFree || endsGroup) await this.#read(final);
    else this.#takeOver(final);
    findings.result(one, one.expect === 'open' ? 'observed' : 'passed', final.response?.status);
    if (this.#service.isSilent) throw new RunEnded('The service stopped responding.');
    return final;
  }

  async #read(exchange: Exchange): Promise<void> {
    const { findings, settings } = this.#service;
    const { model } = this.#ground;
    const one = exchange.case;
    const curl = () => this.#service.curl(one);
    let reading = await this.#readOnce(one);
    let found = 'records' in reading ? checkState(exchange, reading.records, model, this.#ground.reader.isFree) : [];
    const limit = this.#differed >= patientCases ? 0 : settings.staleMs;
    for (
      let pause = firstPauseMs, waited = 0;
      found.length > 0 && waited + pause <= limit && 'records' in reading;
      waited += pause, pause *= 2
    ) {
      await settings.clock.sleep(pause, settings.signal);
      this.#service.checkEnd();
      reading = await this.#readOnce(one);
      found = 'records' in reading ? checkState(exchange, reading.records, model, this.#ground.reader.isFree) : found;
      if (found.length === 0)
        findings.add(
          one,
          { found: [], observed: [{ question: 'does a read lag behind a write?', value: 'yes' }] },
          curl,
        );
    }
    if (found.length > 0) this.#differed += 1;
    findings.add(one, { found, observed: [] }, curl);
    if (!('records' in reading)) {
      const { failed } = reading;
      findings.add(failed.case, checkResponse(failed, this.#redact), () => this.#service.curl(failed.case));
      this.#takeOver(exchange);
      return;
    }
    const record = reading.records.find(({ id }) => String(id) === String(model.id));
    if (nameOf(one.operation) === 'update') model.learn(exchange, record);
    model.take(reading.records);
  }

  async #readOnce(one: Case): Promise<Reading> {
    const reading = await this.#ground.reader.read(this.#ground.model, one);
    this.#unread = 'records' in reading ? 0 : this.#unread + 1;
    if (this.#unread >= mostUnread) throw new RunEnded('The service can no longer be read.');
    return reading;
  }

  /** Without a reading, the response of an accepted update says what the record is. */
  #takeOver(exchange: Exchange): void {
    const { model } = this.#ground;
    const record = recordIn(exchange);
    if (
      record === undefined ||
      nameOf(exchange.case.operation) !== 'update' ||
      String(record['id']) !== String(model.id)
    )
      return;
    if (effectOf(exchange) === 'nothing') return;
    model.learn(exchange, record);
    model.take(
      [...model.records.values()].map((before) => (String(before['id']) === String(model.id) ? record : before)),
    );
  }

  /** Whether the list shows a record that a create made whose response was lost. */
  async #wasMade(one: Case): Promise<boolean> {
    const { model, reader } = this.#ground;
    if (!reader.isFree) return true;
    const reading = await reader.read(model, one);
    const isMade = 'records' in reading && reading.records.some(({ id }) => !model.records.has(String(id)));
    if (isMade && one.needs.includes('createOn')) model.take(reading.records);
    return isMade;
  }
}

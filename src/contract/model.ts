import { parseDateTime } from '../shared/rfc3339.ts';
import { START, type Fields } from './cases/samples.ts';
import { RECORD_FIELDS } from './document.ts';
import { effectOf, type Effect, type Exchange } from './exchange.ts';
import { asText, jsonOf } from './shown.ts';

/** Values that a field may have; each reading that the document allows is one. */
export interface Allowed {
  readonly values: readonly unknown[];
  /** The time of the request is right, too. */
  readonly now?: boolean;
  /** Nobody knows what the field may be. */
  readonly anything?: boolean;
}

const times = new Set(RECORD_FIELDS.filter(({ schema }) => schema.format === 'date-time').map(({ name }) => name));

/** Clocks of two machines may differ by so much. */
const skewMs = 300_000;

/**
 * What the service has to hold, as the document says. Where the document leaves something open, each reading is allowed, and
 * the one that the service chose is remembered and has to stay.
 */
export class Model {
  /** The id of the record that the run changes. */
  readonly id: number;
  readonly #run: { readonly otherId?: number; readonly createOn?: string };
  /** By id, as text: what the last reading showed. */
  records: ReadonlyMap<string, Fields> = new Map();
  /** The record that the run changes; where a reading did not show it, as it was before. */
  record: Fields = {};
  /** What became of the start when an update left it out; absent until such an update was accepted. */
  startLeftOut: 'kept' | 'now' | undefined;
  /** What the list called active, by filter. */
  readonly active = new Map<string, ReadonlySet<string>>();

  constructor(
    id: number,
    records: readonly Fields[],
    run: { readonly otherId?: number; readonly createOn?: string } = {},
  ) {
    this.id = id;
    this.#run = run;
    this.take(records);
  }

  /**
   * Whether nobody but the run may change a record: it is of the same EVSE, the second record of the run, or of the EVSE for
   * creates. What a create does to the statuses that its EVSE has already is not said [create].
   */
  isWatched(record: Fields, exchange: Exchange): boolean {
    const { otherId, createOn = this.record['evseId'] } = this.#run;
    const isCreate = exchange.case.operation.method === 'POST';
    if (asText(record['id']) === String(otherId) || record['evseId'] === this.record['evseId']) return true;
    return !isCreate && record['evseId'] === createOn;
  }

  /** Takes a reading over: what it shows is what has to hold from now on, so that one fault is one finding. */
  take(records: readonly Fields[]): void {
    this.records = new Map(records.map((record) => [asText(record['id']), record]));
    this.record = this.records.get(String(this.id)) ?? this.record;
  }

  /** The values that a field of the record may have after an exchange. */
  allowed(name: string, exchange: Exchange, effect: Effect = effectOf(exchange)): Allowed {
    const before = { values: [this.record[name]] };
    const { startLeftOut } = this;
    const { sent } = exchange;
    if (name === 'id' || name === 'evseId' || effect === 'nothing') return before;
    if (effect === 'wrong' || effect === 'unknown') return { values: [], anything: true };
    if (name in sent) return { values: [sent[name]], anything: effect === 'open' };
    if (name !== START || startLeftOut === 'kept') return before;
    return { values: startLeftOut === 'now' ? [] : before.values, now: true };
  }

  /** Remembers the reading that an accepted update without a start shows. */
  learn(exchange: Exchange, record: Fields | undefined): void {
    if (record === undefined || effectOf(exchange) !== 'applied' || START in exchange.sent) return;
    const isKept = isSame(START, record[START], this.record[START]);
    this.startLeftOut ??= isKept ? 'kept' : isNear(record[START], exchange.at) ? 'now' : undefined;
  }
}

export function fits(
  { values, now = false, anything = false }: Allowed,
  name: string,
  value: unknown,
  at: number,
): boolean {
  return anything || values.some((one) => isSame(name, one, value)) || (now && isNear(value, at));
}

/** Timestamps are the same where they name the same instant. */
export function isSame(name: string, one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const [a, b] = [instantOf(name, one), instantOf(name, other)];
  if (a !== undefined && b !== undefined) return a === b;
  return typeof one === typeof other && jsonOf(one) === jsonOf(other);
}

/** Whether all that was lost is a part of a fraction of a second; how fine times are kept is not said. */
export function lostAFraction(name: string, sent: unknown, value: unknown): boolean {
  const [a, b] = [instantOf(name, sent), instantOf(name, value)];
  return a !== undefined && b !== undefined && a !== b && a % 1000 !== 0 && Math.abs(a - b) < 1000;
}

/** Whether a value names the time of a request. */
export function isNear(value: unknown, at: number): boolean {
  const instant = typeof value === 'string' ? parseDateTime(value) : undefined;
  return instant !== undefined && Math.abs(instant - at) <= skewMs;
}

function instantOf(name: string, value: unknown): number | undefined {
  return times.has(name) && typeof value === 'string' ? parseDateTime(value) : undefined;
}

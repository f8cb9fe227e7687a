import { isDeepStrictEqual } from 'node:util';
import type { Operation } from '../../generated/operations.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import type { Case } from './case.ts';
import { fieldsOf, type SchemaField } from './document.ts';
import { recordSchemaOf, type Fields } from './ground.ts';
import type { Fault } from './judge-answer.ts';
import { OPEN_WHEN_LEFT_OUT } from './open-questions.ts';
import type { RuleId } from './rules.ts';
import { shown } from './shown.ts';

/** What became of a field that an update left out, where no page says what should. */
export type LeftOut = 'kept' | 'moved to now';

/** What one answer shows about a record that one answer alone cannot. */
export interface Watched {
  readonly faults: readonly Fault[];
  readonly observed: readonly { readonly question: string; readonly saw: string }[];
}

/** Follows one record through a run: what it was at first, what it was last, and what may never change. */
export class RecordWatch {
  /** As the first answer had it. */
  original: Fields | undefined;
  /** As the last answer had it. */
  last: Fields | undefined;
  /** Fields that a request without a proper answer may have changed. */
  readonly uncertain = new Set<string>();
  /** What became of fields that were left out, by name; a field is not in it before it was tried. */
  readonly leftOut = new Map<string, LeftOut | 'set to something else'>();

  readonly #id: number;
  readonly #idName: string;
  readonly #answered: readonly SchemaField[];
  readonly #sendable: ReadonlySet<string>;
  readonly #timestamps: ReadonlySet<string>;

  constructor(operation: Operation, id: number) {
    this.#id = id;
    this.#idName = operation.parameters.find((parameter) => parameter.in === 'path')?.name ?? '';
    this.#answered = fieldsOf(recordSchemaOf(operation));
    const sendable = fieldsOf(operation.requestBody?.content[0]?.schema ?? '');
    this.#sendable = new Set(sendable.map(({ name }) => name));
    const timestamps = [...this.#answered, ...sendable].filter(({ schema }) => schema.format === 'date-time');
    this.#timestamps = new Set(timestamps.map(({ name }) => name));
  }

  /** The answer to a valid update that sent these fields. `now` in milliseconds since the Unix epoch. */
  afterUpdate({ repeats = false }: Pick<Case, 'repeats'>, sent: Fields, record: Fields, now: number): Watched {
    const before = this.last;
    const faults: Fault[] = [];
    const observed: Watched['observed'][number][] = [];
    for (const field of this.#answered) {
      const { name } = field;
      const came = record[name];
      const change = (rule: MeaningRule, expected: unknown) => {
        if (!this.isSame(name, expected, came)) faults.push(faultOf(rule, field, expected, came));
      };
      if (name === this.#idName) change('echo-id', this.#id);
      else if (name in sent) {
        if (this.#lostOnlyAFraction(name, sent[name], came)) {
          observed.push({ question: `is a fraction of a second in ${name} kept?`, saw: 'no' });
        } else change('echo-sent', sent[name]);
      } else if (before === undefined || this.uncertain.has(name)) continue;
      else if (!this.#sendable.has(name)) change('evse-id-stable', before[name]);
      else if (!OPEN_WHEN_LEFT_OUT.includes(name)) change('keeps-unsent', before[name]);
      else {
        const saw = this.#leftOutAs(name, before[name], came, now);
        if (saw === undefined) change('keeps-unsent', before[name]);
        else observed.push({ question: `what becomes of ${name} when it is left out?`, saw });
      }
    }
    if (repeats && before !== undefined) faults.push(...this.differences('idempotent', before, record));
    this.last = record;
    this.uncertain.clear();
    return { faults, observed };
  }

  /** Whether an update can set a field of the answer. */
  canBeSent(name: string): boolean {
    return this.#sendable.has(name);
  }

  /** Where the documented fields of a record are not what they were. */
  differences(rule: MeaningRule, before: Fields, now: Fields): readonly Fault[] {
    return this.#answered
      .filter(({ name }) => !this.isSame(name, before[name], now[name]))
      .map((field) => faultOf(rule, field, before[field.name], now[field.name]));
  }

  /** `undefined`: neither of the two that the page can mean. A clock may be wrong by a day, and is still a clock. */
  #leftOutAs(name: string, before: unknown, came: unknown, now: number): LeftOut | undefined {
    const instant = typeof came === 'string' ? parseDateTime(came) : undefined;
    const isNow = instant !== undefined && Math.abs(instant - now) < 86_400_000;
    const saw = this.isSame(name, before, came) ? 'kept' : isNow ? 'moved to now' : undefined;
    if (saw !== 'kept' || !this.leftOut.has(name)) this.leftOut.set(name, saw ?? 'set to something else');
    return saw;
  }

  /** Timestamps are the same where they name the same instant. */
  isSame(name: string, one: unknown, other: unknown): boolean {
    const [a, b] = [this.#instant(name, one), this.#instant(name, other)];
    return a !== undefined && b !== undefined ? a === b : isDeepStrictEqual(one, other);
  }

  #lostOnlyAFraction(name: string, sent: unknown, came: unknown): boolean {
    const [a, b] = [this.#instant(name, sent), this.#instant(name, came)];
    return a !== undefined && b !== undefined && a !== b && a % 1000 !== 0 && Math.abs(a - b) < 1000 && b % 1000 === 0;
  }

  #instant(name: string, value: unknown): number | undefined {
    return this.#timestamps.has(name) && typeof value === 'string' ? parseDateTime(value) : undefined;
  }
}

function faultOf(rule: MeaningRule, { name, pointer }: SchemaField, expected: unknown, came: unknown): Fault {
  const instance = `/body/${name}`;
  return { rule, document: pointer, instance, expected: `${shown(expected)}, ${reasons[rule]}`, came: shown(came) };
}

/** Where an expectation is from. */
const reasons = {
  'echo-id': 'the id in the path',
  'echo-sent': 'as this request sent it',
  'keeps-unsent': 'as the answer before had it; this request did not send it',
  idempotent: 'as the same update left it the first time',
  'evse-id-stable': 'as in the answer before; no request can set it',
  'refused-changes-nothing': 'as before this request, which was refused',
  'other-record-untouched': 'as before the other record was changed',
} as const satisfies Partial<Record<RuleId, string>>;

type MeaningRule = keyof typeof reasons;

import { OPERATIONS } from '../../generated/operations.ts';
import { RATE_LIMITS } from '../../generated/facts.ts';
import { temporaryStatusValues, type components } from '../../generated/types.ts';
import { isObject } from '../support/document.ts';
import { instantOf, toUtc } from './instant.ts';
import type { OperationName } from './places.ts';
import { Refusal } from './refusal.ts';

/** One temporary status, as this provider stores it. */
export type EvseStatus = Readonly<components['schemas']['TemporaryEvseStatus']>;
export type Fields = Readonly<Record<string, unknown>>;

/** A request, as the provider reads it. */
export interface Call {
  readonly operation?: OperationName;
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names as they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A response before it is written. `because` is the reason for it. */
export interface Outcome {
  readonly because: 'success' | Refusal['reason'];
  readonly status: number;
  /** `undefined` leaves a header out. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
}

export type Standing = 'good' | 'forbidden' | 'throttled' | 'unknown';

/**
 * What a provider does with a request, step by step. A broken provider is the correct one with one step changed. Steps
 * call each other through the same object, so all of them see a change. The last argument of each is the call, so that `on`
 * (changes.ts) can limit a change to one operation.
 */
export interface Steps {
  /** Every record, by id. */
  readonly records: Map<number, EvseStatus>;
  /** Requests that a key may send in a minute. */
  readonly limits: { readonly read: number; readonly write: number };
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  keyOf: (call: Call) => string | undefined;
  standingOf: (key: string | undefined, call: Call) => Standing;
  /** The id in the last segment of the path, as it was sent. */
  idOf: (segment: string, call: Call) => number | undefined;
  isJson: (contentType: string | undefined, call: Call) => boolean;
  /** Throws if the text is not JSON. */
  parse: (text: string, call: Call) => unknown;
  isStatus: (value: unknown, call: Call) => boolean;
  /** Milliseconds since the Unix epoch; `undefined` if the value is not a time. */
  instantOf: (value: unknown, call: Call) => number | undefined;
  /** What is stored of a value that was sent; `undefined` refuses it. */
  read: (field: string, value: unknown, call: Call) => unknown;
  /** Refuses a body that breaks the document, and returns what is stored of it. */
  validate: (body: unknown, call: Call) => Fields;
  find: (id: number, call: Call) => EvseStatus | undefined;
  nextId: (call: Call) => number;
  /** The record as it is after a create or an update. */
  merge: (before: EvseStatus, sent: Fields, call: Call) => EvseStatus;
  store: (record: EvseStatus, call: Call) => void;
  matches: (record: EvseStatus, evseId: string, call: Call) => boolean;
  isActive: (record: EvseStatus, call: Call) => boolean;
  select: (call: Call) => readonly EvseStatus[];
  /** The body of a success: a record, or each record of a list. */
  show: (record: EvseStatus, call: Call) => unknown;
  /** The body of a refusal. */
  explain: (refusal: Refusal, call: Call) => unknown;
  /** The last step before a response is written. */
  finish: (outcome: Outcome, call: Call) => Outcome;
  write: (body: unknown, outcome: Outcome, call: Call) => string | Uint8Array;
}

/** A small change to the correct provider, given its steps. */
export type Change = (correct: Readonly<Steps>) => Partial<Steps>;

/** The keys that every provider knows. They open nothing. */
export const KEYS = { good: 'fleet-Good-1', forbidden: 'fleet-Forbidden-2', throttled: 'fleet-Throttled-3' } as const;

const standings: Readonly<Record<string, Standing>> = {
  [KEYS.good]: 'good',
  [KEYS.forbidden]: 'forbidden',
  [KEYS.throttled]: 'throttled',
};

const [update] = OPERATIONS;

/** The records of the document's examples: 42, and 43 without an end. */
const EXAMPLES = (update?.responses.find(({ status }) => status === '200')?.content[0]?.examples ?? []).map(
  ({ value }) => value as EvseStatus,
);
const [example = { id: 42, temporaryStatus: '', evseId: '' }] = EXAMPLES;

/** The examples, another status of the first one's EVSE, and a running one on an EVSE whose ID begins the same. */
export const RECORDS: readonly EvseStatus[] = [
  ...EXAMPLES,
  {
    ...example,
    id: 57,
    temporaryStatus: 'RESERVED',
    validFrom: '2036-02-29T00:00:00Z',
    validTo: '2036-03-01T00:00:00Z',
  },
  { id: 1001, temporaryStatus: 'COMMISSIONING', evseId: `${example.evseId}0`, validFrom: '2024-12-01T08:30:00Z' },
];

/** The steps of a provider with records of its own, changed where asked. */
export function makeSteps(change: Change = () => ({}), now: () => number = Date.now): Steps {
  const steps: Steps = {
    records: new Map(RECORDS.map((record) => [record.id, record])),
    limits: { read: RATE_LIMITS.read.requests, write: RATE_LIMITS.write.requests },
    now,

    keyOf: (call) => /^bearer +(\S+)$/i.exec(headerOf(call, 'authorization') ?? '')?.[1],
    standingOf: (key = '') => (Object.hasOwn(standings, key) ? standings[key] : undefined) ?? 'unknown',
    idOf: (segment) => (/^\d+$/.test(segment) ? Number(segment) : undefined),
    isJson: (contentType = '') => /^application\/json *(; *charset="?utf-8"?)?$/i.test(contentType),
    parse: (text) => JSON.parse(text) as unknown,

    isStatus: (value) => temporaryStatusValues.some((status) => status === value),
    instantOf: (value) => (typeof value === 'string' ? instantOf(value) : undefined),
    read: (field, value, call) => {
      if (field === 'temporaryStatus') return steps.isStatus(value, call) ? value : undefined;
      if (field === 'evseId') return typeof value === 'string' ? value : undefined;
      const instant = steps.instantOf(value, call);
      return instant === undefined ? undefined : toUtc(instant);
    },
    validate: (body, call) => {
      if (!isObject(body)) throw new Refusal('body', { param: 'body' });
      const required = call.operation === 'create' ? ['evseId', 'temporaryStatus'] : [];
      const missing = required.find((field) => !(field in body));
      if (missing !== undefined) throw new Refusal('body', { param: missing, code: 'missing_required_field' });
      const fields = [...required, 'temporaryStatus', 'validFrom', 'validTo'].filter((field) => field in body);
      return Object.fromEntries(
        fields.map((field) => {
          const value = steps.read(field, body[field], call);
          if (value === undefined) throw new Refusal('body', { param: field });
          return [field, value];
        }),
      );
    },

    find: (id) => steps.records.get(id),
    nextId: () => Math.max(...[...steps.records.keys()].filter((id) => id < 2 ** 31)) + 1,
    merge: (before, sent) => ({ ...before, ...sent }),
    store: (record) => void steps.records.set(record.id, record),

    matches: (record, evseId) => record.evseId === evseId,
    isActive: ({ validFrom, validTo }) =>
      (validFrom === undefined || Date.parse(validFrom) <= now()) &&
      (validTo === undefined || Date.parse(validTo) > now()),
    select: (call) => {
      const evseId = call.query.get('evseId');
      const isActiveOnly = call.query.get('activeOnly') !== 'false';
      return [...steps.records.values()].filter(
        (record) =>
          (evseId === null || steps.matches(record, evseId, call)) && (!isActiveOnly || steps.isActive(record, call)),
      );
    },

    show: (record) => record,
    explain: ({ details }) => ({ error: { request_id: 'req_01HW8K9ZY8', ...details } }),
    finish: (outcome) => outcome,
    write: (body) => JSON.stringify(body),
  };
  return Object.assign(steps, change({ ...steps }));
}

/** The value of a header, whatever the case of its name. */
export function headerOf({ headers }: Pick<Call, 'headers'>, name: string): string | undefined {
  return headers.find(([written]) => written.toLowerCase() === name)?.[1];
}

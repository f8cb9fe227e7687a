import type { IncomingHttpHeaders } from 'node:http';
import { OPERATIONS } from '../../generated/operations.ts';
import { temporaryStatusValues, type components } from '../../generated/types.ts';
import { instantOf, toUtc } from './instant.ts';

/** One temporary status, as this provider keeps it. */
export type EvseStatus = Readonly<components['schemas']['TemporaryEvseStatus']>;

export interface ProviderRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ProviderAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An update that is about to be answered: what was stored, what was asked for, what is stored now. */
export interface Update {
  readonly before: EvseStatus;
  readonly change: Readonly<Record<string, unknown>>;
  readonly after: EvseStatus;
}

export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly param?: string;
}

export type Standing = 'good' | 'forbidden' | 'throttled' | 'unknown';

/**
 * What a provider does with a request, step by step. A broken provider is the correct one with one step changed; steps
 * call each other through the same object, so that a change is seen by all of them.
 */
export interface Steps {
  /** Every record, by id. */
  readonly records: Map<number, EvseStatus>;
  /** Requests that a key may send in a minute. */
  readonly limit: number;
  /** The API key in an `Authorization` header. */
  keyOf: (authorization: string | undefined) => string | undefined;
  standingOf: (key: string | undefined) => Standing;
  /** The id in the last segment of the path, as it was sent. */
  idOf: (segment: string) => number | undefined;
  isJson: (contentType: string | undefined) => boolean;
  /** Throws where the text is not JSON. */
  parse: (text: string) => unknown;
  isStatus: (value: unknown) => boolean;
  /** Milliseconds since the Unix epoch. */
  instantOf: (value: unknown) => number | undefined;
  /** What is wrong with the body of a request to change this record. */
  faultOf: (body: unknown, record?: EvseStatus) => Refusal | undefined;
  find: (id: number) => EvseStatus | undefined;
  merge: (record: EvseStatus, change: Readonly<Record<string, unknown>>) => EvseStatus;
  store: (record: EvseStatus) => void;
  /** The body of the answer to an update. */
  show: (update: Update) => unknown;
  /** The body of the answer to a request that is refused. */
  explain: (refusal: Refusal) => unknown;
  /** The last look at every answer before it is sent. */
  finish: (answer: ProviderAnswer, request: ProviderRequest) => ProviderAnswer | Promise<ProviderAnswer>;
}

/** A small change of the correct provider; it is given the correct steps. */
export type Change = (correct: Readonly<Steps>) => Partial<Steps>;

/** The keys that every provider knows. They open nothing. */
export const KEYS = { good: 'fleet-Good-1', forbidden: 'fleet-Forbidden-2', throttled: 'fleet-Throttled-3' } as const;

const [operation] = OPERATIONS;

/** The records of the document's examples: 42, and 43 without an end. */
export const EXAMPLES = (operation?.responses.find(({ status }) => status === '200')?.content[0]?.examples ?? []).map(
  ({ value }) => value as EvseStatus,
);

/** The steps of a provider with a memory of its own, changed where asked. */
export function makeSteps(change: Change = () => ({})): Steps {
  const steps: Steps = {
    records: new Map(EXAMPLES.map((record) => [record.id, record])),

    limit: operation?.rateLimit?.requests ?? 0,

    keyOf: (authorization = '') => /^bearer +(\S+)$/i.exec(authorization)?.[1],

    standingOf: (key) => {
      if (key === KEYS.good) return 'good';
      if (key === KEYS.forbidden) return 'forbidden';
      return key === KEYS.throttled ? 'throttled' : 'unknown';
    },

    idOf: (segment) => (/^\d+$/.test(segment) ? Number(segment) : undefined),

    isJson: (contentType = '') => /^application\/json *(; *charset="?utf-8"?)?$/i.test(contentType),

    parse: (text) => JSON.parse(text) as unknown,

    isStatus: (value) => temporaryStatusValues.some((status) => status === value),

    instantOf: (value) => (typeof value === 'string' ? instantOf(value) : undefined),

    faultOf: (body) => {
      if (!isObject(body)) return invalid('body', 'The body must be a JSON object.');
      if ('temporaryStatus' in body && !steps.isStatus(body['temporaryStatus']))
        return invalid('temporaryStatus', `temporaryStatus must be one of ${temporaryStatusValues.join(', ')}.`);
      for (const field of ['validFrom', 'validTo'])
        if (field in body && steps.instantOf(body[field]) === undefined)
          return invalid(field, `${field} must be a date and time with an offset (RFC 3339).`);
      return undefined;
    },

    find: (id) => steps.records.get(id),

    merge: (record, { temporaryStatus, validFrom, validTo }) => ({
      ...record,
      ...(temporaryStatus !== undefined && { temporaryStatus: temporaryStatus as string }),
      ...(validFrom !== undefined && { validFrom: toUtc(steps.instantOf(validFrom)) }),
      ...(validTo !== undefined && { validTo: toUtc(steps.instantOf(validTo)) }),
    }),

    store: (record) => void steps.records.set(record.id, record),

    show: ({ after }) => after,

    explain: ({ type, code, message, param }) => ({
      error: { type, code, message, ...(param !== undefined && { param }), request_id: 'req_01HW8K9ZY8' },
    }),

    finish: (answer) => answer,
  };
  return Object.assign(steps, change({ ...steps }));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(param: string, message: string): Refusal {
  return { status: 422, type: 'invalid_request', code: 'invalid_value', message, param };
}

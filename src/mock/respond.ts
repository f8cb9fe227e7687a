import type { Operation } from '../../generated/operations.ts';
import type { Validators } from '../../generated/success-validators.ts';
import { readBody, type Body } from './request/body.ts';
import { checkAccept, checkKey, parsePrefer, type Preference } from './request/headers.ts';
import { readParameters } from './request/parameters.ts';
import type { Route } from './request/routes.ts';
import { findExample } from './response/examples.ts';
import { CODES, refuse, type Refusal } from './response/refusals.ts';
import { applyOperation, checkRecord } from './state/apply-operation.ts';
import type { Window } from './state/rate-limiter.ts';
import type { createSettings } from './state/settings.ts';
import type { Store } from './state/store.ts';
import type { createStubbedResponses } from './state/stubbed-responses.ts';
import type { MockRequest, MockResponse, ResponseSource } from './types.ts';

/** What the response to one request consists of. */
export interface Decision {
  readonly source: ResponseSource;
  readonly status: number;
  /** Empty: none. Where there are reasons, the body is made from them. */
  readonly body?: string;
  /** Of an error that is an example of the document. */
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reasons?: Refusal;
  readonly failure?: MockResponse['failure'];
  readonly ignoredFields?: readonly string[];
}

/** A request of a documented operation. */
export interface Call {
  readonly headers: MockRequest['headers'];
  readonly body: Body;
  readonly route: Route;
  /** The path's parameters by name, not decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Without its `?`. */
  readonly query: string;
  /** The rate limit with this request counted; `undefined` where there is none. */
  readonly window: Window | undefined;
  readonly now: number;
  readonly show: (value: unknown) => string;
}

export interface Context {
  readonly validators: Readonly<Record<string, Validators>>;
  readonly settings: ReturnType<typeof createSettings>;
  readonly stubs: ReturnType<typeof createStubbedResponses>;
  readonly store: Store;
  readonly maxBodyBytes: number;
}

/**
 * Determines the response to a documented operation. The order is fixed: stubbed responses, server errors by chance, rate
 * limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields, `Prefer`, and
 * then the records. A request with `Prefer` needs no record: it asks for an example of the document.
 */
export function respond(context: Context, call: Call): Decision {
  const { validators, settings, stubs, store, maxBodyBytes } = context;
  const { headers, route, window, now, show } = call;
  const { operation } = route;

  const stub = stubs.take();
  if (typeof stub === 'string') return { source: 'stubbedResponse', status: 0, failure: stub };
  if (stub?.body !== undefined) {
    const type = { 'Content-Type': 'text/plain; charset=utf-8' };
    return { ...stub, source: 'stubbedResponse', headers: { ...type, ...stub.headers } };
  }
  if (stub !== undefined) {
    return { ...exampleOf('stubbedResponse', operation, stub), ...(stub.headers && { headers: stub.headers }) };
  }
  const failure = settings.errorByChance(operation);
  if (failure !== undefined) return exampleOf('errorRate', operation, { status: failure });
  if (window?.exceeded) {
    const message = `The mock takes ${window.limit} requests in a window; the switch rateLimit changes that.`;
    return refused(refuse('rate_limit_exceeded', message), 'rateLimit');
  }

  const { keys, validFromWhenOmitted } = settings.switches();
  const only = typeof keys === 'object' ? keys.one : undefined;
  const refusal =
    (keys === 'off' ? undefined : checkKey(operation, headers['authorization'], only)) ??
    checkAccept(operation, headers['accept']);
  if (refusal) return refused(refusal);
  const parameters = readParameters(operation.parameters, call, validators, show);
  if ('refusal' in parameters) return refused(parameters.refusal);
  const preference = parsePrefer(headers['prefer']);
  const missing = preference ? undefined : checkRecord(route, store, parameters, show);
  if (missing) return refused(missing);
  const body = readBody(operation, headers, call.body, maxBodyBytes, validators, show);
  if ('refusal' in body) return refused(body.refusal);
  if (preference) return exampleOf('prefer', operation, preference);

  const { fields, ignoredFields } = body;
  const input = { parameters, fields, now, movesStart: validFromWhenOmitted === 'now' };
  const outcome = applyOperation(route, store, input, validators);
  if (!('status' in outcome)) return refused(outcome, 'records');
  return { source: 'records', status: outcome.status, body: toText(outcome.value), ignoredFields };
}

export function refused(reasons: Refusal, source: ResponseSource = 'validation', headers = {}): Decision {
  return { source, status: CODES[reasons[0].code].status, reasons, headers };
}

function exampleOf(source: ResponseSource, operation: Operation, preference: Preference): Decision {
  const example = findExample(operation, preference);
  if (!('status' in example)) return refused(example);
  const { error } = (example.value ?? {}) as { error?: { request_id?: string } };
  const requestId = error?.request_id;
  const body = toText(example.value);
  return { source, status: example.status, body, ...(requestId !== undefined && { requestId }) };
}

function toText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

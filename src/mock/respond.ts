import type { Operation } from '../../generated/operations.ts';
import type { Call } from './call.ts';
import { readBody } from './request/body.ts';
import { checkAccept, checkKey, parsePrefer } from './request/headers.ts';
import { readParameters } from './request/parameters.ts';
import { findExample, type ExampleChoice } from './response/examples.ts';
import { errorBody, refusal, type Code, type Reason, type Refusal } from './response/refusals.ts';
import { applyOperation, checkRecord } from './state/apply-operation.ts';
import type { Parts } from './state/parts.ts';
import type { Window } from './state/settings.ts';
import type { MockResponse, ResponseSource } from './types.ts';

export interface Content {
  readonly source: ResponseSource;
  readonly status: number;
  /** Empty: none. */
  readonly body: string;
  readonly headers?: MockResponse['headers'] | undefined;
  readonly requestId?: string | undefined;
  readonly violations?: readonly Reason[];
  readonly ignoredFields?: readonly string[];
  readonly failure?: MockResponse['failure'];
}

/**
 * Determines the response to a documented operation. The order is fixed: stubbed responses, server errors by chance,
 * rate limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields,
 * `Prefer`, and then the records. A request with `Prefer` needs no record: it asks for an example of the document.
 */
export function contentOf(call: Call, window: Window | undefined, { stubs, settings }: Parts): Content {
  const { operation, action } = call.route;
  const stub = stubs.take(operation);
  if (typeof stub === 'string') return { source: 'stubbedResponse', status: 0, body: '', failure: stub };
  if (stub?.body !== undefined) {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', ...stub.headers };
    return { source: 'stubbedResponse', status: stub.status, body: stub.body, headers };
  }
  if (stub !== undefined) return { ...exampleOf('stubbedResponse', operation, stub), headers: stub.headers };
  const failure = settings.errorByChance(operation);
  if (failure !== undefined) return exampleOf('errorRate', operation, { status: failure });
  if (window?.exceeded) {
    const message = `The mock takes ${window.limit} requests in a window; the switch rateLimit changes that.`;
    throw refusal('rate_limit_exceeded', message);
  }

  const { authorization, accept, prefer } = call.headers;
  const { keys, validFromWhenOmitted } = settings.switches();
  if (keys !== 'off') checkKey(operation, authorization, settings.onlyKey());
  checkAccept(operation, accept);
  const parameters = readParameters(call);
  const preference = parsePrefer(prefer);
  if (!preference) checkRecord(call, parameters);
  const { fields, ignoredFields } = readBody(call);
  if (preference) return exampleOf('prefer', operation, preference);
  if (action === 'example') return exampleOf('records', operation, {});
  const { status, value } = applyOperation(call, parameters, fields, validFromWhenOmitted === 'now');
  return { source: 'records', status, body: toText(value), ignoredFields };
}

/** What determined a refusal that is not one of `validation`. */
const sources: Partial<Record<string, ResponseSource>> = {
  rate_limit_exceeded: 'rateLimit',
  mock_error: 'records',
} satisfies Partial<Record<Code, ResponseSource>>;

export function refusedContent(refused: Refusal, requestId: string): Content {
  const { status, reasons, headers } = refused;
  const source = sources[reasons[0].code] ?? 'validation';
  return { source, status, body: errorBody(refused, requestId), requestId, headers, violations: reasons };
}

function exampleOf(source: ResponseSource, operation: Operation, choice: ExampleChoice): Content {
  const example = findExample(operation, choice);
  if (typeof example === 'string') throw refusal('invalid_preference', example, 'Prefer');
  const { status, value } = example;
  const { error } = (value ?? {}) as { error?: { request_id?: string } };
  return { source, status, body: toText(value), requestId: error?.request_id };
}

function toText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

import type { Operation } from '../../generated/operations.ts';
import type { Call, MockDocument } from './call.ts';
import { show as showValue } from './option-error.ts';
import type { readOptions } from './options.ts';
import type { Parts } from './parts.ts';
import { decodeBody, readBody } from './request/body.ts';
import { checkAccept, checkKey, parsePrefer } from './request/headers.ts';
import { readParameters } from './request/parameters.ts';
import { findPath, type Path } from './request/routes.ts';
import type { createCors } from './response/cors.ts';
import { findExample, type ExampleChoice } from './response/examples.ts';
import { responseHeaders, withHeaders } from './response/headers.ts';
import { errorBody, refusal, Refused, type Code } from './response/refusals.ts';
import { applyOperation, checkRecord } from './state/apply-operation.ts';
import type { Window } from './state/rate-limiter.ts';
import { boundedText, idOf, toReceived, type Kept } from './state/received-requests.ts';
import type { MockRequest, MockResponse, ResponseSource } from './types.ts';

/** What the response to one request consists of. */
interface ResponseContent {
  readonly source: ResponseSource;
  readonly status: number;
  /** Empty: none. */
  readonly body?: string;
  /** Of an error. */
  readonly requestId?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly reasons?: Refused['reasons'];
  readonly failure?: MockResponse['failure'];
  readonly ignoredFields?: readonly string[];
}

const none: readonly never[] = [];
/** What determined a refusal that is not one of `validation`. */
const sources: Partial<Record<string, ResponseSource>> = {
  rate_limit_exceeded: 'rateLimit',
  mock_error: 'records',
} satisfies Partial<Record<Code, ResponseSource>>;

/** Responds to calls of the API: `path` and `query` are those of the request's target. */
export function createResponder(
  { operations, validators }: MockDocument,
  { basePath, maxBodyBytes }: ReturnType<typeof readOptions>,
  paths: readonly Path[],
  { settings, stubs, store, received, redactorOf, changed }: Parts,
  cors: ReturnType<typeof createCors>,
) {
  const knownPaths = [...new Set(operations.map(({ path }) => basePath + path))].join(', ');
  const knownMethods = [...new Set(operations.map(({ method }) => method))];

  return function respond(request: MockRequest, path: string, query: string): MockResponse {
    const { method, headers, target } = request;
    const found = findPath(paths, path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '');
    if (method === 'OPTIONS') return cors.preflight(request, found ? [...found.routes.keys()] : knownMethods);

    const body = decodeBody(request.body);
    const number = received.next();
    const now = settings.now();
    const redact = redactorOf(headers);
    const show = (value: unknown) => showValue(value, redact);
    const route = found?.routes.get(method);
    // However the scheme before it is written: the same key, the same count.
    const key = (headers['authorization'] ?? '').replace(/^\S+ +/, '');
    const window = route && settings.countRequest(route.operation, key, now);
    const outcome = respondOrRefuse();
    const content = outcome instanceof Refused ? contentOf(outcome, idOf(number)) : outcome;
    const { source, status, reasons = none, ignoredFields = none, requestId } = content;

    const text = boundedText(body, target, ignoredFields, redact);
    const kept: Kept = { number, now, method, status, source, violations: reasons, requestId, ...text };
    received.add(kept);
    changed();
    // A 429 that no limit made (a stubbed response, `Prefer`) lets a client that obeys `Retry-After` go on at once.
    const isForced = status === 429 && source !== 'rateLimit';
    const shownWindow = window && isForced ? { ...window, remaining: 0, endsAt: now } : window;
    return {
      status,
      headers: withHeaders(
        // Not a spread, here and in whatever else is made for every request: V8 keeps something of each spread that adds
        // names, until a full collection.
        Object.assign(responseHeaders(route?.operation, status, shownWindow), cors.headers),
        content.headers,
      ),
      body: content.body ?? '',
      delayMs: settings.delayMs(),
      ...(content.failure && { failure: content.failure }),
      received: () => toReceived(kept),
    };

    function respondOrRefuse(): ResponseContent | Refused {
      if (found === undefined) {
        return refusal('unknown_path', `There is no ${show(path)}; the document has ${knownPaths}.`);
      }
      if (route === undefined) {
        const allowed = [...found.routes.keys()].join(', ');
        const message = `This path takes ${allowed}, not ${show(method)}.`;
        return refusal('method_not_allowed', message, undefined, { Allow: `${allowed}, OPTIONS` });
      }
      const call = { headers, body, route, path: found.parameters, query, now, show, validators, store, maxBodyBytes };
      return respondToCall(call, window);
    }
  };

  /**
   * Determines the response to a documented operation. The order is fixed: stubbed responses, server errors by chance,
   * rate limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields,
   * `Prefer`, and then the records. A request with `Prefer` needs no record: it asks for an example of the document.
   */
  function respondToCall(call: Call, window: Window | undefined): ResponseContent | Refused {
    const { headers, route } = call;
    const { operation } = route;
    const stub = stubs.take();
    if (typeof stub === 'string') return { source: 'stubbedResponse', status: 0, failure: stub };
    if (stub?.body !== undefined) {
      const type = { 'Content-Type': 'text/plain; charset=utf-8' };
      return { ...stub, source: 'stubbedResponse', headers: { ...type, ...stub.headers } };
    }
    if (stub !== undefined) return exampleOf('stubbedResponse', operation, stub);
    const failure = settings.errorByChance(operation);
    if (failure !== undefined) return exampleOf('errorRate', operation, { status: failure });
    if (window?.exceeded) {
      const message = `The mock takes ${window.limit} requests in a window; the switch rateLimit changes that.`;
      return refusal('rate_limit_exceeded', message);
    }

    const { keys, validFromWhenOmitted } = settings.switches();
    const denied =
      (keys === 'off' ? undefined : checkKey(operation, headers['authorization'], settings.onlyKey())) ??
      checkAccept(operation, headers['accept']);
    if (denied) return denied;
    const parameters = readParameters(call);
    if (parameters instanceof Refused) return parameters;
    const preference = parsePrefer(headers['prefer']);
    const read = (preference ? undefined : checkRecord(call, parameters)) ?? readBody(call);
    if (read instanceof Refused) return read;
    if (preference) return exampleOf('prefer', operation, preference);
    const outcome = applyOperation(call, parameters, read.fields, validFromWhenOmitted === 'now');
    if (outcome instanceof Refused) return outcome;
    const { status, value } = outcome;
    return { source: 'records', status, body: toText(value), ignoredFields: read.ignoredFields };
  }
}

function contentOf(refused: Refused, requestId: string): ResponseContent {
  const { status, reasons, headers } = refused;
  const source = sources[reasons[0].code] ?? 'validation';
  return { source, status, body: errorBody(refused, requestId), requestId, headers, reasons };
}

function exampleOf(
  source: ResponseSource,
  operation: Operation,
  asked: ExampleChoice & Pick<ResponseContent, 'headers'>,
): ResponseContent | Refused {
  const example = findExample(operation, asked);
  if (example instanceof Refused) return example;
  const { status, value } = example;
  const { error } = (value ?? {}) as { error?: { request_id?: string } };
  return { source, status, body: toText(value), requestId: error?.request_id, headers: asked.headers };
}

function toText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

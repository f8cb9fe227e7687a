import type { Operation } from '../../generated/operations.ts';
import type { Call, MockDocument } from './call.ts';
import { show as showValue } from './option-error.ts';
import type { readOptions } from './options.ts';
import type { Parts } from './parts.ts';
import { decodeBody, readBody } from './request/body.ts';
import { checkAccept, checkKey, parsePrefer, type Preference } from './request/headers.ts';
import { readParameters } from './request/parameters.ts';
import { findPath, type Path } from './request/routes.ts';
import type { createCors } from './response/cors.ts';
import { findExample } from './response/examples.ts';
import { responseHeaders, withHeaders } from './response/headers.ts';
import { errorBody, refusal, Refused, type Code } from './response/refusals.ts';
import { applyOperation, checkRecord } from './state/apply-operation.ts';
import type { Window } from './state/rate-limiter.ts';
import { boundedText, idOf, toReceived, type Kept } from './state/received-requests.ts';
import type { MockRequest, MockResponse, ResponseSource } from './types.ts';

/** What the response to one request consists of. */
interface Decision {
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
    const { source, status, reasons = none, ignoredFields = none, requestId, ...decision } = decideSafely();

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
        decision.headers,
      ),
      body: decision.body ?? '',
      delayMs: settings.delayMs(),
      ...(decision.failure && { failure: decision.failure }),
      received: () => toReceived(kept),
    };

    function decideSafely(): Decision {
      try {
        return decide();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { status, reasons, headers } = error;
        const requestId = idOf(number);
        const source = sources[reasons[0].code] ?? 'validation';
        return { source, status, body: errorBody(error, requestId), requestId, headers, reasons };
      }
    }

    function decide(): Decision {
      if (found === undefined) {
        throw refusal('unknown_path', `There is no ${show(path)}; the document has ${knownPaths}.`);
      }
      if (route === undefined) {
        const allowed = [...found.routes.keys()].join(', ');
        const message = `This path takes ${allowed}, not ${show(method)}.`;
        throw refusal('method_not_allowed', message, undefined, { Allow: `${allowed}, OPTIONS` });
      }
      const own = { headers, body, route, path: found.parameters, query, now, show };
      return respondToCall(Object.assign(own, { validators, store, maxBodyBytes }), window);
    }
  };

  /**
   * Determines the response to a documented operation. The order is fixed: stubbed responses, server errors by chance,
   * rate limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields,
   * `Prefer`, and then the records. A request with `Prefer` needs no record: it asks for an example of the document.
   * @throws {Refused}
   */
  function respondToCall(call: Call, window: Window | undefined): Decision {
    const { headers, route } = call;
    const { operation } = route;
    const stub = stubs.take();
    if (typeof stub === 'string') return { source: 'stubbedResponse', status: 0, failure: stub };
    if (stub?.body !== undefined) {
      const type = { 'Content-Type': 'text/plain; charset=utf-8' };
      return { ...stub, source: 'stubbedResponse', headers: { ...type, ...stub.headers } };
    }
    if (stub !== undefined) return { ...exampleOf('stubbedResponse', operation, stub), headers: stub.headers };
    const failure = settings.errorByChance(operation);
    if (failure !== undefined) return exampleOf('errorRate', operation, { status: failure });
    if (window?.exceeded) {
      const message = `The mock takes ${window.limit} requests in a window; the switch rateLimit changes that.`;
      throw refusal('rate_limit_exceeded', message);
    }

    const { keys, validFromWhenOmitted } = settings.switches();
    if (keys !== 'off') checkKey(operation, headers['authorization'], settings.onlyKey());
    checkAccept(operation, headers['accept']);
    const parameters = readParameters(call);
    const preference = parsePrefer(headers['prefer']);
    if (preference === undefined) checkRecord(call, parameters);
    const { fields, ignoredFields } = readBody(call);
    if (preference) return exampleOf('prefer', operation, preference);
    const { status, value } = applyOperation(call, parameters, fields, validFromWhenOmitted === 'now');
    return { source: 'records', status, body: toText(value), ignoredFields };
  }
}

function exampleOf(source: ResponseSource, operation: Operation, preference: Preference): Decision {
  const { status, value } = findExample(operation, preference);
  const { error } = (value ?? {}) as { error?: { request_id?: string } };
  return { source, status, body: toText(value), requestId: error?.request_id };
}

function toText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

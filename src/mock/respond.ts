import type { Operation } from '../../generated/operations.ts';
import type { Call } from './call.ts';
import { show } from './checks.ts';
import { decodeBody, readBody } from './request/body.ts';
import { checkAccept, checkKey, parsePrefer } from './request/headers.ts';
import { readParameters } from './request/parameters.ts';
import { splitTarget } from './request/routes.ts';
import { findExample, type ExampleChoice } from './response/examples.ts';
import { corsHeaders, preflight, responseHeaders, withHeaders } from './response/headers.ts';
import { errorBody, refusal, toRefusal, type Code, type Reason, type Refusal } from './response/refusals.ts';
import { applyOperation, checkRecord } from './state/apply-operation.ts';
import type { Parts } from './state/parts.ts';
import type { Window } from './state/settings.ts';
import type { MockRequest, MockResponse, ResponseSource } from './types.ts';

/** What the response to one request consists of. */
interface Content {
  readonly source: ResponseSource;
  readonly status: number;
  /** Empty: none. */
  readonly body: string;
  readonly headers?: MockResponse['headers'] | undefined;
  /** Of an error. */
  readonly requestId?: string | undefined;
  readonly violations?: readonly Reason[];
  readonly ignoredFields?: readonly string[];
  readonly failure?: MockResponse['failure'];
}

/** Responds to calls of the API. */
export function createResponder({ document, options, paths, settings, stubs, store, received, changed }: Parts) {
  const { operations, validators } = document;
  const { basePath, maxBodyBytes } = options;
  const knownPaths = [...new Set(operations.map(({ path }) => basePath + path))].join(', ');
  const knownMethods = [...new Set(operations.map(({ method }) => method))];
  const cors = corsHeaders(operations);

  return function respond(request: MockRequest, redact: (text: string) => string): MockResponse {
    const { method, headers, target } = request;
    const { path, query } = splitTarget(target);
    const documented = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '';
    const found = paths.find(({ pattern }) => pattern.test(documented));
    if (method === 'OPTIONS') return preflight(request, found ? [...found.routes.keys()] : knownMethods, cors);

    const body = decodeBody(request.body, maxBodyBytes);
    const id = received.nextId();
    const now = settings.now();
    const route = found?.routes.get(method);
    // However the scheme before it is written: the same key, the same count.
    const key = (headers['authorization'] ?? '').replace(/^\S+ +/, '');
    const window = route && settings.countRequest(route.operation, key, now);
    let content: Content;
    try {
      if (found === undefined) {
        throw refusal('unknown_path', `There is no ${show(path, redact)}; the document has ${knownPaths}.`);
      }
      if (route === undefined) {
        const allowed = [...found.routes.keys()].join(', ');
        const message = `This path takes ${allowed}, not ${show(method, redact)}.`;
        throw refusal('method_not_allowed', message, undefined, { Allow: `${allowed}, OPTIONS` });
      }
      const parameters = found.pattern.exec(documented)?.groups ?? {};
      const showValue = (value: unknown) => show(value, redact);
      const call = { headers, body, route, path: parameters, query, now, show: showValue, validators, store };
      content = contentOf(call, window);
    } catch (error) {
      content = refusedContent(toRefusal(error, redact), id);
    }
    const { source, status, requestId, violations = [], ignoredFields = [], failure } = content;
    const text = typeof body === 'string' ? body : undefined;
    const at = new Date(now).toISOString();
    const kept = received.add(
      { id, requestId, at, method, path: target, status, source, violations, ignoredFields, body: text },
      redact,
    );
    changed();
    // A 429 that no limit made (a stubbed response, `Prefer`) lets a client that obeys `Retry-After` go on at once.
    const isForced = status === 429 && source !== 'rateLimit';
    const shownWindow = window && isForced ? { ...window, remaining: 0, endsAt: now } : window;
    return {
      status,
      headers: withHeaders(
        // Not a spread, here and in whatever else is made for every request: V8 keeps something of each spread that adds
        // names, until a full collection.
        Object.assign(responseHeaders(route?.operation, status, shownWindow), cors),
        content.headers,
      ),
      body: content.body,
      delayMs: settings.delayMs(),
      failure,
      received: kept,
    };
  };

  /**
   * Determines the response to a documented operation. The order is fixed: stubbed responses, server errors by chance,
   * rate limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields,
   * `Prefer`, and then the records. A request with `Prefer` needs no record: it asks for an example of the document.
   */
  function contentOf(call: Call, window: Window | undefined): Content {
    const { operation, action } = call.route;
    const stub = stubs.take();
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
}

/** What determined a refusal that is not one of `validation`. */
const sources: Partial<Record<string, ResponseSource>> = {
  rate_limit_exceeded: 'rateLimit',
  mock_error: 'records',
} satisfies Partial<Record<Code, ResponseSource>>;

function refusedContent(refused: Refusal, requestId: string): Content {
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

import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { createControl } from './adapters/control.ts';
import type { MockDocument } from './call.ts';
import { show, type Row } from './checks.ts';
import { readOptions, type MockOptions } from './options.ts';
import { createAccess } from './request/access.ts';
import { decodeBody } from './request/body.ts';
import { isControl, splitTarget } from './request/routes.ts';
import { contentOf, refusedContent, type Content } from './respond.ts';
import { corsHeaders, jsonResponse, preflight, responseHeaders, withHeaders } from './response/headers.ts';
import { errorBody, refusal, toRefusal } from './response/refusals.ts';
import { createParts } from './state/parts.ts';
import { createRedactors, idOf } from './state/received-requests.ts';
import type { MockRequest, MockResponse } from './types.ts';

const ownDocument: MockDocument = { version: DOCUMENT_VERSION, operations: OPERATIONS, validators: VALIDATORS };

export type Core = ReturnType<typeof createCore>;

/**
 * The mock of a document: a plain request in, a plain response out. It knows nothing of Node or of fetch.
 * @param adapter.hosts - Host names beside the local ones; left out where requests do not come over a network.
 * @param adapter.rows - What the adapter's own options must be.
 * @throws {MockOptionError} An option is wrong.
 */
export function createCore(
  options: MockOptions = {},
  adapter: { readonly hosts?: readonly string[]; readonly rows?: Readonly<Record<string, Row>> } = {},
  document = ownDocument,
) {
  const given = readOptions(options, adapter.rows);
  const { basePath, maxBodyBytes, allowedOrigins } = given;
  const { operations, validators } = document;
  const parts = createParts(document, given);
  const { paths, settings, store, received, controls, changed, revision } = parts;
  const checkAccess = createAccess(adapter.hosts, allowedOrigins);
  const control = createControl(controls, document.version, maxBodyBytes);
  const knownPaths = [...new Set(operations.map(({ path }) => basePath + path))].join(', ');
  const knownMethods = [...new Set(operations.map(({ method }) => method))];
  const apiHeaders = corsHeaders(operations);
  const redactors = createRedactors();
  const isTimeRunning = () => settings.switches().clock === 'real';
  return { controls, revision, respond, checkAccess, maxBodyBytes, isTimeRunning };

  /** Responds at once, and never throws; the adapter waits for `delayMs`. */
  function respond(request: MockRequest): MockResponse {
    const { target, headers } = request;
    const { path } = splitTarget(target);
    const redact = redactors(headers['authorization'], settings.onlyKey());
    let cors: MockResponse['headers'] = {};
    try {
      const refused = checkAccess(request);
      if (refused) throw refused;
      if (!isControl(path)) return respondToCall(request, redact);
      const { origin } = headers;
      if (origin !== undefined) cors = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
      return control(request, path, cors);
    } catch (error) {
      // Outside of any operation, and not recorded. A page of another origin cannot read it.
      const refused = toRefusal(error, redact);
      return jsonResponse(refused.status, errorBody(refused, idOf(0)), { ...refused.headers, ...cors });
    }
  }

  /** Responds to a call of the API, and records it. */
  function respondToCall(request: MockRequest, redact: (text: string) => string): MockResponse {
    const { method, headers, target } = request;
    const { path, query } = splitTarget(target);
    const documented = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '';
    const found = paths.find(({ pattern }) => pattern.test(documented));
    if (method === 'OPTIONS') return preflight(request, found ? [...found.routes.keys()] : knownMethods, apiHeaders);

    const body = decodeBody(request.body, maxBodyBytes);
    const id = received.nextId();
    const now = settings.now();
    const route = found?.routes.get(method);
    // A key has one count, however the scheme before it is written.
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
      content = contentOf(call, window, parts);
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
      // Not a spread, here and wherever something is made for every request: V8 keeps something of each spread that adds
      // names, until a full collection.
      headers: withHeaders(
        Object.assign(responseHeaders(route?.operation, status, shownWindow), apiHeaders),
        content.headers,
      ),
      body: content.body,
      delayMs: settings.delayMs(),
      failure,
      received: kept,
    };
  }
}

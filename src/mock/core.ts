import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import type { Validators } from '../../generated/success-validators.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { createControl, isControl } from './adapters/control.ts';
import { createControls } from './controls.ts';
import { show } from './option-error.ts';
import { readOptions } from './options.ts';
import { createAccess } from './request/access.ts';
import { decodeBody } from './request/body.ts';
import { assertCheckable } from './request/headers.ts';
import { compilePaths, findPath, splitTarget } from './request/routes.ts';
import { refused, respond, type Decision } from './respond.ts';
import { createCors } from './response/cors.ts';
import { responseHeaders, withHeaders } from './response/headers.ts';
import { errorBody, refuse, type Refusal } from './response/refusals.ts';
import { boundedText, createReceivedRequests, createRedactors, idOf, toReceived } from './state/received-requests.ts';
import type { Kept } from './state/received-requests.ts';
import { createSettings } from './state/settings.ts';
import { createStore } from './state/store.ts';
import { createStubbedResponses } from './state/stubbed-responses.ts';
import type { MockControls, MockOptions, MockRequest, MockResponse } from './types.ts';

/** All that the mock knows of an API. */
export interface MockDocument {
  readonly version: string;
  readonly operations: readonly Operation[];
  readonly validators: Readonly<Record<string, Validators>>;
}

const ownDocument: MockDocument = { version: DOCUMENT_VERSION, operations: OPERATIONS, validators: VALIDATORS };

export interface Core {
  readonly controls: MockControls;
  /** Responds at once, and never throws; the adapter waits for `delayMs`. */
  readonly respond: (request: MockRequest) => MockResponse;
  /** Why the sender may not make this request, whatever it asks for. */
  readonly checkAccess: (request: MockRequest) => Refusal | undefined;
  readonly maxBodyBytes: number;
  readonly isTimeRunning: () => boolean;
  readonly revision: () => number;
}

/**
 * The mock of a document: a plain request in, a plain response out. It knows nothing of Node or of fetch.
 * @param hosts - Host names beside the local ones; `undefined` where requests do not come over a network.
 * @throws {MockOptionError} An option is wrong.
 */
export function createCore(
  options: MockOptions = {},
  hosts?: readonly string[],
  { version, operations, validators }: MockDocument = ownDocument,
): Core {
  operations.forEach(assertCheckable);
  const { switches, seed, maxBodyBytes, maxRecordedRequests, basePath, allowedOrigins } = readOptions(options);
  const paths = compilePaths(operations);
  const settings = createSettings(switches, operations);
  const stubs = createStubbedResponses(operations);
  const store = createStore(
    paths.flatMap(({ routes }) => [...routes.values()]),
    validators,
  );
  const received = createReceivedRequests(maxRecordedRequests);
  const redactorOf = createRedactors();
  const cors = createCors(operations);
  const access = createAccess(hosts, allowedOrigins);
  const context = { validators, settings, stubs, store, maxBodyBytes };
  const knownPaths = [...new Set(operations.map(({ path }) => basePath + path))].join(', ');
  const knownMethods = [...new Set(operations.map(({ method }) => method))];
  const { controls, changed, revision } = createControls({ version, basePath, settings, stubs, store, received, seed });
  const control = createControl(controls, version, maxBodyBytes);
  return {
    controls,
    respond: respondSafely,
    checkAccess,
    maxBodyBytes,
    isTimeRunning: () => settings.switches().clock === 'real',
    revision,
  };

  function checkAccess({ target, headers }: MockRequest): Refusal | undefined {
    const { path, host } = splitTarget(target);
    return access(headers, host, isControl(path));
  }

  function respondSafely(request: MockRequest): MockResponse {
    const { path } = splitTarget(request.target);
    try {
      const denied = checkAccess(request);
      if (denied) return plain(denied);
      return isControl(path) ? respondToControl(request, path) : respondToCall(request, path);
    } catch (error) {
      const { keys } = settings.switches();
      const redact = redactorOf(request.headers['authorization'], typeof keys === 'object' ? keys.one : undefined);
      return plain(refuse('mock_error', redact(`The mock failed: ${String(error)}`)));
    }
  }

  /** Outside of any operation, and not recorded. A page of another origin cannot read it. */
  function plain(reasons: Refusal): MockResponse {
    const { status } = refused(reasons);
    return {
      status,
      headers: responseHeaders(undefined, status, undefined),
      body: errorBody(reasons, idOf(0)),
      delayMs: 0,
    };
  }

  function respondToControl(request: MockRequest, path: string): MockResponse {
    const origin = request.headers['origin'];
    const allowed: Record<string, string> =
      origin === undefined ? {} : { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
    const response =
      request.method === 'OPTIONS' ? cors.preflight(request, control.methods(path)) : control.respond(request, path);
    return { ...response, headers: { ...response.headers, ...allowed } };
  }

  function respondToCall(request: MockRequest, path: string): MockResponse {
    const { method, headers, target } = request;
    const { query } = splitTarget(target);
    const found = findPath(paths, path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '');
    if (method === 'OPTIONS') return cors.preflight(request, found ? [...found.path.routes.keys()] : knownMethods);

    const body = decodeBody(request.body);
    const number = received.next();
    const now = settings.now();
    const { keys } = settings.switches();
    const redact = redactorOf(headers['authorization'], typeof keys === 'object' ? keys.one : undefined);
    const shown = (value: unknown) => show(value, redact);
    const route = found?.path.routes.get(method);
    // A scheme is the same in any case: one key has one count.
    const key = headers['authorization']?.replace(/^\S+/, (scheme) => scheme.toLowerCase()) ?? '';
    const window = route && settings.countRequest(route.operation, key, now);
    const decision = decide();
    const { source, status, reasons, ignoredFields = none } = decision;
    const requestId = reasons ? idOf(number) : decision.requestId;

    const text = boundedText(body, target, ignoredFields, redact);
    const kept: Kept = { number, now, method, status, source, violations: reasons ?? none, requestId, ...text };
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
      body: reasons ? errorBody(reasons, idOf(number)) : (decision.body ?? ''),
      delayMs: settings.delayMs(),
      ...(decision.failure && { failure: decision.failure }),
      received: () => toReceived(kept),
    };

    function decide(): Decision {
      if (found === undefined) {
        return refused(refuse('unknown_path', `There is no ${shown(path)}; the document has ${knownPaths}.`));
      }
      if (route !== undefined) {
        return respond(context, { headers, body, route, path: found.parameters, query, window, now, show: shown });
      }
      const allowed = [...found.path.routes.keys()].join(', ');
      const reasons = refuse('method_not_allowed', `This path takes ${allowed}, not ${shown(method)}.`);
      return refused(reasons, 'validation', { Allow: `${allowed}, OPTIONS` });
    }
  }
}

const none: readonly never[] = [];

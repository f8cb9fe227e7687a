import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { createControl, isControl } from './adapters/control.ts';
import type { MockDocument } from './call.ts';
import { readOptions } from './options.ts';
import { createParts } from './parts.ts';
import { createAccess } from './request/access.ts';
import { assertCheckable } from './request/headers.ts';
import { compilePaths, splitTarget } from './request/routes.ts';
import { createResponder } from './respond.ts';
import { createCors } from './response/cors.ts';
import { errorBody, refusal, Refused } from './response/refusals.ts';
import { idOf } from './state/received-requests.ts';
import type { MockControls, MockOptions, MockRequest, MockResponse } from './types.ts';

const ownDocument: MockDocument = { version: DOCUMENT_VERSION, operations: OPERATIONS, validators: VALIDATORS };

export interface Core {
  readonly controls: MockControls;
  /** Responds at once, and never throws; the adapter waits for `delayMs`. */
  readonly respond: (request: MockRequest) => MockResponse;
  /** Why the sender may not make this request, whatever it asks for. */
  readonly checkAccess: (request: MockRequest) => Refused | undefined;
  readonly maxBodyBytes: number;
  readonly isTimeRunning: () => boolean;
  readonly revision: () => number;
}

/**
 * The mock of a document: a plain request in, a plain response out. It knows nothing of Node or of fetch.
 * @param hosts - Host names beside the local ones; `undefined` where requests do not come over a network.
 * @throws {MockOptionError} An option is wrong.
 */
export function createCore(options: MockOptions = {}, hosts?: readonly string[], document = ownDocument): Core {
  document.operations.forEach(assertCheckable);
  const checked = readOptions(options);
  const { maxBodyBytes } = checked;
  const paths = compilePaths(document.operations);
  const parts = createParts(
    document,
    checked,
    paths.flatMap(({ routes }) => [...routes.values()]),
  );
  const { controls, settings, redactorOf, revision } = parts;
  const cors = createCors(document.operations);
  const access = createAccess(hosts, checked.allowedOrigins);
  const control = createControl(controls, document.version, maxBodyBytes);
  const respondToCall = createResponder(document, checked, paths, parts, cors);
  const isTimeRunning = () => settings.switches().clock === 'real';
  return { controls, respond, checkAccess, maxBodyBytes, isTimeRunning, revision };

  function checkAccess({ target, headers }: MockRequest): Refused | undefined {
    const { path, host } = splitTarget(target);
    return access(headers, host, isControl(path));
  }

  function respond(request: MockRequest): MockResponse {
    const { path, query } = splitTarget(request.target);
    let allowed: Record<string, string> = {};
    let result: unknown;
    try {
      result = checkAccess(request);
      if (result === undefined) {
        if (!isControl(path)) return respondToCall(request, path, query);
        const origin = request.headers['origin'];
        if (origin !== undefined) allowed = { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' };
        if (request.method === 'OPTIONS') return cors.preflight(request, [control.methodOf(path)], allowed);
        result = control.respond(request, path);
      }
    } catch (error) {
      result = refusal('mock_error', redactorOf(request.headers)(`The mock failed: ${String(error)}`));
    }
    if (!(result instanceof Refused)) return toResponse(200, JSON.stringify(result), allowed);
    // Outside of any operation, and not recorded. A page of another origin cannot read it.
    return toResponse(result.status, errorBody(result, idOf(0)), { ...result.headers, ...allowed });
  }
}

function toResponse(status: number, body: string, headers: Readonly<Record<string, string>>): MockResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body, delayMs: 0 };
}

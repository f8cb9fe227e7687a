import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { createControl } from './adapters/control.ts';
import type { MockDocument } from './call.ts';
import type { Row } from './checks.ts';
import { readOptions, type MockOptions } from './options.ts';
import { createAccess } from './request/access.ts';
import { isControl, splitTarget } from './request/routes.ts';
import { createResponder } from './respond.ts';
import { jsonResponse } from './response/headers.ts';
import { errorBody, toRefusal, type Refusal } from './response/refusals.ts';
import { createParts } from './state/parts.ts';
import { createRedactors, idOf } from './state/received-requests.ts';
import type { MockControls, MockRequest, MockResponse } from './types.ts';

const ownDocument: MockDocument = { version: DOCUMENT_VERSION, operations: OPERATIONS, validators: VALIDATORS };

export interface Core {
  readonly controls: MockControls;
  /** Responds at once, and never throws; the adapter waits for `delayMs`. */
  readonly respond: (request: MockRequest) => MockResponse;
  /** Why the sender may not make this request, whatever it asks for. */
  readonly checkAccess: (request: MockRequest) => Refusal | undefined;
  readonly maxBodyBytes: number;
  readonly isTimeRunning: () => boolean;
}

interface Adapter {
  /** Host names beside the local ones; `undefined` where requests do not come over a network. */
  readonly hosts?: readonly string[];
  /** What its own options must be. */
  readonly rows?: Readonly<Record<string, Row>>;
}

/**
 * The mock of a document: a plain request in, a plain response out. It knows nothing of Node or of fetch.
 * @throws {MockOptionError} An option is wrong.
 */
export function createCore(
  options: MockOptions = {},
  { hosts, rows = {} }: Adapter = {},
  document = ownDocument,
): Core {
  const given = readOptions(options, rows);
  const { maxBodyBytes, allowedOrigins } = given;
  const parts = createParts(document, given);
  const { controls, settings } = parts;
  const checkAccess = createAccess(hosts, allowedOrigins);
  const control = createControl(controls, document.version, maxBodyBytes);
  const respondToCall = createResponder(parts);
  const redactors = createRedactors();
  return { controls, respond, checkAccess, maxBodyBytes, isTimeRunning: () => settings.switches().clock === 'real' };

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
}

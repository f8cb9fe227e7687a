import { decodeBody, parseJson } from '../request/body.ts';
import { isMediaType } from '../request/headers.ts';
import { CONTROL } from '../request/routes.ts';
import { jsonResponse, preflight } from '../response/headers.ts';
import { refusal } from '../response/refusals.ts';
import type { StubbedResponse } from '../state/stubbed-responses.ts';
import { SWITCHES, SWITCH_NAMES, type Switches } from '../state/switches.ts';
import type { MockControls, MockRequest, MockResponse } from '../types.ts';

/**
 * The control calls under `/__mock/`, for the page and for tests that run in a browser. What changes the mock is a POST in
 * `application/json`, which no page sends across origins unasked; who may send it at all: request/access.ts.
 */
export function createControl(controls: MockControls, documentVersion: string, maxBodyBytes: number) {
  const reads = new Map<string, () => unknown>([
    ['health', () => ({ status: 'ok', documentVersion })],
    ['state', controls.state],
  ]);
  const changes = new Map<string, (body: unknown) => void>([
    ['reset', controls.reset],
    ['seed', controls.seed as (body: unknown) => void],
    ['respond-next', respondNext],
    ['clear-stubbed-responses', controls.clearStubbedResponses],
    ...SWITCH_NAMES.map((name) => [SWITCHES[name].path, setting(name)] as const),
  ]);
  const withoutBody = ['reset', 'clear-stubbed-responses'];
  const known = [...reads.keys(), ...changes.keys()];

  /** @throws {Refusal | MockOptionError} */
  return (request: MockRequest, path: string, cors: MockResponse['headers']): MockResponse => {
    const { method, headers, body } = request;
    const name = path.slice(CONTROL.length + 1);
    const read = reads.get(name);
    const allowed = read ? 'GET' : 'POST';
    if (method === 'OPTIONS') return preflight(request, [allowed], cors);
    if (!known.includes(name)) {
      throw refusal('unknown_path', `There is no such call; there are ${known.join(', ')} under ${CONTROL}/.`);
    }
    if (method !== allowed && !(method === 'HEAD' && read)) {
      throw refusal('method_not_allowed', `${path} takes ${allowed}.`, undefined, { Allow: `${allowed}, OPTIONS` });
    }
    if (!read && !isMediaType('application/json', headers['content-type'])) {
      throw refusal('unsupported_media_type', 'Content-Type must be application/json.', 'Content-Type');
    }
    changes.get(name)?.(withoutBody.includes(name) ? null : parseJson(decodeBody(body, maxBodyBytes)));
    return jsonResponse(200, JSON.stringify((read ?? controls.state)()), cors);
  };

  function respondNext(body: unknown): void {
    controls.respondNext((Array.isArray(body) ? body : [body]) as StubbedResponse[]);
  }

  function setting(name: keyof Switches): (value: unknown) => void {
    return (value) => {
      controls.set({ [name]: value });
    };
  }
}

import { isTooDeep } from '../json.ts';
import { MockOptionError } from '../option-error.ts';
import { decodeBody, parseJson } from '../request/body.ts';
import { isMediaType } from '../request/media-types.ts';
import { CODES, errorBody, refuse, type Code } from '../response/refusals.ts';
import type { StubbedResponse } from '../state/stubbed-responses.ts';
import { SWITCHES, SWITCH_NAMES } from '../state/switches.ts';
import type { MockControls, MockRecord, MockRequest, MockResponse } from '../types.ts';

const prefix = '/__mock';

export function isControl(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

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
    [
      'seed',
      (body) => {
        controls.seed(body as readonly MockRecord[]);
      },
    ],
    [
      'respond-next',
      (body) => {
        controls.respondNext((Array.isArray(body) ? body : [body]) as StubbedResponse[]);
      },
    ],
    ['clear-stubbed-responses', controls.clearStubbedResponses],
    ...SWITCH_NAMES.map((name): [string, (body: unknown) => void] => [
      SWITCHES[name].path,
      (body) => {
        controls.set({ [name]: body });
      },
    ]),
  ]);
  const withoutBody = ['reset', 'clear-stubbed-responses'];
  const nameOf = (path: string) => path.slice(prefix.length + 1);

  return {
    methods: (path: string): readonly string[] => [reads.has(nameOf(path)) ? 'GET' : 'POST'],

    respond({ method, headers, body: bytes }: MockRequest, path: string): MockResponse {
      const name = nameOf(path);
      const read = reads.get(name);
      const change = changes.get(name);
      if (read === undefined && change === undefined) {
        const known = [...reads.keys(), ...changes.keys()].join(', ');
        return refused('unknown_path', `There is no such call; there are ${known} under ${prefix}/.`);
      }
      const allowed = read ? 'GET' : 'POST';
      if (method !== allowed && !(method === 'HEAD' && read)) {
        const response = refused('method_not_allowed', `${path} takes ${allowed}.`);
        return { ...response, headers: { ...json, Allow: `${allowed}, OPTIONS` } };
      }
      if (change === undefined) return ok(read?.());
      if (!isMediaType('application/json', headers['content-type'])) {
        return refused('unsupported_media_type', 'Content-Type must be application/json.', 'Content-Type');
      }
      const { length, text } = decodeBody(bytes);
      if (length > maxBodyBytes) return refused('body_too_large', `The body has more than ${maxBodyBytes} bytes.`);
      const body = withoutBody.includes(name) ? null : parseJson(text);
      if (body === undefined) return refused('invalid_json', 'The body must be JSON: the value to set.', 'body');
      if (isTooDeep(body)) return refused('invalid_option', 'The body is nested more than 32 levels deep.', 'body');
      try {
        change(body);
      } catch (error) {
        if (error instanceof MockOptionError) return refused('invalid_option', error.message, error.option);
        throw error;
      }
      return ok(controls.state());
    },
  };
}

const json = { 'Content-Type': 'application/json' };

function ok(value: unknown): MockResponse {
  return { status: 200, headers: json, body: JSON.stringify(value), delayMs: 0 };
}

function refused(code: Code, message: string, param?: string): MockResponse {
  const body = errorBody(refuse(code, message, param), 'req_mock_control');
  return { status: CODES[code].status, headers: json, body, delayMs: 0 };
}

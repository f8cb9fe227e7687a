import { MockOptionError } from '../option-error.ts';
import { decodeBody, parseJson } from '../request/body.ts';
import { isMediaType } from '../request/media-types.ts';
import { refusal, Refused } from '../response/refusals.ts';
import type { StubbedResponse } from '../state/stubbed-responses.ts';
import { SWITCHES, SWITCH_NAMES } from '../state/switches.ts';
import type { MockControls, MockRecord, MockRequest } from '../types.ts';

const prefix = '/__mock';

export function isControl(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

/**
 * The control calls under `/__mock/`, for the page and for tests that run in a browser. What changes the mock is a POST in
 * `application/json`, which no page sends across origins unasked; who may send it at all: request/access.ts.
 */
export function createControl(controls: MockControls, documentVersion: string, maxBodyBytes: number) {
  const reads: Readonly<Record<string, () => unknown>> = {
    health: () => ({ status: 'ok', documentVersion }),
    state: controls.state,
  };
  const changes: Record<string, (body: unknown) => void> = {
    reset: controls.reset,
    seed: (body) => {
      controls.seed(body as readonly MockRecord[]);
    },
    'respond-next': (body) => {
      controls.respondNext((Array.isArray(body) ? body : [body]) as StubbedResponse[]);
    },
    'clear-stubbed-responses': controls.clearStubbedResponses,
  };
  for (const name of SWITCH_NAMES) {
    changes[SWITCHES[name].path] = (body) => {
      controls.set({ [name]: body });
    };
  }
  const withoutBody = ['reset', 'clear-stubbed-responses'];
  const nameOf = (path: string) => path.slice(prefix.length + 1);
  const methodOf = (path: string) => (Object.hasOwn(reads, nameOf(path)) ? 'GET' : 'POST');

  return {
    methodOf,

    /** @returns what the response holds, or a refusal */
    respond({ method, headers, body: bytes }: MockRequest, path: string): unknown {
      const name = nameOf(path);
      const known = [...Object.keys(reads), ...Object.keys(changes)];
      if (!known.includes(name)) {
        return refusal('unknown_path', `There is no such call; there are ${known.join(', ')} under ${prefix}/.`);
      }
      const allowed = methodOf(path);
      const read = reads[name];
      if (method !== allowed && !(method === 'HEAD' && read)) {
        const headers = { Allow: `${allowed}, OPTIONS` };
        return refusal('method_not_allowed', `${path} takes ${allowed}.`, undefined, headers);
      }
      if (read) return read();
      if (!isMediaType('application/json', headers['content-type'])) {
        return refusal('unsupported_media_type', 'Content-Type must be application/json.', 'Content-Type');
      }
      const body = withoutBody.includes(name) ? null : parseJson(decodeBody(bytes), maxBodyBytes);
      if (body instanceof Refused) return body;
      try {
        changes[name]?.(body);
      } catch (error) {
        if (error instanceof MockOptionError) return refusal('invalid_option', error.message, error.option);
        throw error;
      }
      return controls.state();
    },
  };
}

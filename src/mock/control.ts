import { decodeBody, type Body } from './body.ts';
import { CODES, errorBody, refuse, type Refusal } from './errors.ts';
import { MockOptionError } from './option-error.ts';
import { SWITCHES, SWITCH_NAMES } from './switches.ts';
import type { MockControls, NextAnswer, PlainAnswer, PlainRequest, Seed } from './types.ts';

const prefix = '/__mock';

export function isControl(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

interface Call {
  readonly method: 'GET' | 'POST';
  /** What is answered: plain JSON. */
  readonly run: (body: unknown) => unknown;
  readonly takesBody: boolean;
}

/** The HTTP calls under `/__mock/`: the same switches for tests that run in a browser, and for the page. */
export function createControl(controls: MockControls, documentVersion: string) {
  const get = (run: () => unknown): Call => ({ method: 'GET', run, takesBody: false });
  const post = (change: (body: unknown) => void, takesBody = true): Call => ({
    method: 'POST',
    takesBody,
    run: (body) => {
      change(body);
      return controls.state();
    },
  });
  const calls = new Map<string, Call>([
    ['health', get(() => ({ status: 'ok', documentVersion }))],
    ['state', get(() => controls.state())],
    [
      'reset',
      post(() => {
        controls.reset();
      }, false),
    ],
    [
      'seed',
      post((body) => {
        controls.seed(body as Seed);
      }),
    ],
    [
      'respond-next',
      post((body) => {
        controls.respondNext((Array.isArray(body) ? body : [body]) as NextAnswer[]);
      }),
    ],
    ...SWITCH_NAMES.map((name): [string, Call] => [
      SWITCHES[name].path,
      post((body) => {
        controls.set({ [name]: body });
      }),
    ]),
  ]);

  return {
    methods: (path: string): readonly string[] => {
      const call = calls.get(path.slice(prefix.length + 1));
      return call ? [call.method] : ['GET', 'POST'];
    },

    answer({ method, headers, body: bytes }: PlainRequest, path: string): Omit<PlainAnswer, 'delayMs'> {
      const name = path.slice(prefix.length + 1);
      const call = calls.get(name);
      if (call === undefined) {
        return refused(
          refuse('unknown_path', `There is no such call; there are ${[...calls.keys()].join(', ')} under ${prefix}/.`),
        );
      }
      if (method !== call.method && !(method === 'HEAD' && call.method === 'GET')) {
        const answer = refused(refuse('method_not_allowed', `${path} takes ${call.method}.`));
        return { ...answer, headers: { ...answer.headers, Allow: `${call.method}, OPTIONS` } };
      }
      const etag = `"${controls.state().revision}"`;
      if (name === 'state' && headers['if-none-match'] === etag)
        return { status: 304, headers: { ETag: etag }, body: '' };
      try {
        const answer = call.run(call.takesBody ? parse(decodeBody(bytes)) : undefined);
        return {
          status: 200,
          headers: name === 'state' ? { ...json, ETag: etag } : json,
          body: JSON.stringify(answer),
        };
      } catch (error) {
        if (error instanceof MockOptionError) return refused(refuse('invalid_option', error.message, error.option));
        if (error instanceof BodyError) return refused(refuse('invalid_json', error.message, 'body'));
        throw error;
      }
    },
  };
}

const json = { 'Content-Type': 'application/json' };

class BodyError extends Error {}

function parse({ tooLarge, text }: Body): unknown {
  if (tooLarge) throw new BodyError('The body is larger than the mock reads.');
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new BodyError('The body has to be JSON: the value to set.');
  }
}

function refused(reasons: Refusal): Omit<PlainAnswer, 'delayMs'> {
  return { status: CODES[reasons[0].code].status, headers: json, body: errorBody(reasons, 'req_mock_control') };
}

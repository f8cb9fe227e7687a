import { sending, sendingAt, withHeaders, type BrokenProvider } from '../control.ts';
import { operation, response, updated } from '../places.ts';
import type { ProviderRequest } from '../steps.ts';

const answers = { rule: 'answers', at: operation };
const hasFraction = ({ body }: ProviderRequest) => /:\d\d\.\d/.test(body);

/** Answers that do not arrive, or not as a whole. */
export const transport: readonly BrokenProvider[] = [
  {
    name: 'hangs up on a fraction',
    fault: 'A time with a fraction of a second ends the connection without an answer.',
    found: answers,
    change: sending((_, request) => {
      if (hasFraction(request)) throw new Error('The provider hangs up.');
      return undefined;
    }),
  },
  {
    name: 'hangs up on malformed JSON',
    fault: 'A body that is not JSON ends the connection without an answer.',
    found: answers,
    change: sendingAt(400, () => {
      throw new Error('The provider hangs up.');
    }),
  },
  {
    name: 'hangs up on a malformed escape',
    fault: 'A path that cannot be decoded ends the connection without an answer.',
    found: answers,
    change: sending((_, { path }) => {
      decodeURIComponent(path);
      return undefined;
    }),
  },
  {
    name: 'never answers an unknown id',
    fault: 'An id that is not there is never answered.',
    found: answers,
    options: { timeoutMs: 2_000 },
    change: ({ finish }) => ({
      finish: (answer, request) => (answer.status === 404 ? new Promise(() => undefined) : finish(answer, request)),
    }),
  },
  {
    name: 'breaks off the body',
    fault: 'The refusal of a bad field ends before its Content-Length.',
    found: answers,
    change: sendingAt(422, (answer) => withHeaders(answer, { 'Content-Length': '5000', Connection: 'close' })),
  },
  {
    name: 'eleven megabytes',
    fault: 'The refusal of an unknown id carries a body of 11 MB.',
    found: answers,
    change: sendingAt(404, ({ body }) => ({ body: `${String(body)}${' '.repeat(11 * 1024 * 1024)}` })),
  },
  {
    name: '429 after ten requests',
    fault: 'A key is throttled long before the documented limit.',
    found: { rule: 'rate-limit-honoured', at: `${operation}/x-rate-limit` },
    change: ({ standingOf }) => {
      let count = 0;
      return {
        standingOf: (key) => {
          if (standingOf(key) !== 'good') return standingOf(key);
          count += 1;
          return count > 10 && count < 20 ? 'throttled' : 'good';
        },
      };
    },
  },
  {
    name: '60 requests a minute',
    fault: 'A key may send half of what the document allows.',
    found: { rule: 'rate-limit-honoured', at: `${operation}/x-rate-limit` },
    change: () => ({ limit: 60 }),
  },
  {
    name: 'no limit at all',
    fault: 'A key may send as much as it likes.',
    found: { rule: 'throttles', at: response('TooManyRequests') },
    options: { probeRateLimit: true },
    change: () => ({ limit: 1_000_000 }),
  },
  {
    name: 'id twice',
    fault: 'The record names its id twice.',
    found: { rule: 'no-duplicate-keys', at: `${updated}/content/application~1json` },
    change: sendingAt(200, ({ body }) => ({ body: String(body).replace('{', '{"id":1,') })),
  },
];

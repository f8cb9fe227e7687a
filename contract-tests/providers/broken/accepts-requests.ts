import type { BrokenProvider } from '../control.ts';
import { apiKey, idParameter, requestBody, update } from '../places.ts';
import { KEYS } from '../steps.ts';

/** Bodies, media types, ids and keys that have to be refused, and are not. */
export const acceptsRequests: readonly BrokenProvider[] = [
  {
    name: 'takes a list for the body',
    fault: 'An array counts as an object without fields.',
    found: { rule: 'refuses-invalid-body', at: `${update}/type` },
    change: ({ faultOf }) => ({ faultOf: (body) => faultOf(Array.isArray(body) ? {} : body) }),
  },
  {
    name: 'takes text for the body',
    fault: 'A JSON string counts as an object without fields.',
    found: { rule: 'refuses-invalid-body', at: `${update}/type` },
    change: ({ faultOf }) => ({ faultOf: (body) => faultOf(typeof body === 'string' ? {} : body) }),
  },
  {
    name: 'takes null for the body',
    fault: 'null counts as an object without fields.',
    found: { rule: 'refuses-invalid-body', at: `${update}/type` },
    change: ({ faultOf }) => ({ faultOf: (body) => faultOf(body === null ? {} : body) }),
  },
  {
    name: 'takes malformed JSON',
    fault: 'A body that is not JSON counts as {}.',
    found: { rule: 'refuses-malformed-json', at: `${requestBody}/content/application~1json` },
    change: ({ parse }) => ({
      parse: (text) => {
        try {
          return parse(text);
        } catch {
          return {};
        }
      },
    }),
  },
  {
    name: 'takes JSON with a comma too many',
    fault: 'A comma may stand before the last brace.',
    found: { rule: 'refuses-malformed-json', at: `${requestBody}/content/application~1json` },
    change: ({ parse }) => ({ parse: (text) => parse(text.replace(/,\s*([\]}])/g, '$1')) }),
  },
  {
    name: 'takes text behind the JSON',
    fault: 'The first JSON value is read and the rest left, as a decoder of streams does.',
    found: { rule: 'refuses-malformed-json', at: `${requestBody}/content/application~1json` },
    change: ({ parse }) => ({ parse: (text) => parse(/^\s*\{[^{}]*\}/.exec(text)?.[0] ?? text) }),
  },
  {
    name: 'takes any media type',
    fault: 'The media type of the request is not looked at.',
    found: { rule: 'refuses-wrong-media-type', at: `${requestBody}/content` },
    change: () => ({ isJson: () => true }),
  },
  {
    name: 'takes text/plain',
    fault: 'JSON may be sent as text/plain.',
    found: { rule: 'refuses-wrong-media-type', at: `${requestBody}/content` },
    change: ({ isJson }) => ({ isJson: (type = '') => isJson(type) || type.startsWith('text/plain') }),
  },
  {
    name: 'takes an id with letters behind it',
    fault: 'The id is read up to the first character that is no digit.',
    found: { rule: 'refuses-invalid-id', at: `${idParameter}/schema/type` },
    change: ({ idOf }) => ({ idOf: (segment) => idOf(String(parseInt(segment, 10))) }),
  },
  {
    name: 'rounds the id',
    fault: 'An id with a fraction is rounded down.',
    found: { rule: 'unknown-id', at: idParameter },
    change: ({ idOf }) => ({ idOf: (segment) => idOf(segment.replace(/\.\d+$/, '')) }),
  },
  {
    name: 'takes any id for the first',
    fault: 'An id that is not a number is read as the first record.',
    found: { rule: 'refuses-invalid-id', at: `${idParameter}/schema/type` },
    change: ({ idOf }) => ({ idOf: (segment) => idOf(segment) ?? 42 }),
  },
  {
    name: 'no authentication',
    fault: 'The Authorization header is not looked at.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ keyOf }) => ({ keyOf: (authorization) => keyOf(authorization) ?? KEYS.good }),
  },
  {
    name: 'authentication only where a header is sent',
    fault: 'A request without the header is let through.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ keyOf }) => ({
      keyOf: (authorization) => (authorization === undefined ? KEYS.good : keyOf(authorization)),
    }),
  },
  {
    name: 'any key',
    fault: 'Every key that is sent is good.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ standingOf }) => ({
      standingOf: (key) => (key !== undefined && standingOf(key) === 'unknown' ? 'good' : standingOf(key)),
    }),
  },
  {
    name: 'any scheme',
    fault: 'The key is taken in any scheme, Basic for example.',
    found: { rule: 'auth-required', at: apiKey },
    change: () => ({ keyOf: (authorization = '') => /(\S+)$/.exec(authorization)?.[1] }),
  },
  {
    name: 'a scheme without a key',
    fault: 'An empty key is good.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ keyOf }) => ({
      keyOf: (authorization) => (authorization === 'Bearer' ? KEYS.good : keyOf(authorization)),
    }),
  },
  {
    name: 'a key without its scheme',
    fault: 'The bare key is taken.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ keyOf }) => ({ keyOf: (authorization = '') => keyOf(authorization) ?? authorization }),
  },
  {
    name: 'words behind the key',
    fault: 'What stands behind the key, after a blank, is ignored.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ keyOf }) => ({ keyOf: (authorization = '') => keyOf(authorization.split(' ').slice(0, 2).join(' ')) }),
  },
  {
    name: 'a key that only begins right',
    fault: 'Whatever stands behind a good key is ignored.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ standingOf }) => ({
      standingOf: (key) => (key?.startsWith(KEYS.good) === true ? 'good' : standingOf(key)),
    }),
  },
  {
    name: 'a key in any case',
    fault: 'Keys are compared without regard to case.',
    found: { rule: 'auth-required', at: apiKey },
    change: ({ standingOf }) => ({
      standingOf: (key) => (key?.toLowerCase() === KEYS.good.toLowerCase() ? 'good' : standingOf(key)),
    }),
  },
];

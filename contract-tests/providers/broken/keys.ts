import { on } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, apiKey, response } from '../places.ts';
import { KEYS, headerOf, type Call, type Change, type Standing } from '../steps.ts';

const accepted = ['invalid-key-accepted', apiKey] as const;

/** Looks for a key elsewhere when the header holds none. */
const alsoIn =
  (find: (call: Call) => string | null | undefined): Change =>
  ({ keyOf }) => ({ keyOf: (call) => keyOf(call) ?? find(call) ?? undefined });

const authorization = (call: Call) => headerOf(call, 'authorization') ?? '';
const inQuery = (name: string) => alsoIn(({ query }) => query.get(name));
const inHeader = (name: string) => alsoIn((call) => headerOf(call, name));

/** Compares a key with the good one in a looser way. */
const comparing =
  (isGood: (key: string) => boolean): Change =>
  ({ standingOf }) => ({
    standingOf: (key, call) => {
      const standing = standingOf(key, call);
      return standing === 'unknown' && key !== undefined && isGood(key) ? 'good' : standing;
    },
  });

const everywhere = [
  broken('The Authorization header is not looked at.', accepted, ({ keyOf }) => ({
    keyOf: (call) => keyOf(call) ?? KEYS.good,
  })),
  broken(
    'A request without an Authorization header is let through.',
    accepted,
    alsoIn((call) => (authorization(call) === '' ? KEYS.good : undefined)),
  ),
  broken(
    'Every key is good.',
    accepted,
    comparing(() => true),
  ),
  broken(
    'A key is good without its last character.',
    accepted,
    comparing((key) => KEYS.good.startsWith(key)),
  ),
  broken(
    'A key is good with a character too many.',
    accepted,
    comparing((key) => key.startsWith(KEYS.good)),
  ),
  broken(
    'A key is compared without regard to case.',
    accepted,
    comparing((key) => key.toLowerCase() === KEYS.good.toLowerCase()),
  ),
  broken('A key needs no scheme.', accepted, alsoIn(authorization)),
  broken(
    'A key is good in any scheme.',
    accepted,
    alsoIn((call) => /^[\w-]+ +(\S+)$/.exec(authorization(call))?.[1]),
  ),
  broken(
    'A key is good in the scheme Basic.',
    accepted,
    alsoIn((call) => /^basic +(\S+)$/i.exec(authorization(call))?.[1]),
  ),
  broken(
    'A key is good as the user or password of Basic.',
    accepted,
    alsoIn((call) => {
      const encoded = /^basic +(\S+)$/i.exec(authorization(call))?.[1] ?? '';
      return Buffer.from(encoded, 'base64')
        .toString()
        .split(':')
        .find((part) => part === KEYS.good);
    }),
  ),
  broken(
    'A scheme without a key is good.',
    accepted,
    alsoIn((call) => (/^bearer *$/i.test(authorization(call)) ? KEYS.good : undefined)),
  ),
  broken(
    'A key needs no space behind its scheme.',
    accepted,
    alsoIn((call) => /^bearer(\S+)$/i.exec(authorization(call))?.[1]),
  ),
  broken(
    'A second key behind the first is not looked at.',
    accepted,
    alsoIn((call) => /^bearer +(\S+?),? /i.exec(authorization(call))?.[1]),
  ),
  broken('A key is good in the query, as api_key.', accepted, inQuery('api_key')),
  broken('A key is good in the query, as access_token.', accepted, inQuery('access_token')),
  broken('A key is good in the query, as apiKey.', accepted, inQuery('apiKey')),
  broken('A key is good in the query, as token.', accepted, inQuery('token')),
  broken('A key is good in the header X-Api-Key.', accepted, inHeader('x-api-key')),
  broken('A key is good in the header Api-Key.', accepted, inHeader('api-key')),
  broken(
    'A key is good in the header Proxy-Authorization.',
    accepted,
    alsoIn((call) => /^bearer +(\S+)$/i.exec(headerOf(call, 'proxy-authorization') ?? '')?.[1]),
  ),
  broken(
    'A key is good in a cookie.',
    accepted,
    alsoIn((call) => /=\s*([^;]+)/.exec(headerOf(call, 'cookie') ?? '')?.[1]),
  ),
];

const asGood =
  (standing: Standing): Change =>
  ({ standingOf }) => ({
    standingOf: (key, call) => (standingOf(key, call) === standing ? 'good' : standingOf(key, call)),
  });

const byOperation = OPERATION_NAMES.flatMap((name) => [
  broken(
    `${name}: no key is needed.`,
    accepted,
    on(name, ({ keyOf }) => ({ keyOf: (call) => keyOf(call) ?? KEYS.good })),
  ),
  broken(
    `${name}: every key is good.`,
    accepted,
    on(
      name,
      comparing(() => true),
    ),
  ),
  broken(
    `${name}: a key without permission is let through.`,
    ['missing-permission-accepted', response(name, 403)],
    on(name, asGood('forbidden')),
  ),
  broken(
    `${name}: a key whose quota is used up is let through.`,
    ['rate-limit-missing', response(name, 429)],
    on(name, asGood('throttled')),
  ),
]);

const limits = [
  broken(
    'update: the quota is never used up.',
    ['rate-limit-missing', response('update', 429)],
    () => ({ limits: { read: 600, write: 1_000_000 } }),
    {
      probeRateLimit: true,
    },
  ),
];

/** Keys that have to be refused, and are not. */
export const keys: readonly BrokenProvider[] = [...everywhere, ...byOperation, ...limits];

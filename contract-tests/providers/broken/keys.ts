import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, WRITES, apiKey, response } from '../places.ts';
import { KEYS, headerOf, type Call, type Change, type Standing } from '../steps.ts';

const accepted = ['invalid-key-accepted', apiKey] as const;

/** Looks for a key elsewhere if the header has none. */
const alsoIn =
  (find: (call: Call) => string | null | undefined): Change =>
  ({ keyOf }) => ({ keyOf: (call) => keyOf(call) ?? find(call) ?? undefined });

const authorization = (call: Call) => headerOf(call, 'authorization') ?? '';
const inQuery = (name: string) => alsoIn(({ query }) => query.get(name));
const inHeader = (name: string) => alsoIn((call) => headerOf(call, name)?.replace(/^bearer +/i, ''));
const written = (form: RegExp) => alsoIn((call) => form.exec(authorization(call))?.[1]);
const basic = (call: Call) => Buffer.from(authorization(call).replace(/^basic +/i, ''), 'base64').toString();

/** Compares a key with the good one less strictly. */
const comparing =
  (isGood: (key: string) => boolean): Change =>
  ({ standingOf }) => ({
    standingOf: (key, call) => {
      const standing = standingOf(key, call);
      return standing === 'unknown' && key !== undefined && isGood(key) ? 'good' : standing;
    },
  });

const everywhere = broken('', accepted, {
  'A request without an Authorization header is let through': alsoIn((call) =>
    authorization(call) === '' ? KEYS.good : undefined,
  ),
  'A key is good without its last character': comparing((key) => key !== '' && KEYS.good.startsWith(key)),
  'A key is good with a character too many': comparing((key) => key.startsWith(KEYS.good)),
  'A key is compared without regard to case': comparing((key) => key.toLowerCase() === KEYS.good.toLowerCase()),
  'A key needs no scheme': written(/^(\S+)$/),
  'A key is good in any scheme': written(/^[\w-]+ +(\S+)$/),
  'A key is good in the scheme Basic, as it is': written(/^basic +(\S+)$/i),
  'A key is good as the user of Basic': alsoIn((call) => basic(call).split(':')[0]),
  'A key is good as the password of Basic': alsoIn((call) => basic(call).split(':')[1]),
  'A scheme without a key is good': alsoIn((call) => (/^bearer *$/i.test(authorization(call)) ? KEYS.good : undefined)),
  'A key needs no space behind its scheme': written(/^bearer(\S+)$/i),
  'Words behind the key are not looked at': written(/^bearer +(\S+?),? /i),
  'A key is good in the query, as api_key': inQuery('api_key'),
  'A key is good in the query, as apiKey': inQuery('apiKey'),
  'A key is good in the query, as access_token': inQuery('access_token'),
  'A key is good in the query, as token': inQuery('token'),
  'A key is good in the header X-Api-Key': inHeader('x-api-key'),
  'A key is good in the header Api-Key': inHeader('api-key'),
  'A key is good in the header Proxy-Authorization': inHeader('proxy-authorization'),
  'A key is good in a cookie': alsoIn((call) => /=\s*([^;]+)/.exec(headerOf(call, 'cookie') ?? '')?.[1]),
});

const asGood =
  (standing: Standing): Change =>
  ({ standingOf }) => ({
    standingOf: (key, call) => (standingOf(key, call) === standing ? 'good' : standingOf(key, call)),
  });

/** A key without permission to write may still read, and reads have a limit of their own. */
const byOperation = [
  ...OPERATION_NAMES.flatMap((name) =>
    broken(name, accepted, {
      'no key is needed': alsoIn(() => KEYS.good),
      'every key is good': comparing(() => true),
    }),
  ),
  ...WRITES.flatMap((name) => [
    ...broken(name, ['missing-permission-accepted', response(name, 403)], {
      'a key without permission is let through': asGood('forbidden'),
    }),
    ...broken(name, ['rate-limit-missing', response(name, 429)], {
      'a key whose quota is used up is let through': asGood('throttled'),
    }),
  ]),
  ...broken(
    '',
    ['rate-limit-missing', response('update', 429)],
    { 'The quota is never used up': () => ({ limits: { read: 600, write: 1_000_000 } }) },
    { probeRateLimit: true },
  ),
];

/** Keys that are accepted although they have to be refused. */
export const keys: readonly BrokenProvider[] = [...everywhere, ...byOperation];

import { nameOf } from '../document.ts';
import type { Case, RequestPlan } from './case.ts';
import type { Fields, Samples } from './samples.ts';

/** Requests without a valid key in the Authorization header, and keys that a run may be given besides its own. */
export function accessCases(samples: Samples): readonly Case[] {
  const { operation, fresh, make } = samples;
  const scheme = operation.security.flat()[0];
  if (scheme?.scheme !== 'bearer') throw new Error(`${operation.pointer}: the check knows the scheme "bearer" only.`);
  const requests: readonly (readonly [string, string, Partial<RequestPlan>, Case['needs']?])[] = [
    ['no-scheme', 'with a key and no scheme', authorization('{key}')],
    ['no-key', 'with a scheme and no key', authorization('Bearer')],
    ['no-space', 'with a key right behind the scheme', authorization('Bearer{key}')],
    ['other-scheme', 'with the key under the scheme Basic', authorization('Basic {key}')],
    ['basic-user', 'with the key as the user of Basic', authorization('Basic {basicUser}')],
    ['basic-password', 'with the key as the password of Basic', authorization('Basic {basicPassword}')],
    ['wrong-key', 'with a wrong key', authorization('Bearer not-a-key-of-this-api')],
    ['longer-key', 'with the key and one letter more', authorization('Bearer {key}x')],
    ['shorter-key', 'with the key without its last letter', authorization('Bearer {shorterKey}')],
    ['words-behind-key', 'with words behind the key', authorization('Bearer {key} and more')],
    ['key-in-other-case', 'with the key in the other case', authorization('Bearer {otherCaseKey}'), ['letters']],
    ['none', 'without an Authorization header', authorization('')],
    ['other-header', 'with the key in another header', elsewhere({ headers: everywhere(otherHeaders) })],
    ['proxy', 'with the key for a proxy', elsewhere({ headers: { 'Proxy-Authorization': 'Bearer {key}' } })],
    [
      'cookie',
      'with the key in a cookie',
      elsewhere({ headers: { Cookie: otherNames.map((name) => `${name}={key}`).join('; ') } }),
    ],
    // A URL ends up in access logs: with a production key this is not sent.
    ['query', 'with the key in the query', elsewhere({ query: everywhere(otherNames) }), ['sandbox']],
  ];
  return [
    ...requests.map(([name, says, request, needs]) =>
      make(
        {
          expect: 'no-valid-key',
          id: `auth/${name}`,
          title: `A request ${says} is refused.`,
          place: scheme.pointer,
          ...(needs && { needs }),
        },
        fresh(),
        request,
      ),
    ),
    ...keyCase(samples, '403', 'forbidden-key', 'A key that lacks permission is refused.', 'forbiddenKey'),
    ...keyCase(samples, '429', 'throttled', 'A key whose quota is used up gets 429.', 'throttledKey'),
  ];
}

/** Names of headers and schemes are case-insensitive (RFC 9110, sections 5.1 and 11.1). */
export function headerSpellingCases(
  { operation, good, make }: Samples,
  fields: () => Fields = good,
  needs?: Case['needs'],
): readonly Case[] {
  const scheme = operation.security.flat()[0]?.pointer ?? '';
  const spellings = [
    [
      'scheme-in-lower-case',
      'The scheme in lower case is accepted.',
      `${scheme}/scheme`,
      { Authorization: 'bearer {key}' },
    ],
    [
      'scheme-in-upper-case',
      'The scheme in upper case is accepted.',
      `${scheme}/scheme`,
      { Authorization: 'BEARER {key}' },
    ],
    [
      'header-in-lower-case',
      'The name of the header in lower case is accepted.',
      scheme,
      { Authorization: '', authorization: 'Bearer {key}' },
    ],
    [
      'header-in-upper-case',
      'The name of the header in upper case is accepted.',
      scheme,
      { Authorization: '', AUTHORIZATION: 'Bearer {key}' },
    ],
  ] as const;
  return spellings.map(([name, title, place, headers]) =>
    make({ expect: 'valid', id: `auth/${name}`, title, place, ...(needs && { needs }) }, fields(), { headers }),
  );
}

const otherHeaders = ['X-Api-Key', 'Api-Key', 'X-Auth-Token', 'X-Authorization'];
const otherNames = ['access_token', 'api_key', 'apiKey', 'token', 'key'];

function everywhere(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, '{key}']));
}

/** The key anywhere but in its header. */
function elsewhere(request: Partial<RequestPlan>): Partial<RequestPlan> {
  return { ...request, headers: { Authorization: '', ...request.headers } };
}

/** A header without a value is not sent. */
function authorization(value: string): Partial<RequestPlan> {
  return { headers: { Authorization: value } };
}

function keyCase(
  { operation, fresh, make }: Samples,
  status: string,
  expect: 'forbidden-key' | 'throttled',
  title: string,
  need: 'forbiddenKey' | 'throttledKey',
): readonly Case[] {
  const response = operation.responses.find((one) => one.status === status);
  // A key without permission to write may still read, and reads have a limit of their own.
  if (response === undefined || nameOf(operation) === 'list') return [];
  const place = response.pointer;
  return [
    make({ expect, id: `key/${expect}`, title, place, needs: [need] }, fresh(), authorization(`Bearer {${need}}`)),
  ];
}

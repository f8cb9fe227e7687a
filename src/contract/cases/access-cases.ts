import type { Case } from './case.ts';
import { expectedStatuses } from './expectations.ts';
import type { Change, Samples } from './samples.ts';

/** Names of headers and schemes are case-insensitive (RFC 9110, sections 5.1 and 11.1). */
const spellings = [
  ['scheme-in-lower-case', 'The scheme in lower case', '/scheme', { Authorization: 'bearer {key}' }],
  ['scheme-in-upper-case', 'The scheme in upper case', '/scheme', { Authorization: 'BEARER {key}' }],
  ['header-in-lower-case', 'The name of the header in lower case', '', elsewhere({ authorization: 'Bearer {key}' })],
  ['header-in-upper-case', 'The name of the header in upper case', '', elsewhere({ AUTHORIZATION: 'Bearer {key}' })],
] as const;

const otherHeaders = ['X-Api-Key', 'Api-Key', 'X-Auth-Token', 'X-Authorization'];
const otherNames = ['access_token', 'api_key', 'apiKey', 'token', 'key'];

/** Requests without a valid key in the Authorization header. */
const invalid: readonly (readonly [id: string, says: string, change: Change])[] = [
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
  ['key-in-other-case', 'with the key in the other case', authorization('Bearer {otherCaseKey}', 'letters')],
  ['none', 'without an Authorization header', authorization('')],
  ['other-header', 'with the key in another header', { headers: elsewhere(everywhere(otherHeaders)) }],
  ['proxy', 'with the key for a proxy', { headers: elsewhere({ 'Proxy-Authorization': 'Bearer {key}' }) }],
  [
    'cookie',
    'with the key in a cookie',
    { headers: elsewhere({ Cookie: otherNames.map((name) => `${name}={key}`).join('; ') }) },
  ],
  // A URL ends up in access logs: with a production key this is not sent.
  ['query', 'with the key in the query', { headers: elsewhere({}), query: everywhere(otherNames), needs: ['sandbox'] }],
];

/** Keys that a run may be given besides its own. */
const keys = [
  ['forbidden-key', 'A key that lacks permission is refused.', 'forbiddenKey'],
  ['throttled', 'A key whose quota is used up gets 429.', 'throttledKey'],
] as const;

/** The key in every spelling that is valid, requests without a valid key, and other keys of the run. */
export function accessCases({ operation, make, valid }: Samples): readonly Case[] {
  const scheme = operation.security.flat()[0];
  if (scheme?.scheme !== 'bearer') throw new Error(`${operation.pointer}: the check knows the scheme "bearer" only.`);
  const place = scheme.pointer;
  return [
    ...spellings.map(([id, says, at, headers]) =>
      valid(`auth/${id}`, `${says} is accepted.`, `${place}${at}`, { headers }),
    ),
    ...invalid.map(([id, says, change]) =>
      make('no-valid-key', `auth/${id}`, `A request ${says} is refused.`, place, change),
    ),
    ...keys.flatMap(([expect, title, need]) => {
      const [status] = expectedStatuses(operation, expect);
      const response = operation.responses.find((one) => one.status === String(status));
      // A key without permission to write may still read, and reads have a limit of their own.
      if (response === undefined || operation.method === 'GET') return [];
      return make(expect, `key/${expect}`, title, response.pointer, authorization(`Bearer {${need}}`, need));
    }),
  ];
}

function everywhere(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, '{key}']));
}

/** The key anywhere but in its header: one without a value is not sent. */
function elsewhere(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { Authorization: '', ...headers };
}

function authorization(value: string, ...needs: NonNullable<Change['needs']>): Change {
  return { headers: { Authorization: value }, needs };
}

import { nameOf } from '../document.ts';
import type { Case, RequestPlan } from './case.ts';
import type { Samples } from './samples.ts';

/** Requests without a valid key in the Authorization header, and keys that a run may be given besides its own. */
export function accessCases(samples: Samples): readonly Case[] {
  const { operation, fresh, make } = samples;
  const scheme = operation.security.flat()[0];
  if (scheme?.scheme !== 'bearer') throw new Error(`${operation.pointer}: the check knows the scheme "bearer" only.`);
  const requests: readonly (readonly [string, string, Partial<RequestPlan>, Case['needs']?])[] = [
    ['no-scheme', 'with a key and no scheme', authorization('{key}')],
    ['no-key', 'with a scheme and no key', authorization('Bearer')],
    ['other-scheme', 'with the key under the scheme Basic', authorization('Basic {key}')],
    ['wrong-key', 'with a wrong key', authorization('Bearer not-a-key-of-this-api')],
    ['longer-key', 'with the key and one letter more', authorization('Bearer {key}x')],
    ['shorter-key', 'with the key without its last letter', authorization('Bearer {shorterKey}')],
    ['words-behind-key', 'with words behind the key', authorization('Bearer {key} and more')],
    ['key-in-other-case', 'with the key in the other case', authorization('Bearer {otherCaseKey}'), ['letters']],
    ['none', 'without an Authorization header', authorization('')],
    ['other-header', 'with the key in the header X-Api-Key', { headers: { Authorization: '', 'X-Api-Key': '{key}' } }],
    [
      'cookie',
      'with the key in a cookie',
      { headers: { Authorization: '', Cookie: 'access_token={key}; api_key={key}' } },
    ],
    // A URL ends up in access logs: with a production key this is not sent.
    [
      'query',
      'with the key in the query',
      { headers: { Authorization: '' }, query: { access_token: '{key}', api_key: '{key}' } },
      ['sandbox'],
    ],
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
export function headerSpellingCases({ operation, fresh, make }: Samples): readonly Case[] {
  const place = `${operation.security.flat()[0]?.pointer ?? ''}/scheme`;
  const spellings = [
    ['scheme-in-lower-case', 'The scheme in lower case is accepted.', { Authorization: 'bearer {key}' }],
    ['scheme-in-upper-case', 'The scheme in upper case is accepted.', { Authorization: 'BEARER {key}' }],
    [
      'header-in-upper-case',
      'The name of the header in upper case is accepted.',
      { Authorization: '', AUTHORIZATION: 'Bearer {key}' },
    ],
  ] as const;
  return spellings.map(([name, title, headers]) =>
    make({ expect: 'valid', id: `auth/${name}`, title, place }, fresh(), { headers }),
  );
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
  if (response === undefined || nameOf(operation) !== 'update') return [];
  const place = response.pointer;
  return [
    make({ expect, id: `key/${expect}`, title, place, needs: [need] }, fresh(), authorization(`Bearer {${need}}`)),
  ];
}

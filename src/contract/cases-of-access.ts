import type { Case } from './case.ts';
import { schemesOf } from './cases-of-success.ts';
import type { Ground } from './ground.ts';
import { schemaAt } from './document.ts';

/** Ids that are no number, and ids that are not there. */
export function pathCases({ idParameter, fresh, make }: Ground): readonly Case[] {
  const { name, pointer } = idParameter;
  const { at, schema } = schemaAt(idParameter.schema);
  if (schema.type !== 'number') throw new Error(`${at}: the check knows ids of type number only.`);
  const invalid = [
    ['words', 'abc', 'abc'],
    ['trailing-text', '{id}abc', 'a number with letters after it'],
    ['nan', 'NaN', 'NaN'],
    ['malformed-escape', '%zz', '%zz, a malformed percent escape'],
  ] as const;
  return [
    ...invalid.map(([id, pathId, says]) =>
      make(
        {
          section: 'path',
          situation: 'invalid-id',
          id: `path/${name}/${id}`,
          sentence: `The ${name} ${says} is refused.`,
          pointer: `${at}/type`,
        },
        fresh(),
        { pathId },
      ),
    ),
    make(
      {
        section: 'path',
        situation: 'odd-id',
        id: `path/${name}/fraction`,
        sentence: `An ${name} with a fraction is not rounded to the record's.`,
        pointer,
      },
      fresh(),
      { pathId: '{id}.5' },
    ),
    make(
      {
        section: 'path',
        situation: 'odd-id',
        id: `path/${name}/large`,
        sentence: `The largest ${name} that JSON numbers hold exactly is refused.`,
        pointer,
      },
      fresh(),
      { pathId: String(Number.MAX_SAFE_INTEGER) },
    ),
    make(
      {
        section: 'path',
        situation: 'unknown-id',
        id: `path/${name}/missing`,
        sentence: `An ${name} that is not there is refused.`,
        pointer,
      },
      fresh(),
      { pathId: '{missingId}' },
    ),
  ];
}

/** Requests without a valid key. */
export function authCases({ operation, fresh, make }: Ground): readonly Case[] {
  const headers = [
    ['none', 'without an Authorization header', undefined],
    ['no-scheme', 'with a key and no scheme', '{key}'],
    ['no-key', 'with a scheme and no key', 'Bearer'],
    ['other-scheme-basic', 'with the key under the scheme Basic', 'Basic {key}'],
    ['other-scheme-token', 'with the key under the scheme Token', 'Token {key}'],
    ['wrong-key', 'with a wrong key', 'Bearer not-a-key-of-this-api'],
    ['longer-key', 'with the key and one letter more', 'Bearer {key}x'],
    ['words-behind-key', 'with words behind the key', 'Bearer {key} and more'],
    ['key-in-other-case', 'with the key in the other case', 'Bearer {otherCaseKey}'],
  ] as const;
  return schemesOf(operation).flatMap(({ pointer }) =>
    headers.map(([name, says, authorization]) =>
      make(
        {
          section: 'auth',
          situation: 'no-valid-key',
          id: `auth/${name}`,
          sentence: `A request ${says} is refused.`,
          pointer,
        },
        fresh(),
        { authorization },
      ),
    ),
  );
}

/** Requests with the keys that a run may be given besides its own. */
export function keyCases({ operation, fresh, make }: Ground): readonly Case[] {
  const keys = [
    ['403', 'forbidden-key', 'key', 'forbiddenKey', 'A key that lacks permission is refused.'],
    ['429', 'throttled', 'key', 'throttledKey', 'A key whose quota is used up is told when to come back.'],
    ['429', 'throttled', 'burst', 'key', 'More requests than the documented limit are told when to come back.'],
  ] as const;
  return keys.flatMap(([status, situation, section, key, sentence]) => {
    const answer = operation.responses.find((response) => response.status === status);
    if (answer === undefined) return [];
    const id = section === 'burst' ? 'rate-limit/burst' : `key/${situation}`;
    const request = { authorization: `Bearer {${key}}` };
    return [make({ section, situation, id, sentence, pointer: answer.pointer }, fresh(), request)];
  });
}

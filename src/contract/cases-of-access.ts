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
    ['other-scheme', 'with the key under the scheme Basic', 'Basic {key}'],
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
export function keyCases(ground: Ground): readonly Case[] {
  return [
    ...answeredCase(ground, '403', {
      section: 'key',
      situation: 'forbidden-key',
      id: 'key/forbidden-key',
      sentence: 'A key that lacks permission is refused.',
      authorization: 'Bearer {forbiddenKey}',
    }),
    ...answeredCase(ground, '429', {
      section: 'key',
      situation: 'throttled',
      id: 'key/throttled',
      sentence: 'A key whose quota is used up is told when to come back.',
      authorization: 'Bearer {throttledKey}',
    }),
  ];
}

/** More requests than the documented limit, which is the end of a run. */
export function burstCases(ground: Ground): readonly Case[] {
  return answeredCase(ground, '429', {
    section: 'burst',
    situation: 'throttled',
    id: 'rate-limit/burst',
    sentence: 'More requests than the documented limit are told when to come back.',
    authorization: 'Bearer {key}',
  });
}

/** A case about an answer, where the document has that answer. */
function answeredCase(
  { operation, fresh, make }: Ground,
  status: string,
  {
    authorization,
    ...parts
  }: Pick<Case, 'id' | 'sentence' | 'situation' | 'section'> & { readonly authorization: string },
): readonly Case[] {
  const answer = operation.responses.find((response) => response.status === status);
  return answer === undefined ? [] : [make({ ...parts, pointer: answer.pointer }, fresh(), { authorization })];
}

import type { Case } from './case.ts';
import { movedFields, type Ground } from './ground.ts';
import { legalVariants } from './values.ts';

/** The first request of all: what the record is like before the check changes it. */
export function readCase(ground: Ground): Case {
  return ground.make(
    {
      id: 'read',
      sentence: 'An update without any field is accepted and answers with the record.',
      pointer: ground.bodySchema,
      situation: 'valid',
      section: 'read',
    },
    {},
  );
}

/** A look at the record after a group of requests; sent as an update that changes nothing. */
export function readBackCase({ bodySchema: pointer, anchor, make }: Ground, group: string): Case {
  const sentence =
    group === 'open'
      ? 'The record can still be read.'
      : `After the refused requests of the group ${group} the record is as it was.`;
  return make({ id: `read-back/${group}`, sentence, pointer, situation: 'valid', section: 'read-back' }, anchor());
}

/** Looks at a second record, sent as an update without any field. */
export function otherCase({ idParameter, make }: Ground, when: 'before' | 'after'): Case {
  const sentence =
    when === 'before' ? 'A second record is read.' : 'The second record is as it was before the first was changed.';
  return make(
    { id: `other-record/${when}`, sentence, pointer: idParameter.pointer, situation: 'valid', section: 'other' },
    {},
    { pathId: '{otherId}' },
  );
}

/** Requests that the document allows. */
export function validCases(ground: Ground): readonly Case[] {
  return [
    ...exampleCases(ground),
    ...fieldCases(ground),
    otherCase(ground, 'before'),
    ...enumCases(ground),
    ...spellingCases(ground),
    ...contentTypeCases(ground),
    ...schemeCases(ground),
    ...jsonCases(ground),
  ];
}

const valid = { situation: 'valid', section: 'valid' } as const;

function exampleCases({ body, make }: Ground): readonly Case[] {
  return body.content
    .flatMap(({ examples }) => examples)
    .flatMap(({ name, pointer, value }) => {
      const fields = movedFields(value);
      const first = make(
        { ...valid, id: `example/${name}`, sentence: `The example ${name} is accepted.`, pointer },
        fields,
      );
      const sentence = `The example ${name} sent again gives the same record.`;
      return [first, { ...make({ ...valid, id: `example/${name}/again`, sentence, pointer }, fields), repeats: true }];
    });
}

function fieldCases({ bodySchema: pointer, fields, fresh, make }: Ground): readonly Case[] {
  const nothing = make(
    { ...valid, id: 'body/nothing', sentence: 'An update without any field leaves the record as it is.', pointer },
    {},
  );
  const parts = fields.flatMap(({ name, pointer }) => {
    const all = fresh();
    const others = Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));
    return [
      make(
        { ...valid, id: `body/${name}/alone`, sentence: `${name} alone is changed, the rest stays.`, pointer },
        { [name]: all[name] },
      ),
      make(
        { ...valid, id: `body/${name}/left-out`, sentence: `An update without ${name} leaves it as it is.`, pointer },
        others,
      ),
    ];
  });
  return [...parts, nothing];
}

function enumCases({ fields, anchor, make }: Ground): readonly Case[] {
  return fields.flatMap(({ name, at, schema }) =>
    (schema.enum ?? []).map((value, index) =>
      make(
        {
          ...valid,
          id: `body/${name}/value/${String(value)}`,
          sentence: `${name} takes ${String(value)}.`,
          pointer: `${at}/enum/${index}`,
        },
        { [name]: value, ...anchor() },
      ),
    ),
  );
}

function spellingCases({ fields, fresh, anchor, make }: Ground): readonly Case[] {
  return fields.flatMap(({ name, at, schema }) => {
    const value = fresh()[name];
    if (typeof value !== 'string') return [];
    return legalVariants(schema, value).map((variant) =>
      make(
        {
          ...valid,
          id: `body/${name}/spelling/${variant.name}`,
          sentence: `${name} ${variant.says} is accepted.`,
          pointer: `${at}/format`,
        },
        { ...anchor(), [name]: variant.value },
      ),
    );
  });
}

/** Media types and their parameters' names are case-insensitive, values may be quoted (RFC 9110, section 8.3.1). */
function contentTypeCases({ body, mediaType, fresh, make }: Ground): readonly Case[] {
  const spellings = [
    ['charset', `${mediaType}; charset=utf-8`],
    ['charset-quoted', `${mediaType};charset="UTF-8"`],
    ['upper-case', mediaType.toUpperCase()],
  ] as const;
  return spellings.map(([name, contentType]) =>
    make(
      {
        ...valid,
        id: `content-type/${name}`,
        sentence: `Content-Type: ${contentType} is accepted.`,
        pointer: `${body.pointer}/content/${escaped(mediaType)}`,
      },
      fresh(),
      { contentType },
    ),
  );
}

/** The scheme's name is case-insensitive (RFC 9110, section 11.1). */
function schemeCases({ operation, fresh, make }: Ground): readonly Case[] {
  return schemesOf(operation).map(({ pointer }) =>
    make(
      {
        ...valid,
        id: 'auth/scheme-in-lower-case',
        sentence: 'The name of the authentication scheme is taken in lower case, too.',
        pointer: `${pointer}/scheme`,
      },
      fresh(),
      { authorization: 'bearer {key}' },
    ),
  );
}

/** Spellings of the same JSON value (RFC 8259). */
function jsonCases({ body, mediaType, fields, fresh, make }: Ground): readonly Case[] {
  const pointer = `${body.pointer}/content/${escaped(mediaType)}`;
  const first = Object.fromEntries(fields.filter(({ schema }) => schema.enum).map((f) => [f.name, f.schema.enum?.[0]]));
  const [spaced, escapes] = [
    { ...fresh(), ...first },
    { ...fresh(), ...first },
  ];
  const turned = Object.fromEntries(Object.entries(spaced).reverse());
  return [
    make(
      {
        ...valid,
        id: 'json/spaced',
        sentence: 'JSON with white space and its members in another order is accepted.',
        pointer,
      },
      spaced,
      { body: `\r\n\t${JSON.stringify(turned, null, '\t')}\n ` },
    ),
    make(
      { ...valid, id: 'json/escapes', sentence: 'JSON with \\u escapes in names and values is accepted.', pointer },
      escapes,
      {
        body: JSON.stringify(escapes).replaceAll(/[A-Za-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
      },
    ),
  ];
}

/** The bearer schemes that stand alone for an operation. */
export function schemesOf(operation: Ground['operation']): Ground['operation']['security'][number] {
  const schemes = operation.security.flat();
  const other = schemes.find(({ type, scheme }) => type !== 'http' || scheme !== 'bearer');
  if (other !== undefined) throw new Error(`${other.pointer}: the check knows the scheme "bearer" only.`);
  return schemes;
}

export function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

import { nameOf, schemaAt } from '../document.ts';
import type { Case } from './case.ts';
import { END, START, type Fields, type Samples } from './samples.ts';
import { legalVariants, wrongValues } from './values.ts';

/** For each constraint on the body, requests that break just that. */
export function wrongBodyCases({ operation, bodySchema, fields, fresh, make }: Samples): readonly Case[] {
  const expect = 'invalid-body';
  const whole = wrongValues(schemaAt(bodySchema), fresh()).map(({ name, says, pointer, value }) =>
    make(
      { expect, id: `body/${name}`, title: `A body ${says} is refused.`, place: pointer },
      {},
      { body: JSON.stringify(value) },
    ),
  );
  const missing = fields
    .filter(({ required }) => required)
    .map(({ name }) =>
      make(
        {
          expect,
          id: `body/${name}/required`,
          title: `A body without ${name} is refused.`,
          place: `${bodySchema}/required`,
        },
        without(fresh(), name),
      ),
    );
  const values = fields.flatMap((field) =>
    wrongValues(field, fresh()[field.name]).map(({ name, says, pointer, value }) => {
      const sent = { ...fresh(), [field.name]: value };
      const keyword = pointer.slice(pointer.lastIndexOf('/') + 1);
      const parts = { id: `body/${field.name}/${keyword}/${name}`, place: pointer };
      if (value !== null || field.required || field.schema.format === undefined) {
        return make({ ...parts, expect, title: `${field.name} ${says} is refused.` }, sent);
      }
      // Whether null clears an optional field is not said. In a create it would leave a record that nothing ends.
      const question = `does null clear ${field.name}?`;
      return make(
        {
          ...parts,
          expect: 'open',
          title: `Observed: ${question}`,
          question,
          ...(nameOf(operation) === 'create' && { needs: ['createOn', 'allowVisible'] }),
        },
        sent,
      );
    }),
  );
  return [...whole, ...missing, ...values];
}

/** Bodies that are not JSON, or labelled as something else. */
export function payloadCases({ content, mediaType, fresh, make }: Samples): readonly Case[] {
  const malformed = [
    ['cut-off', 'JSON that is cut off', (json: string) => json.slice(0, -1)],
    ['trailing-text', 'JSON with text after it', (json: string) => `${json}}`],
    ['trailing-comma', 'JSON with a comma too many', (json: string) => json.replace(/}$/, ',}')],
    ['single-quotes', 'JSON with single quotes', (json: string) => json.replaceAll('"', "'")],
    ['comment', 'JSON with a comment', (json: string) => json.replace('{', '{/* contract check */')],
    ['words', 'Text that is not JSON', () => 'temporarily out of order'],
  ] as const;
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', `${mediaType}-seq`];
  const labels = content.slice(0, content.lastIndexOf('/'));
  return [
    ...malformed.map(([name, says, spoil]) => {
      const fields = fresh();
      return make(
        { expect: 'malformed-json', id: `json/${name}`, title: `${says} is refused.`, place: content },
        fields,
        { body: spoil(JSON.stringify(fields)) },
      );
    }),
    ...types.map((type) =>
      make(
        {
          expect: 'wrong-media-type',
          id: `content-type/${type.replace('/', '-')}`,
          title: `A body sent as ${type} is refused.`,
          place: labels,
        },
        fresh(),
        { headers: { 'Content-Type': type } },
      ),
    ),
  ];
}

/** Spellings that the document, RFC 3339, JSON and HTTP allow. `only` limits them where each one leaves a record behind. */
export function spellingCases({ content, mediaType, fields, first, good, make }: Samples): readonly Case[] {
  const variants = fields.flatMap(({ name, at, schema }) => {
    const sent = good();
    return legalVariants(schema, String(sent[name])).map(({ name: variant, says, value }) =>
      make(
        {
          expect: 'valid',
          id: `body/${name}/spelling/${variant}`,
          title: `${name} ${says} is accepted.`,
          place: `${at}/format`,
        },
        // A late start needs an end that is later.
        { ...good(), ...windowWith(name, value, first) },
      ),
    );
  });
  const json = good();
  const turned = Object.fromEntries(Object.entries(json).reverse());
  const escapes = JSON.stringify(without(json, 'evseId')).replaceAll(
    /[A-Za-z]/g,
    (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
  );
  const evse = 'evseId' in json ? '"evseId":"{evseId}",' : '';
  const headers = [
    ['charset', { 'Content-Type': `${mediaType}; charset=utf-8` }],
    ['charset-quoted', { 'Content-Type': `${mediaType};charset="UTF-8"` }],
    ['upper-case', { 'Content-Type': mediaType.toUpperCase() }],
  ] as const;
  return [
    ...variants,
    make(
      {
        expect: 'valid',
        id: 'json/spaced',
        title: 'JSON with white space and its members in another order is accepted.',
        place: content,
      },
      json,
      { body: `\r\n\t${JSON.stringify(turned, null, '\t')}\n ` },
    ),
    make(
      {
        expect: 'valid',
        id: 'json/escapes',
        title: 'JSON with \\u escapes in names and values is accepted.',
        place: content,
      },
      json,
      { body: `{${evse}${escapes.slice(1)}` },
    ),
    ...headers.map(([name, changed]) =>
      make(
        {
          expect: 'valid',
          id: `content-type/${name}`,
          title: `Content-Type: ${changed['Content-Type']} is accepted.`,
          place: content,
        },
        good(),
        { headers: changed },
      ),
    ),
  ];
}

/** Both ends of a window of which one has this value: the start before the end. */
function windowWith(name: string, value: string, first: Fields): Fields {
  if (name !== START) return { [START]: first[START], [END]: first[END], [name]: value };
  return { [START]: value.replace('9999-06-30T12', '9999-06-30T11'), [END]: '9999-06-30T12:00:00Z' };
}

export function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
}

import { parameterOf, schemaAt } from '../document.ts';
import { accessCases } from './access-cases.ts';
import { payloadCases, spaced, valueCases, windowWith, wrongBodyCases } from './body-cases.ts';
import type { Case } from './case.ts';
import { END, movedFields, START, type Samples } from './samples.ts';
import { legalVariants } from './values.ts';

/** Everything that is sent to the update, in this order: each valid case leaves a window that is far ahead. */
export function updateCases(samples: Samples): readonly Case[] {
  return [
    ...exampleCases(samples),
    ...fieldCases(samples),
    ...valueCases(samples),
    ...spellingCases(samples),
    ...payloadCases(samples),
    ...idCases(samples),
    ...wrongBodyCases(samples),
    ...openCases(samples),
    ...accessCases(samples),
  ];
}

/** Twice each: the second time nothing changes any more. */
function exampleCases({ operation, valid }: Samples): readonly Case[] {
  const examples = operation.requestBody?.content.flatMap((content) => content.examples) ?? [];
  return examples.flatMap(({ name, pointer, value }) => {
    const sent = { fields: movedFields(value) };
    return [
      valid(`example/${name}`, `The example ${name} is accepted.`, pointer, sent),
      valid(`example/${name}/again`, `The example ${name} is accepted a second time.`, pointer, sent),
    ];
  });
}

function fieldCases({ bodySchema, fields, acceptable, valid }: Samples): readonly Case[] {
  return [
    ...fields.flatMap(({ name, pointer }) => [
      valid(`body/${name}/alone`, `${name} alone is changed, the rest stays.`, pointer, {
        fields: { [name]: acceptable()[name] },
      }),
      valid(`body/${name}/left-out`, `An update without ${name} leaves it as it is.`, pointer, {
        change: { [name]: undefined },
      }),
    ]),
    valid('body/nothing', 'An update without any field leaves the record as it is.', bodySchema, { fields: {} }),
  ];
}

/** Spellings that the document, RFC 3339, JSON and HTTP allow. */
function spellingCases({ content, mediaType, fields, acceptable, valid }: Samples): readonly Case[] {
  const variants = fields.flatMap(({ name, at, schema }) =>
    legalVariants(schema, String(acceptable()[name])).map(([id, says, value]) =>
      valid(`body/${name}/spelling/${id}`, `${name} ${says} is accepted.`, `${at}/format`, windowWith(name, value)),
    ),
  );
  const types = [
    ['charset', `${mediaType}; charset=utf-8`],
    ['charset-quoted', `${mediaType};charset="UTF-8"`],
    ['upper-case', mediaType.toUpperCase()],
  ] as const;
  return [
    ...variants,
    valid('json/spaced', 'JSON with white space and its members in another order is accepted.', content, {
      body: spaced,
    }),
    valid('json/escapes', 'JSON with \\u escapes in names and values is accepted.', content, {
      body: (json) => json.replaceAll(/[A-Za-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    }),
    ...types.map(([id, type]) =>
      valid(`content-type/${id}`, `Content-Type: ${type} is accepted.`, content, { headers: { 'Content-Type': type } }),
    ),
  ];
}

/** Ids that are not a number, and ids that no record has. */
function idCases({ operation, make }: Samples): readonly Case[] {
  const { name, pointer, schema } = parameterOf(operation, 'id');
  const ids = [
    ['words', 'abc', 'invalid-id', 'that is a word'],
    ['trailing-text', '{id}abc', 'invalid-id', 'with letters after the number'],
    ['leading-text', 'abc{id}', 'invalid-id', 'with letters before the number'],
    ['list', '{id},{missingId}', 'invalid-id', 'that is a list'],
    ['null', 'null', 'invalid-id', 'that is null'],
    ['nan', 'NaN', 'invalid-id', 'that is NaN'],
    ['malformed-escape', '%zz', 'invalid-id', 'with a malformed percent escape'],
    ['fraction', '{id}.5', 'odd-id', 'with a fraction'],
    ['negative', '-{id}', 'odd-id', 'with a minus'],
    ['zero', '{zeroId}', 'odd-id', 'that is 0'],
    ['largest-safe', '{largestId}', 'odd-id', 'that is the largest whole number of JSON'],
    ['beyond-double', '1e400', 'odd-id', 'that is larger than any number of JSON'],
    ['modulo-32-bit', '{id32}', 'unknown-id', 'that is the record’s plus 2^32'],
    ['missing', '{missingId}', 'unknown-id', 'that no record has'],
  ] as const;
  return ids.map(([id, pathId, expect, says]) => {
    const place = expect === 'invalid-id' ? `${schemaAt(schema).at}/type` : pointer;
    return make(expect, `path/${name}/${id}`, `An ${name} ${says} is refused.`, place, { pathId });
  });
}

/** Requests of which no page says whether they are right. What a service does is observed; its response has to be a proper one. */
function openCases({ operation, bodyPlace, content, acceptable, open }: Samples): readonly Case[] {
  const { pointer: idPlace } = parameterOf(operation, 'id');
  const { [START]: start, [END]: end } = acceptable();
  const unlabelled = { 'Content-Type': '' };
  return [
    open('no-body', 'does an update work without a body?', `${bodyPlace}/required`, {
      fields: {},
      body: () => '',
      headers: unlabelled,
    }),
    open('no-content-type', 'does an update accept a body without a Content-Type?', content, { headers: unlabelled }),
    open('byte-order-mark', 'does an update accept JSON with a byte order mark?', content, {
      body: (json) => `\u{FEFF}${json}`,
    }),
    open('duplicate-names', 'does an update accept JSON with a duplicate member name?', content, {
      body: (json) => json.replace(/^\{("\w+":"\w+",)/, '{$1$1'),
    }),
    open('unknown-field', 'does an update accept an unknown field?', content, {
      change: { unknownField: 'contract check' },
    }),
    open('other-id', 'does an update accept a different id in its body?', content, { change: { id: '{missingId}' } }),
    open('other-evse-id', 'does an update accept a different EVSE ID in its body?', content, {
      change: { evseId: '{evseId}X' },
    }),
    open(`${END}-before-${START}`, `does an update accept a ${END} before ${START}?`, content, {
      change: { [START]: end, [END]: start },
    }),
    open('hexadecimal-id', 'does the path accept a hexadecimal id?', idPlace, { pathId: '{hexId}' }),
    open('padded-id', 'does the path accept an id with a leading space?', idPlace, { pathId: '%20{id}' }),
    open('id-with-point', 'does the path accept an id such as 42.0?', idPlace, { pathId: '{id}.0' }),
    open('id-with-zero', 'does the path accept an id with a leading zero?', idPlace, { pathId: '0{id}' }),
  ];
}

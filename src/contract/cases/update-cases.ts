import { schemaAt } from '../document.ts';
import { accessCases, headerSpellingCases } from './access-cases.ts';
import { payloadCases, spellingCases, without, wrongBodyCases } from './body-cases.ts';
import type { Case, RequestPlan } from './case.ts';
import { END, movedFields, START, type Fields, type Samples } from './samples.ts';

/** Everything that is sent to the update, in this order: each valid case leaves a window that is far ahead. */
export function updateCases(samples: Samples): readonly Case[] {
  return [
    ...exampleCases(samples),
    ...fieldCases(samples),
    ...spellingCases(samples),
    ...headerSpellingCases(samples),
    ...payloadCases(samples),
    ...idCases(samples),
    ...wrongBodyCases(samples),
    ...openCases(samples),
    ...accessCases(samples),
  ];
}

/** Twice each: the second time nothing changes any more. */
function exampleCases({ operation, make }: Samples): readonly Case[] {
  const examples = operation.requestBody?.content.flatMap((content) => content.examples) ?? [];
  return examples.flatMap(({ name, pointer: place, value }) => {
    const fields = movedFields(value);
    return [
      make({ expect: 'valid', id: `example/${name}`, title: `The example ${name} is accepted.`, place }, fields),
      make(
        {
          expect: 'valid',
          id: `example/${name}/again`,
          title: `The example ${name} is accepted a second time.`,
          place,
        },
        fields,
      ),
    ];
  });
}

function fieldCases({ bodySchema, fields, first, good, make }: Samples): readonly Case[] {
  const valid = { expect: 'valid' } as const;
  const anchor = { [START]: first[START] };
  return [
    ...fields.flatMap(({ name, pointer: place }) => [
      make(
        { ...valid, id: `body/${name}/alone`, title: `${name} alone is changed, the rest stays.`, place },
        { [name]: good()[name] },
      ),
      make(
        { ...valid, id: `body/${name}/left-out`, title: `An update without ${name} leaves it as it is.`, place },
        without(good(), name),
      ),
    ]),
    make(
      {
        ...valid,
        id: 'body/nothing',
        title: 'An update without any field leaves the record as it is.',
        place: bodySchema,
      },
      {},
    ),
    ...fields.flatMap(({ name, at, schema }) =>
      (schema.enum ?? []).map((value, index) =>
        make(
          {
            ...valid,
            id: `body/${name}/value/${String(value)}`,
            title: `${name} takes ${String(value)}.`,
            place: `${at}/enum/${index}`,
          },
          { ...anchor, [name]: value },
        ),
      ),
    ),
  ];
}

/** Ids that are not a number, and ids that no record has. */
function idCases({ operation, fresh, make }: Samples): readonly Case[] {
  const parameter = operation.parameters.find((one) => one.in === 'path');
  if (parameter === undefined) throw new Error(`${operation.pointer}: an update without an id in its path.`);
  const { name, pointer, schema } = parameter;
  const typePlace = `${schemaAt(schema).at}/type`;
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
  return ids.map(([id, pathId, expect, says]) =>
    make(
      {
        expect,
        id: `path/${name}/${id}`,
        title: `An ${name} ${says} is refused.`,
        place: expect === 'invalid-id' ? typePlace : pointer,
      },
      fresh(),
      { pathId },
    ),
  );
}

/** Requests of which no page says whether they are right. What a service does is observed; its response has to be a proper one. */
function openCases({ operation, content, fields, good, make }: Samples): readonly Case[] {
  const open = (id: string, question: string, place: string, sent: Fields, request?: Partial<RequestPlan>) =>
    make({ expect: 'open', id: `open/${id}`, title: `Observed: ${question}`, question, place }, sent, request);
  const all = good();
  const json = JSON.stringify(all);
  const firstField = fields[0]?.name ?? '';
  const window = good();
  const idPlace = operation.parameters[0]?.pointer ?? '';
  return [
    open(
      'no-body',
      'is a request without a body accepted?',
      `${operation.requestBody?.pointer ?? ''}/required`,
      {},
      { body: '', headers: { 'Content-Type': '' } },
    ),
    open('no-content-type', 'is a body without Content-Type accepted?', content, good(), {
      headers: { 'Content-Type': '' },
    }),
    open('byte-order-mark', 'is JSON with a byte order mark accepted?', content, all, { body: `\u{FEFF}${json}` }),
    open('duplicate-names', 'is JSON that names a member twice accepted?', content, all, {
      body: `{${JSON.stringify(firstField)}:${JSON.stringify(all[firstField])},${json.slice(1)}`,
    }),
    open('unknown-field', 'is a field accepted that the document does not know?', content, {
      ...good(),
      unknownField: 'contract check',
    }),
    open('other-id', 'is a body accepted that carries another id?', content, { ...good(), id: '{missingId}' }),
    open('other-evse-id', 'is a body accepted that carries another EVSE ID?', content, {
      ...good(),
      evseId: '{evseId}X',
    }),
    open(`${END}-before-${START}`, `is a ${END} before ${START} accepted?`, content, {
      ...window,
      [START]: window[END],
      [END]: window[START],
    }),
    open('hexadecimal-id', 'is an id in hexadecimal accepted?', idPlace, good(), { pathId: '{hexId}' }),
    open('padded-id', 'is an id with a space before it accepted?', idPlace, good(), { pathId: '%20{id}' }),
    open('id-with-point', 'is an id such as 42.0 accepted?', idPlace, good(), { pathId: '{id}.0' }),
    open('id-with-zero', 'is an id with a zero before it accepted?', idPlace, good(), { pathId: '0{id}' }),
  ];
}

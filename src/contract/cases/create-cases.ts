import { accessCases, headerSpellingCases } from './access-cases.ts';
import { payloadCases, without, wrongBodyCases } from './body-cases.ts';
import type { Case } from './case.ts';
import { END, START, type Fields, type Samples } from './samples.ts';

/**
 * Everything that is sent to create. What has to be refused names the EVSE of the record, so that reading shows whether it
 * was stored; what has to be accepted names the EVSE that the run was given for that, since nothing can delete a status.
 */
export function createCases(samples: Samples): readonly Case[] {
  return [
    noBody(samples),
    ...payloadCases(samples),
    ...wrongBodyCases(samples),
    ...accessCases(samples),
    ...acceptedCases(samples),
  ];
}

/** An update may be sent without a body, as far as the pages say; a create has required fields. */
function noBody({ operation, make }: Samples): Case {
  const place = `${operation.requestBody?.pointer ?? ''}/required`;
  return make(
    { expect: 'invalid-body', id: 'body/none', title: 'A create without a body is refused.', place },
    {},
    { body: '' },
  );
}

/** Each of them leaves a status behind, so that one case has several edges at once. */
function acceptedCases(samples: Samples): readonly Case[] {
  const { operation, bodySchema, content, mediaType, fields, good, make } = samples;
  const onCreateOn = (changes: Fields = {}) => ({ ...good(), evseId: '{createOn}', ...changes });
  const valid = { expect: 'valid', needs: ['createOn'] } as const;
  const sent = onCreateOn();
  const open = (id: string, question: string, place: string, body: Fields) =>
    make(
      { expect: 'open', needs: ['createOn'], id: `open/${id}`, title: `Observed: ${question}`, question, place },
      body,
    );
  const turned = Object.fromEntries(Object.entries(onCreateOn()).reverse());
  return [
    make({ ...valid, id: 'full', title: 'A status with every field is created.', place: bodySchema }, sent),
    open('again', 'is the same status created twice?', operation.pointer, sent),
    open('own-id', 'is a create accepted that carries an id?', content, onCreateOn({ id: '{id}' })),
    ...fields.flatMap(({ name, at, schema }) =>
      (schema.enum ?? []).map((value, index) =>
        make(
          {
            ...valid,
            id: `body/${name}/value/${String(value)}`,
            title: `${name} takes ${String(value)}.`,
            place: `${at}/enum/${index}`,
          },
          onCreateOn({ [name]: value }),
        ),
      ),
    ),
    ...windows.flatMap(([name, says, start, end]) =>
      // A fault of one of the two fields is found at that field: each is sent with a usual value of the other.
      [START, END].map((field) =>
        make(
          {
            ...valid,
            id: `body/${field}/spelling/${name}`,
            title: `${field} ${says} is accepted.`,
            place: `${bodySchema}/properties/${field}/format`,
          },
          onCreateOn({
            [START]: '2037-04-23T10:00:00Z',
            [END]: '9999-06-30T12:00:00Z',
            [field]: field === START ? start : end,
          }),
        ),
      ),
    ),
    ...headerSpellingCases(samples, onCreateOn, ['createOn']),
    make(
      {
        ...valid,
        id: 'json',
        title: 'Media type, white space and the order of members are taken in any spelling.',
        place: content,
      },
      turned,
      { headers: { 'Content-Type': `${mediaType.toUpperCase()}; charset="utf-8"` }, body: escaped(turned) },
    ),
    make(
      {
        ...valid,
        needs: ['createOn', 'allowVisible'],
        id: `body/${START}/left-out`,
        title: `A status created without ${START} begins now.`,
        place: `${bodySchema}/properties/${START}`,
      },
      { ...without(onCreateOn(), START), [END]: '{inAnHour}' },
    ),
  ];
}

/** Windows whose ends are at several edges of RFC 3339 at once: names, words, start, end. */
const windows = [
  [
    'leap-day-west',
    'on a leap day, in lower case, with a fraction and an offset west of UTC',
    '2040-02-29t21:29:59.250000000-03:30',
    '2040-02-29t21:29:59.250000000z',
  ],
  [
    'century-east',
    'on the leap day of a century with an offset east of UTC',
    '2400-02-29T00:00:00.5+05:45',
    '2400-02-29T00:00:00.5+05:45',
  ],
  [
    'after-2038',
    'after the end of signed 32-bit clocks, at the offset +00:00',
    '2038-01-19T03:14:08+00:00',
    '2038-01-19T03:14:08+00:00',
  ],
  [
    'after-2106',
    'after the end of unsigned 32-bit clocks, at the offset -00:00',
    '2106-02-07T06:28:16-00:00',
    '2106-02-07T06:28:16-00:00',
  ],
] as const;

/** JSON with white space and an escape in it; names in braces stay as they are. */
function escaped(fields: Fields): string {
  return `\r\n\t${JSON.stringify(fields, null, '\t').replace('temporaryStatus', '\\u0074emporaryStatus')}\n `;
}

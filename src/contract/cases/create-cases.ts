import { accessCases } from './access-cases.ts';
import { payloadCases, spaced, valueCases, windowWith, wrongBodyCases } from './body-cases.ts';
import type { Case } from './case.ts';
import { END, START, type Samples } from './samples.ts';

/**
 * Everything that is sent to create. What has to be refused names the EVSE of the record, so that reading shows whether it
 * was stored; what has to be accepted names the EVSE that the run was given for that, since nothing can delete a status.
 */
export function createCases(samples: Samples): readonly Case[] {
  const { bodyPlace, make } = samples;
  return [
    // An update may be sent without a body, as far as the pages say; a create has required fields.
    make('invalid-body', 'body/none', 'A create without a body is refused.', `${bodyPlace}/required`, {
      fields: {},
      body: () => '',
    }),
    ...payloadCases(samples),
    ...wrongBodyCases(samples),
    ...accessCases(samples),
    ...acceptedCases(samples),
  ];
}

/** Each of them leaves a status behind, so that one case has several edges at once. */
function acceptedCases(samples: Samples): readonly Case[] {
  const { operation, bodySchema, content, mediaType, acceptable, open, valid } = samples;
  const sent = { fields: acceptable() };
  return [
    valid('full', 'A status with every field is created.', bodySchema, sent),
    open('again', 'can the same status be created twice?', operation.pointer, sent),
    open('own-id', 'does a create accept an id in its body?', content, { change: { id: '{id}' } }),
    ...valueCases(samples),
    // A fault of one of the two fields is found at that field: each is sent with a usual value of the other.
    ...[START, END].flatMap((field) =>
      spellings(field).map(([id, says, value]) =>
        valid(
          `body/${field}/spelling/${id}`,
          `${field} ${says} is accepted.`,
          `${bodySchema}/properties/${field}/format`,
          windowWith(field, value),
        ),
      ),
    ),
    valid('json', 'Media type, white space and the order of members are taken in any spelling.', content, {
      headers: { 'Content-Type': `${mediaType.toUpperCase()}; charset="utf-8"` },
      body: (json) => spaced(json).replace('temporaryStatus', '\\u0074emporaryStatus'),
    }),
    valid(
      `body/${START}/left-out`,
      `A status created without ${START} begins now.`,
      `${bodySchema}/properties/${START}`,
      { needs: ['allowVisible'], change: { [START]: undefined, [END]: '{inAnHour}' } },
    ),
  ];
}

/** Instants that are at several edges of RFC 3339 at once. */
function spellings(field: string): readonly (readonly [id: string, says: string, value: string])[] {
  const zone = field === START ? '-03:30' : 'z';
  return [
    [
      'leap-day-west',
      'on a leap day, in lower case, with a fraction and an offset west of UTC',
      `2040-02-29t21:29:59.250000000${zone}`,
    ],
    ['century-east', 'on the leap day of a century with an offset east of UTC', '2400-02-29T00:00:00.5+05:45'],
    ['after-2038', 'after the end of signed 32-bit clocks, at the offset +00:00', '2038-01-19T03:14:08+00:00'],
    ['after-2106', 'after the end of unsigned 32-bit clocks, at the offset -00:00', '2106-02-07T06:28:16-00:00'],
  ];
}

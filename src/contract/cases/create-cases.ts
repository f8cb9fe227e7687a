import { accessCases } from './access-cases.ts';
import { payloadCases, wrongBodyCases } from './body-cases.ts';
import type { Case } from './case.ts';
import { END, START, type Fields, type Samples } from './samples.ts';
import { legalVariants } from './values.ts';

/**
 * Everything that is sent to create. What has to be refused names the EVSE of the record, so that reading shows whether it
 * was stored; what has to be accepted names the EVSE that the run was given for that, since nothing can delete a status.
 */
export function createCases(samples: Samples): readonly Case[] {
  return [...payloadCases(samples), ...wrongBodyCases(samples), ...accessCases(samples), ...acceptedCases(samples)];
}

function acceptedCases({ operation, bodySchema, content, fields, fresh, make }: Samples): readonly Case[] {
  const onCreateOn = (changes: Fields = {}) => ({ ...fresh(), evseId: '{createOn}', ...changes });
  const valid = { expect: 'valid', needs: ['createOn'] } as const;
  const sent = onCreateOn();
  const ownId = onCreateOn({ id: '{id}' });
  const spelled = fields
    .filter(({ schema }) => schema.format === 'date-time')
    .flatMap((field) =>
      legalVariants(field.schema, String(fresh()[field.name]))
        .filter(({ name }) => ['long-fraction', 'offset-east', 'after-2106'].includes(name))
        .map((variant) => ({ field, variant })),
    );
  return [
    make({ ...valid, id: 'full', title: 'A status with every field is created.', place: bodySchema }, sent),
    make(
      {
        expect: 'open',
        needs: ['createOn'],
        id: 'open/again',
        title: 'Observed: is the same status created twice?',
        question: 'is the same status created twice?',
        place: operation.pointer,
      },
      sent,
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
          onCreateOn({ [name]: value }),
        ),
      ),
    ),
    ...spelled.map(({ field: { name, at }, variant }) =>
      make(
        {
          ...valid,
          id: `body/${name}/spelling/${variant.name}`,
          title: `${name} ${variant.says} is accepted.`,
          place: `${at}/format`,
        },
        onCreateOn({ [name]: variant.value, ...(name === START && { [END]: '9999-12-31T23:59:59Z' }) }),
      ),
    ),
    make(
      {
        expect: 'open',
        needs: ['createOn'],
        id: 'open/own-id',
        title: 'Observed: is a body accepted that carries an id?',
        question: 'is a create accepted that carries an id?',
        place: content,
      },
      ownId,
    ),
    make(
      {
        ...valid,
        needs: ['createOn', 'allowVisible'],
        id: `body/${START}/left-out`,
        title: `A status created without ${START} begins now.`,
        place: `${bodySchema}/properties/${START}`,
      },
      { evseId: '{createOn}', temporaryStatus: fresh()['temporaryStatus'], [END]: '{inAnHour}' },
    ),
  ];
}

import type { Case } from './case.ts';
import { escaped } from './cases-of-success.ts';
import { schemaAt } from './document.ts';
import type { Ground } from './ground.ts';
import { wrongValues } from './values.ts';

/** For each constraint on the body, requests that break just that. */
export function bodyCases({ bodySchema, fields, fresh, make }: Ground): readonly Case[] {
  const refused = { situation: 'invalid-body', section: 'body' } as const;
  const root = schemaAt(bodySchema);
  const whole = wrongValues(root, fresh()).map(({ name, says, pointer, value }) =>
    make(
      { ...refused, id: `body/${name}`, sentence: `A body ${says} is refused.`, pointer },
      {},
      { body: JSON.stringify(value) },
    ),
  );
  const parts = fields.flatMap((field) =>
    wrongValues(field, fresh()[field.name]).map(({ name, says, pointer, value }) => {
      const keyword = pointer.slice(pointer.lastIndexOf('/') + 1);
      const sentence = `${field.name} ${says} is refused.`;
      const id = `body/${field.name}/${keyword}/${name}`;
      return make({ ...refused, id, sentence, pointer }, { ...fresh(), [field.name]: value });
    }),
  );
  return [...whole, ...parts];
}

/** Bodies that are no JSON, or come as something else. */
export function payloadCases({ body, mediaType, fresh, make }: Ground): readonly Case[] {
  const pointer = `${body.pointer}/content/${escaped(mediaType)}`;
  const section = 'payload';
  const malformed = [
    ['cut-off', 'JSON that is cut off', (json: string) => json.slice(0, -1)],
    ['trailing-text', 'JSON with text after it', (json: string) => `${json}}`],
    ['trailing-comma', 'JSON with a comma too many', (json: string) => json.replace(/}$/, ',}')],
    ['words', 'Text that is not JSON', () => 'temporarily out of order'],
  ] as const;
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', `${mediaType}-seq`];
  return [
    ...malformed.map(([name, says, spoil]) => {
      const fields = fresh();
      return make(
        { section, situation: 'malformed-json', id: `json/${name}`, sentence: `${says} is refused.`, pointer },
        fields,
        { body: spoil(JSON.stringify(fields)) },
      );
    }),
    ...types.map((contentType) =>
      make(
        {
          section,
          situation: 'wrong-media-type',
          id: `content-type/${contentType.replace('/', '-')}`,
          sentence: `A body sent as ${contentType} is refused.`,
          pointer: `${body.pointer}/content`,
        },
        fresh(),
        { contentType },
      ),
    ),
  ];
}

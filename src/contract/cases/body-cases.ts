import type { Pointer } from '../../../generated/operations.ts';
import { RECORD_FIELDS, schemaAt } from '../document.ts';
import type { Case, Need } from './case.ts';
import { END, START, type Change, type Samples } from './samples.ts';
import { wrongValues } from './values.ts';

/** Each value of an enum. */
export function valueCases({ fields, valid }: Samples): readonly Case[] {
  return fields.flatMap(({ name, at, schema }) =>
    (schema.enum ?? []).map((value, index) =>
      valid(`body/${name}/value/${String(value)}`, `${name} takes ${String(value)}.`, `${at}/enum/${index}`, {
        change: { [name]: value },
      }),
    ),
  );
}

/** For each constraint on the body, requests that break just that. */
export function wrongBodyCases(samples: Samples): readonly Case[] {
  const { bodySchema, fields, baseline, make } = samples;
  const body = schemaAt(bodySchema);
  const refused = (id: string, says: string, place: Pointer, change: Change) =>
    make('invalid-body', `body/${id}`, `${says} is refused.`, place, change);
  const whole = wrongValues(body, baseline()).map(([keyword, id, says, value]) =>
    refused(id, `A body ${says}`, `${body.at}/${keyword}`, { fields: {}, body: () => JSON.stringify(value) }),
  );
  const missing = fields
    .filter(({ required }) => required)
    .map(({ name }) =>
      refused(`${name}/required`, `A body without ${name}`, `${body.at}/required`, { change: { [name]: undefined } }),
    );
  const values = fields.flatMap(({ name, at, required, schema }) =>
    wrongValues({ at, schema }, baseline()[name]).map(([keyword, word, says, value]) => {
      const id = `${name}/${keyword}/${word}`;
      const place = `${at}/${keyword}`;
      const change = { [name]: value };
      if (value !== null || required || alwaysShown.has(name)) return refused(id, `${name} ${says}`, place, { change });
      // Whether null clears an optional field is not said. In a create it would leave a record that nothing ends.
      const needs: readonly Need[] = samples.operation.method === 'POST' ? ['allowVisible'] : [];
      return make('open', `body/${id}`, `is null accepted for ${name}?`, place, { change, needs });
    }),
  );
  return [...whole, ...missing, ...values];
}

/** What every record has, so that nothing can clear it. */
const alwaysShown = new Set(RECORD_FIELDS.filter(({ required }) => required).map(({ name }) => name));

/** Bodies that are not JSON, or labelled as something else. */
export function payloadCases({ bodyPlace, content, mediaType, make }: Samples): readonly Case[] {
  const malformed: readonly (readonly [string, string, (json: string) => string])[] = [
    ['cut-off', 'JSON that is cut off', (json) => json.slice(0, -1)],
    ['trailing-text', 'JSON with text after it', (json) => `${json}}`],
    ['trailing-comma', 'JSON with a comma too many', (json) => json.replace(/}$/, ',}')],
    ['single-quotes', 'JSON with single quotes', (json) => json.replaceAll('"', "'")],
    ['comment', 'JSON with a comment', (json) => json.replace('{', '{/* contract check */')],
    ['words', 'Text that is not JSON', () => 'temporarily out of order'],
  ];
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', `${mediaType}-seq`];
  return [
    ...malformed.map(([id, says, body]) =>
      make('malformed-json', `json/${id}`, `${says} is refused.`, content, { body }),
    ),
    ...types.map((type) => {
      const id = `content-type/${type.replace('/', '-')}`;
      const headers = { 'Content-Type': type };
      return make('wrong-media-type', id, `A body sent as ${type} is refused.`, `${bodyPlace}/content`, { headers });
    }),
  ];
}

/** A window of which one end has this value, and which starts before it ends. */
export function windowWith(name: string, value: unknown): Change {
  return { change: { ...(name === START && { [END]: '9999-06-30T13:00:00Z' }), [name]: value } };
}

/** JSON with white space, and its members in another order. */
export function spaced(json: string): string {
  const members = Object.entries(JSON.parse(json) as object).reverse();
  return `\r\n\t${JSON.stringify(Object.fromEntries(members), null, '\t')}\n `;
}

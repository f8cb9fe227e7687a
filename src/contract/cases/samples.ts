import type { Pointer } from '../../../generated/operations.ts';
import { joinPointer } from '../../shared/json-pointer.ts';
import { fieldsOf, operationOf, remembered, type OperationName, type SchemaField } from '../document.ts';
import type { Case, Need, RequestPlan } from './case.ts';
import { ruleOfAcceptance, type Expectation } from './expectations.ts';
import { movedAhead, secondsAfter } from './values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Fields of an update for which leaving them out may keep the stored value or set now; no page says which [endpoint]. */
export const START = 'validFrom';
/** Ends what `START` begins. */
export const END = 'validTo';

/** How a case differs from a valid request with a value for every field. */
export interface Change extends Partial<Pick<RequestPlan, 'pathId' | 'query' | 'headers'>> {
  /** Every field of the body. */
  readonly fields?: Fields;
  /** Some fields of the body; one that is `undefined` is left out. */
  readonly change?: Fields;
  /** The text of the body, from its JSON; an empty one is not sent. */
  readonly body?: (json: string) => string;
  readonly needs?: readonly Need[];
  readonly shows?: boolean;
}

export type Samples = ReturnType<typeof samplesOf>;

/** What the cases of one operation are made of. */
export const samplesOf = remembered((name: OperationName) => {
  const operation = operationOf(name);
  const body = operation.requestBody?.content[0];
  /** Where the document writes the body; empty for an operation without one. */
  const bodyPlace = operation.requestBody?.pointer ?? '';
  const bodySchema = body?.schema ?? '';
  const mediaType = body?.mediaType ?? '';
  const content = joinPointer(bodyPlace, 'content', mediaType);
  const fields = body === undefined ? [] : fieldsOf(bodySchema);
  const example = movedFields(body?.examples[0]?.value ?? {});
  let minutes = 0;
  const next = (index: number, evseId: string): Fields => {
    minutes += 1;
    const value = (field: SchemaField) => nextValue(field, example[field.name], minutes, index);
    return Object.fromEntries(fields.map((field) => [field.name, field.name === 'evseId' ? evseId : value(field)]));
  };
  /** A value for every field; instants that no other case sends, so that a value in a record tells which request left it. */
  const baseline = () => next(1, '{evseId}');
  /**
   * The same for requests that may be accepted: a refused one differs from what they leave in every field. A created status
   * stays: it names the EVSE that the run was given for that.
   */
  const acceptable = () => next(2, '{createOn}');

  const make = (expect: Expectation, id: string, title: string, place: Pointer, parts: Change = {}): Case => {
    const { fields: all, change, body: write = String, needs = [], shows, ...request } = parts;
    const accepts = ruleOfAcceptance(expect) === undefined;
    const entries = Object.entries({ ...(all ?? (accepts ? acceptable() : baseline())), ...change });
    const sent = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    return {
      ...{ id: `${name}/${id}`, title, place, operation, expect },
      ...(expect === 'open' && { title: `Observed: ${title}`, question: title }),
      needs: accepts && name === 'create' ? ['createOn', ...needs] : needs,
      ...(shows !== undefined && { shows }),
      request: {
        ...{ pathId: '{id}', query: {}, fields: sent },
        ...(body !== undefined && { body: write(JSON.stringify(sent)) }),
        ...request,
        headers: {
          Authorization: 'Bearer {key}',
          ...(body !== undefined && { 'Content-Type': mediaType }),
          ...request.headers,
        },
      },
    };
  };
  const valid = (id: string, title: string, place: Pointer, parts?: Change) => make('valid', id, title, place, parts);
  const open = (id: string, question: string, place: Pointer, parts?: Change) =>
    make('open', `open/${id}`, question, place, parts);
  return { operation, bodyPlace, bodySchema, mediaType, content, fields, baseline, acceptable, make, valid, open };
});

/** An example of a request body with its times moved ahead, and with the EVSE ID of the run. */
export function movedFields(example: unknown): Fields {
  const entries = Object.entries(example as Fields);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === 'evseId' ? '{evseId}' : movedAhead(value)]));
}

function nextValue({ pointer, schema }: SchemaField, example: unknown, minutes: number, index: number): unknown {
  if (schema.enum !== undefined) return schema.enum[index] ?? schema.enum[0];
  if (schema.format === 'date-time' && typeof example === 'string') return secondsAfter(example, minutes * 60 + 17);
  throw new Error(`${pointer}: no value is known for it; state one in samples.ts.`);
}

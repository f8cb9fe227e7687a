import type { Operation, Pointer } from '../../../generated/operations.ts';
import { joinPointer } from '../../shared/json-pointer.ts';
import { fieldsOf, nameOf, type SchemaField } from '../document.ts';
import type { Case, RequestPlan } from './case.ts';
import { movedAhead, secondsAfter } from './values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Fields of an update for which leaving them out may keep the stored value or set now; no page says which [endpoint]. */
export const START = 'validFrom';
/** Ends what `START` begins. */
export const END = 'validTo';

/** What the cases of one operation are made of. */
export interface Samples {
  readonly operation: Operation;
  /** Where the schema of the body stands; empty for an operation without one. */
  readonly bodySchema: Pointer;
  /** Where the document writes the content of the body. */
  readonly content: Pointer;
  readonly mediaType: string;
  readonly fields: readonly SchemaField[];
  /** The first example of the body, its times moved ahead. */
  readonly first: Fields;
  /** A value for every field; instants that no other case sends, so that a value in a record tells which request left it. */
  readonly fresh: () => Record<string, unknown>;
  /** The same for requests that may be accepted: a refused one differs from what they leave in every field. */
  readonly good: () => Record<string, unknown>;
  /** A case whose request is valid but for what `request` changes. */
  readonly make: (
    parts: Pick<Case, 'id' | 'title' | 'place' | 'expect'> & Partial<Pick<Case, 'question' | 'needs' | 'shows'>>,
    fields?: Fields,
    request?: Partial<RequestPlan>,
  ) => Case;
}

export function samplesOf(operation: Operation): Samples {
  const body = operation.requestBody?.content[0];
  const mediaType = body?.mediaType ?? '';
  const fields = body === undefined ? [] : fieldsOf(body.schema);
  const first = body === undefined ? {} : movedFields(body.examples[0]?.value);
  let minutes = 0;
  const next = (index: number) => {
    minutes += 1;
    return Object.fromEntries(fields.map((field) => [field.name, nextValue(field, first[field.name], minutes, index)]));
  };
  return {
    operation,
    bodySchema: body?.schema ?? '',
    content: joinPointer(operation.requestBody?.pointer ?? '', 'content', mediaType),
    mediaType,
    fields,
    first,
    fresh: () => next(1),
    good: () => next(2),
    make: ({ id, ...parts }, sent = {}, request = {}) => ({
      id: `${nameOf(operation)}/${id}`,
      ...parts,
      operation,
      request: {
        pathId: '{id}',
        query: {},
        fields: sent,
        ...(body !== undefined && { body: JSON.stringify(sent) }),
        ...request,
        headers: {
          Authorization: 'Bearer {key}',
          ...(body !== undefined && { 'Content-Type': mediaType }),
          ...request.headers,
        },
      },
    }),
  };
}

/** An example of a request body with its times moved ahead, and with the EVSE ID of the run. */
export function movedFields(example: unknown): Record<string, unknown> {
  const entries = Object.entries(example as Fields).map(([name, value]) => [name, movedAhead(value)] as const);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === 'evseId' ? '{evseId}' : value]));
}

function nextValue({ name, pointer, schema }: SchemaField, example: unknown, minutes: number, index: number): unknown {
  if (name === 'evseId') return '{evseId}';
  if (schema.enum !== undefined) return schema.enum[index] ?? schema.enum[0];
  if (schema.format === 'date-time' && typeof example === 'string') return secondsAfter(example, minutes * 60 + 17);
  throw new Error(`${pointer}: no value is known for it; state one in samples.ts.`);
}

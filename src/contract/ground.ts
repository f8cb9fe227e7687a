import type { Operation, Parameter, Pointer, RequestBody } from '../../generated/operations.ts';
import type { Case, RequestPlan } from './case.ts';
import { fieldsOf, type SchemaField } from './document.ts';
import { OPEN_WHEN_LEFT_OUT } from './open-questions.ts';
import { movedAhead, secondsAfter } from './values.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What all cases of an operation stand on: its id, its fields, and values for them. */
export interface Ground {
  readonly operation: Operation;
  readonly idParameter: Parameter;
  readonly body: RequestBody;
  readonly mediaType: string;
  /** Where the schema of the body stands. */
  readonly bodySchema: Pointer;
  readonly fields: readonly SchemaField[];
  /** The properties of the record that it answers with. */
  readonly answered: readonly SchemaField[];
  /** The first example, its times moved ahead: the record is brought to it before anything else is asked. */
  readonly start: Fields;
  /** A value for every field; instants that no other case sends, so that a value in a record tells which request left it. */
  readonly fresh: () => Record<string, unknown>;
  /** Of these fields, those that every update has to send for the record to stay as it is. */
  readonly anchor: () => Record<string, unknown>;
  /** A case with a valid JSON request, of which `request` changes what it names. */
  readonly make: (
    parts: Pick<Case, 'id' | 'sentence' | 'pointer' | 'situation' | 'section'> & { readonly question?: string },
    fields: Fields,
    request?: Partial<RequestPlan>,
  ) => Case;
}

/** @throws where the document describes an operation of a kind that the check cannot try */
export function groundOf(operation: Operation): Ground {
  const { requestBody: body, parameters } = operation;
  const content = body?.content[0];
  const idParameter = parameters.find((parameter) => parameter.in === 'path');
  if (body === undefined || content === undefined || idParameter === undefined || parameters.length > 1) {
    throw new Error(`${operation.pointer}: the check tries operations with one path parameter and a body.`);
  }
  const fields = fieldsOf(content.schema);
  const start = movedFields(content.examples[0]?.value);
  let minutes = 0;

  return {
    operation,
    idParameter,
    body,
    mediaType: content.mediaType,
    bodySchema: content.schema,
    fields,
    answered: fieldsOf(recordSchemaOf(operation)),
    start,
    fresh: () => {
      minutes += 1;
      return Object.fromEntries(fields.map((field) => [field.name, freshValue(field, start[field.name], minutes)]));
    },
    anchor: () => Object.fromEntries(Object.entries(start).filter(([name]) => OPEN_WHEN_LEFT_OUT.includes(name))),
    make: ({ id, ...parts }, sent, request) => ({
      id: `${operation.operationId}/${id}`,
      ...parts,
      operation,
      request: {
        pathId: '{id}',
        authorization: 'Bearer {key}',
        contentType: content.mediaType,
        body: JSON.stringify(sent),
        fields: sent,
        ...request,
      },
    }),
  };
}

/** Where the schema of the record stands that an operation answers with. */
export function recordSchemaOf({ pointer, responses }: Operation): Pointer {
  const schema = responses.find(({ status }) => status.startsWith('2'))?.content[0]?.schema;
  if (schema === undefined) throw new Error(`${pointer}: the check tries operations that answer with a record.`);
  return schema;
}

/** An example of a request body with its times moved ahead. */
export function movedFields(example: unknown): Fields {
  if (typeof example !== 'object' || example === null)
    throw new Error('A request body needs an example that is an object.');
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, movedAhead(value)]));
}

/** The second enum value: a request that must be refused carries another one than the record has. */
function freshValue({ pointer, schema }: SchemaField, example: unknown, minutes: number): unknown {
  if (schema.enum !== undefined) return schema.enum[1] ?? schema.enum[0];
  if (schema.format === 'date-time' && typeof example === 'string') return secondsAfter(example, minutes * 60 + 17);
  if (schema.format === undefined && schema.type === 'string') return `contract check ${minutes}`;
  if (schema.format === undefined && (schema.type === 'number' || schema.type === 'integer')) return minutes;
  throw new Error(`${pointer}: no value is known for it; say one in ground.ts.`);
}

import document from '../../generated/openapi.json';
import { ASSUMPTIONS, OPERATIONS, type Operation, type Pointer } from '../../generated/operations.ts';
import { joinPointer, valueAt } from '../shared/json-pointer.ts';

/** The operations of the document, by the word that the options of the check use for them. */
export type OperationName = 'list' | 'create' | 'update';

/** A JSON Schema as far as cases are made from it. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** A property of an object: where the document writes it, and the schema that it refers to in the end. */
export interface SchemaField {
  readonly name: string;
  readonly required: boolean;
  readonly pointer: Pointer;
  /** Where its schema stands, references followed. */
  readonly at: Pointer;
  readonly schema: Schema;
}

/** The operation of a name: `updateTemporaryEvseStatus` is `update`. */
export function operationOf(name: OperationName): Operation {
  const operation = OPERATIONS.find(({ operationId }) => operationId.startsWith(name));
  if (operation === undefined) throw new Error(`The document has no operation ${name}.`);
  return operation;
}

export function nameOf({ operationId }: Operation): OperationName {
  const name = (['list', 'create', 'update'] as const).find((word) => operationId.startsWith(word));
  if (name === undefined) throw new Error(`${operationId}: the check knows list, create and update.`);
  return name;
}

/** What stands at a pointer, and where it really stands: references are followed to their end. */
export function schemaAt(pointer: Pointer): { readonly at: Pointer; readonly schema: Schema } {
  let at = pointer;
  for (let hops = 0; hops < 100; hops += 1) {
    const value = valueAt(document, at);
    if (value === undefined) throw new Error(`The document has nothing at ${at}.`);
    const reference = (value as { readonly $ref?: unknown }).$ref;
    if (typeof reference !== 'string') return { at, schema: value as Schema };
    at = reference;
  }
  throw new Error(`The references at ${pointer} lead nowhere.`);
}

/** The properties of the object schema at a pointer, in the document's order. */
export function fieldsOf(pointer: Pointer): readonly SchemaField[] {
  const known = fieldsByPointer.get(pointer) ?? readFields(pointer);
  fieldsByPointer.set(pointer, known);
  return known;
}

const fieldsByPointer = new Map<Pointer, readonly SchemaField[]>();

function readFields(pointer: Pointer): readonly SchemaField[] {
  const { at, schema } = schemaAt(pointer);
  return Object.keys(schema.properties ?? {}).map((name) => {
    const written = joinPointer(at, 'properties', name);
    return { name, required: schema.required?.includes(name) ?? false, pointer: written, ...schemaAt(written) };
  });
}

/** Whether the document only assumes what stands at this place. */
export function isAssumed(pointer: Pointer): boolean {
  return ASSUMPTIONS.some(({ places }) => places.includes(pointer));
}

/** The documented successes of an operation, for example `[200]`. */
export function successesOf({ responses }: Operation): readonly number[] {
  return responses.map(({ status }) => Number(status)).filter((status) => status >= 200 && status < 300);
}

/** Where the schema of one record stands, and its fields. */
export const RECORD_SCHEMA: Pointer =
  operationOf('update').responses.find(({ status }) => status.startsWith('2'))?.content[0]?.schema ?? '';
export const RECORD_FIELDS = fieldsOf(RECORD_SCHEMA);

/** Where the document writes a field of the record. */
export function recordField(name: string): Pointer {
  return joinPointer(RECORD_SCHEMA, 'properties', name);
}

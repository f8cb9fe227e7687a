import document from '../../generated/openapi.json';
import { ASSUMPTIONS, OPERATIONS, type Operation, type Pointer } from '../../generated/operations.ts';
import { joinPointer, valueAt } from '../shared/json-pointer.ts';

/** The operations of the document, by the word that the options of the check use for them. */
export type OperationName = 'list' | 'create' | 'update';
export const OPERATION_NAMES: readonly OperationName[] = ['list', 'create', 'update'];

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

/** Makes a function that works out once what follows from a part of the document. */
export function remembered<K, V>(workOut: (part: K) => V): (part: K) => V {
  const known = new Map<K, V>();
  return (part) => {
    const value = known.get(part) ?? workOut(part);
    known.set(part, value);
    return value;
  };
}

/** The operation of a name: `updateTemporaryEvseStatus` is `update`. */
export function operationOf(name: OperationName): Operation {
  const operation = OPERATIONS.find((one) => nameOf(one) === name);
  if (operation === undefined) throw new Error(`The document has no operation ${name}.`);
  return operation;
}

export function nameOf({ operationId }: Operation): OperationName {
  const name = OPERATION_NAMES.find((word) => operationId.startsWith(word));
  if (name === undefined) throw new Error(`${operationId}: the check knows ${OPERATION_NAMES.join(', ')}.`);
  return name;
}

/** Where the document writes a parameter of an operation, and its schema. */
export function parameterOf({ parameters, pointer }: Operation, name: string): Operation['parameters'][number] {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) throw new Error(`${pointer} has no parameter ${name}.`);
  return parameter;
}

/** What stands at a pointer, and where it really stands: references are followed to their end. */
export const schemaAt = remembered((pointer: Pointer): { readonly at: Pointer; readonly schema: Schema } => {
  const schema = valueAt(document, pointer) as (Schema & { readonly $ref?: Pointer }) | undefined;
  if (schema === undefined) throw new Error(`The document has nothing at ${pointer}.`);
  return schema.$ref === undefined ? { at: pointer, schema } : schemaAt(schema.$ref);
});

/** The properties of the object schema at a pointer, in the document's order. */
export const fieldsOf = remembered((pointer: Pointer): readonly SchemaField[] => {
  const { at, schema } = schemaAt(pointer);
  return Object.keys(schema.properties ?? {}).map((name) => {
    const written = joinPointer(at, 'properties', name);
    return { name, required: schema.required?.includes(name) ?? false, pointer: written, ...schemaAt(written) };
  });
});

export function isSuccess(status = 0): boolean {
  return status >= 200 && status < 300;
}

/** Whether the document only assumes what stands at this place. */
export function isAssumed(pointer: Pointer): boolean {
  return ASSUMPTIONS.some(({ places }) => places.includes(pointer));
}

/** The fields of one record. */
export const RECORD_FIELDS = fieldsOf(
  operationOf('update').responses.find(({ status }) => status.startsWith('2'))?.content[0]?.schema ?? '',
);

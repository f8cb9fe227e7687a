import document from '../../generated/openapi.json';
import { OPERATIONS } from '../../generated/operations.ts';
import type { Operation, Pointer } from '../../generated/operations.ts';

/** A JSON Schema as far as cases are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

/** A property of an object, or a parameter: where it is written, and the schema that it refers to in the end. */
export interface SchemaField {
  readonly name: string;
  /** Where the document writes the property. */
  readonly pointer: Pointer;
  /** Where its schema stands, references followed. */
  readonly at: Pointer;
  readonly schema: Schema;
}

/** What stands at a pointer, and where it really stands: references are followed to their end. */
export function resolve(pointer: Pointer): { readonly at: Pointer; readonly value: unknown } {
  let at = pointer;
  for (let hops = 0; hops < 100; hops += 1) {
    let value: unknown = document;
    for (const segment of at.split('/').slice(1)) {
      value = (value as Readonly<Record<string, unknown>> | undefined)?.[
        segment.replaceAll('~1', '/').replaceAll('~0', '~')
      ];
    }
    if (value === undefined) throw new Error(`The document has nothing at ${at}.`);
    const reference = (value as { readonly $ref?: unknown }).$ref;
    if (typeof reference !== 'string') return { at, value };
    at = reference;
  }
  throw new Error(`The references at ${pointer} go round in a circle.`);
}

export function schemaAt(pointer: Pointer): { readonly at: Pointer; readonly schema: Schema } {
  const { at, value } = resolve(pointer);
  return { at, schema: value as Schema };
}

/** The properties of the object schema at a pointer, in the document's order. */
export function fieldsOf(pointer: Pointer): readonly SchemaField[] {
  const { at, schema } = schemaAt(pointer);
  return Object.keys(schema.properties ?? {}).map((name) => {
    const written = `${at}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return { name, pointer: written, ...schemaAt(written) };
  });
}

/** The operations that the check sends: those that change one record. */
export const CHECKED: readonly Operation[] = OPERATIONS.filter(({ parameters }) =>
  parameters.some((parameter) => parameter.in === 'path'),
);

/** The types of `generated/validators.ts`. */

/** One place where a value breaks its schema. */
export interface Violation {
  /** JSON pointer into the value, `""` for the whole. */
  readonly instancePath: string;
  /** JSON pointer of the keyword in the document, references followed. */
  readonly schemaPath: string;
  /** The keyword that the value breaks, for example `enum`. */
  readonly keyword: string;
  /** What the keyword asked for, in Ajv's terms, for example `{ allowedValues: […] }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** A reason in English, to be read after the name of the value: "must be string". */
  readonly message: string;
}

/** Every violation of a schema by a value, in the schema's order; empty where there is none. */
export type Validator = (value: unknown) => readonly Violation[];

export interface Validators {
  /** Checks what the document states. */
  readonly contract: Validator;
  /** As `contract`, and finds unknown fields and unknown enum values as well. Bodies only. */
  readonly strict?: Validator;
}

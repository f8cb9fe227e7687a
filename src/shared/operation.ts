/**
 * What the mock and the contract check read of the document's operations: the types of `generated/operations.ts`.
 */

/** A JSON pointer into the document (`openapi.json`), written as a URI fragment: `#/components/…`. */
export type Pointer = string;

export interface Example {
  /** The name that `Prefer: example=` asks for. */
  readonly name: string;
  readonly pointer: Pointer;
  readonly value: unknown;
}

export interface Content {
  readonly mediaType: string;
  /** Where the schema stands, references followed: the key of its validators in `validators.ts`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

/** A parameter of a request, or a header of a response. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly pointer: Pointer;
  /** Where the schema stands, references followed: the key of its validators in `validators.ts`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

export interface Parameter extends Field {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** The value that the server takes where the parameter is left out, as on the wire. */
  readonly default?: unknown;
}

export interface RequestBody {
  readonly pointer: Pointer;
  readonly required: boolean;
  readonly content: readonly Content[];
}

export interface DocumentedResponse {
  /** A status code, or a range such as `5XX`. */
  readonly status: string;
  readonly pointer: Pointer;
  readonly headers: readonly Field[];
  readonly content: readonly Content[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly pointer: Pointer;
  /** For example `http`. */
  readonly type: string;
  /** For example `bearer`. */
  readonly scheme?: string;
}

export interface Operation {
  readonly operationId: string;
  readonly pointer: Pointer;
  /** In capitals. */
  readonly method: string;
  /** The path template, for example `/things/{id}`. */
  readonly path: string;
  readonly summary?: string;
  /** The documented default limit. Operations whose limits have the same name share one. */
  readonly rateLimit?: { readonly name: string; readonly requests: number; readonly windowSeconds: number };
  /** Alternatives; within one, every scheme is required. Empty: no authentication. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly DocumentedResponse[];
}

export interface Assumption {
  readonly assumption: string;
  /** The places in the document that rest on it. */
  readonly places: readonly Pointer[];
}

// @ts-check
/**
 * Reads the document's operations into a flat table: references followed, descriptions left out, and beside each thing the
 * JSON pointer of the place where it stands. Mock and contract check work from this table and know no rule of the API.
 */
import { operationsOf, pointer, resolve } from './walk-document.mjs';

/** @param {import('./walk-document.mjs').OpenApiDocument} document */
export function readOperations(document) {
  return operationsOf(document).map(({ path, method, operation, pointer: at }) => ({
    operationId: operation.operationId,
    pointer: at,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    rateLimit: operation['x-rate-limit'] && {
      name: operation['x-rate-limit'],
      ...document['x-rate-limits']?.[operation['x-rate-limit']],
    },
    security: (operation.security ?? document.security ?? []).map((alternative) =>
      Object.keys(alternative).map((name) => {
        const scheme = resolve(document, pointer('#/components/securitySchemes', name));
        return { name, pointer: scheme.at, type: scheme.value.type, scheme: scheme.value.scheme };
      }),
    ),
    parameters: (operation.parameters ?? []).map((_, index) => {
      const parameter = resolve(document, pointer(at, 'parameters', index));
      return {
        name: parameter.value.name,
        in: parameter.value.in,
        required: parameter.value.required === true,
        pointer: parameter.at,
        schema: schemaOf(parameter.at),
        default: resolve(document, schemaOf(parameter.at)).value.default,
        examples: examplesOf(parameter),
      };
    }),
    requestBody: operation.requestBody && bodyOf(pointer(at, 'requestBody')),
    responses: Object.keys(operation.responses).map((status) => {
      const response = bodyOf(pointer(at, 'responses', status));
      const headers = resolve(document, response.pointer).value.headers ?? {};
      return {
        status,
        pointer: response.pointer,
        content: response.content,
        headers: Object.keys(headers).map((name) => {
          const header = resolve(document, pointer(response.pointer, 'headers', name));
          return {
            name,
            required: header.value.required === true,
            pointer: header.at,
            schema: schemaOf(header.at),
            examples: examplesOf(header),
          };
        }),
      };
    }),
  }));

  /** @param {string} owner */
  function schemaOf(owner) {
    return resolve(document, pointer(owner, 'schema')).at;
  }

  /** @param {{ at: string, value: any }} owner */
  function examplesOf({ at, value }) {
    const named = Object.keys(value.examples ?? {}).map((name) => {
      const example = resolve(document, pointer(at, 'examples', name));
      return { name, pointer: example.at, value: example.value.value };
    });
    return 'example' in value ? [{ name: 'example', pointer: pointer(at, 'example'), value: value.example }] : named;
  }

  /** @param {string} from */
  function bodyOf(from) {
    const { at, value } = resolve(document, from);
    return {
      pointer: at,
      required: value.required === true,
      content: Object.keys(value.content ?? {}).map((mediaType) => {
        const content = resolve(document, pointer(at, 'content', mediaType));
        return { mediaType, schema: schemaOf(content.at), examples: examplesOf(content) };
      }),
    };
  }
}

/** The TypeScript of the table, its types first. */
export function operationsModule(/** @type {import('./walk-document.mjs').OpenApiDocument} */ document) {
  const operations = readOperations(document);
  /** Responses that several operations refer to are written once. @type {Map<string, string>} */
  const shared = new Map();
  for (const { responses } of operations) {
    for (const { status: _, ...response } of responses) {
      if (response.pointer.startsWith('#/components/')) shared.set(response.pointer, JSON.stringify(response, null, 2));
    }
  }
  const table = JSON.stringify(
    operations,
    (_, value) => (shared.has(value?.pointer) ? { status: value.status, SHARED: value.pointer } : value),
    2,
  ).replaceAll(/"SHARED": ("[^"]+")/g, '...SHARED[$1]!');
  const rows = [...shared].map(([at, response]) => `  ${JSON.stringify(at)}: ${response.replaceAll('\n', '\n  ')},`);
  return `${declarations}
const SHARED: Readonly<Record<Pointer, Omit<DocumentedResponse, 'status'>>> = {
${rows.join('\n')}
};

/** Every operation of the document, in its order. */
export const OPERATIONS: readonly Operation[] = ${table};

/** What the document assumes because no page says it. */
export const ASSUMPTIONS: readonly Assumption[] = ${JSON.stringify(document['x-assumed'] ?? [], null, 2)};
`;
}

const declarations = `/** A JSON pointer into the document (\`openapi.json\`), written as a URI fragment: \`#/components/…\`. */
export type Pointer = string;

export interface Example {
  /** The name that \`Prefer: example=\` asks for. */
  readonly name: string;
  readonly pointer: Pointer;
  readonly value: unknown;
}

export interface Content {
  readonly mediaType: string;
  /** Where the schema stands, references followed: the key of its validators in \`validators.ts\`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

/** A parameter of a request, or a header of a response. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly pointer: Pointer;
  /** Where the schema stands, references followed: the key of its validators in \`validators.ts\`. */
  readonly schema: Pointer;
  readonly examples: readonly Example[];
}

export interface Parameter extends Field {
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** What holds where it is left out, as on the wire. */
  readonly default?: unknown;
}

export interface RequestBody {
  readonly pointer: Pointer;
  readonly required: boolean;
  readonly content: readonly Content[];
}

export interface DocumentedResponse {
  /** A status code, or a range such as \`5XX\`. */
  readonly status: string;
  readonly pointer: Pointer;
  readonly headers: readonly Field[];
  readonly content: readonly Content[];
}

export interface SecurityScheme {
  readonly name: string;
  readonly pointer: Pointer;
  /** For example \`http\`. */
  readonly type: string;
  /** For example \`bearer\`. */
  readonly scheme?: string;
}

export interface Operation {
  readonly operationId: string;
  readonly pointer: Pointer;
  /** In capitals. */
  readonly method: string;
  /** The path template, for example \`/things/{id}\`. */
  readonly path: string;
  readonly summary?: string;
  /** The documented default limit. Operations whose limits have the same name share one. */
  readonly rateLimit?: { readonly name: string; readonly requests: number; readonly windowSeconds: number };
  /** Alternatives; within each, every scheme has to be met. Empty: no authentication. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly DocumentedResponse[];
}

export interface Assumption {
  readonly assumption: string;
  /** What rests on it. */
  readonly places: readonly Pointer[];
}
`;

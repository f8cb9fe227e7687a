// @ts-check
/**
 * Reads the document's operations into a flat table: references resolved, descriptions removed, and each part with the JSON
 * pointer of its place. The mock and the contract check use this table and contain no rules of the API themselves.
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
    rateLimit: rateLimitOf(operation['x-rate-limit']),
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

  /** @param {string | undefined} name */
  function rateLimitOf(name) {
    return name === undefined ? undefined : { name, ...document['x-rate-limits']?.[name] };
  }

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

/**
 * The TypeScript of the table. Headers and responses under `components` are written once and spread where they are used.
 * @param {import('./walk-document.mjs').OpenApiDocument} document
 */
export function operationsModule(document) {
  const operations = readOperations(document);
  const responses = operations.flatMap((operation) => operation.responses);
  const headers = shared(
    responses.flatMap((response) => response.headers.map((header) => ({ ...header, name: undefined }))),
  );
  const bodies = shared(responses.map((response) => ({ ...response, status: undefined })));

  return [
    "import type { Assumption, DocumentedResponse, Field, Operation, Pointer } from '../src/shared/operation.ts';",
    "export type * from '../src/shared/operation.ts';",
    `const HEADERS = ${write(headers)} satisfies Record<Pointer, Omit<Field, 'name'>>;`,
    `const RESPONSES = ${write(bodies)} satisfies Record<Pointer, Omit<DocumentedResponse, 'status'>>;`,
    "/** Every operation of the document, in the document's order. */",
    `export const OPERATIONS: readonly Operation[] = ${write(operations)};`,
    '/** What the document assumes because no page says it. */',
    `export const ASSUMPTIONS: readonly Assumption[] = ${write(document['x-assumed'] ?? [])};`,
  ].join('\n\n');

  /**
   * JSON with shared parts as spreads. A shared part itself has no name and no status: these belong to where it is used.
   * @param {unknown} value
   */
  function write(value) {
    return JSON.stringify(value, (_, member) => {
      const at = member?.pointer;
      if (member?.name !== undefined && at in headers) return { name: member.name, HEADERS: at };
      return member?.status !== undefined && at in bodies ? { status: member.status, RESPONSES: at } : member;
    }).replaceAll(/"(HEADERS|RESPONSES)":("[^"]+")/g, '...$1[$2]');
  }
}

/**
 * The parts that are under `components`, by pointer.
 * @template {{ pointer: string }} Part
 * @param {Part[]} parts
 * @returns {Record<string, Part>}
 */
function shared(parts) {
  return Object.fromEntries(
    parts.filter((part) => part.pointer.startsWith('#/components/')).map((part) => [part.pointer, part]),
  );
}

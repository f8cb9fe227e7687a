/** Responses that break the document, each with the places in it that they break. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { DocumentedResponse, Field, Pointer } from '../../generated/operations.ts';
import { at, DOCUMENT, pointer } from '../support/document.ts';
import type { OperationId } from '../support/document.ts';
import type { Reason } from '../support/reason.ts';
import { violationsOf } from './violations.ts';

export interface BrokenResponse {
  /** Completes "a response of …". */
  readonly name: string;
  readonly operation: OperationId;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly reasons: readonly Reason[];
  readonly breaks: readonly Pointer[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const responses = OPERATIONS.flatMap((operation) =>
  operation.responses.map((response) => ({ operation: operation.operationId as OperationId, response })),
);
/** Errors are the same for all operations, so one is enough. */
const error = responses.filter(({ response }) => response.status === '400').slice(0, 1);

/** A successful response of each operation, with its first example. */
export const SUCCESSES = responses.filter(({ response }) => response.status.startsWith('2')).map(valid);

function valid({ operation, response }: (typeof responses)[number]) {
  const [content] = response.content;
  if (!content) throw new Error(`${operation} has no body for the status ${response.status}.`);
  const { schema, examples } = content;
  const headers: Record<string, string> = JSON_TYPE;
  return { operation, response, status: Number(response.status), headers, schema, json: examples[0]?.value };
}

export const BROKEN_BODIES: readonly BrokenResponse[] = [...SUCCESSES, ...error.map(valid)].flatMap(
  ({ operation, status, headers, schema, json: example }) =>
    violationsOf(schema, example).map(({ name, body, reasons, breaks }) => ({
      name: `${operation} with ${name} (${status})`,
      ...{ operation, status, headers, json: body, reasons, breaks },
    })),
);

/** Every header of the document, with a response that has it. */
const headers = [
  ...new Map(
    responses.flatMap(({ operation, response }) =>
      response.headers.map((header) => [header.pointer, { operation, response, header }] as const),
    ),
  ).values(),
];

/** For Prism and the generated validators. The client ignores a header that it cannot read. */
export const BROKEN_HEADERS: readonly BrokenResponse[] = headers.flatMap(({ operation, response, header }) => {
  const { name, required, pointer: place, schema } = header;
  const isText = at(DOCUMENT, pointer(schema, 'type')) === 'string';
  return [
    ...(isText ? [] : ['many', '1.5']).map((value) =>
      withHeader(operation, response, header, value, 'type', pointer(schema, 'type')),
    ),
    ...(required ? [withHeader(operation, response, header, undefined, 'required', pointer(place, 'required'))] : []),
  ].map((broken) => ({ ...broken, name: `${operation} with ${broken.headers[name] ?? 'no'} ${name}` }));
});

function withHeader(
  operation: OperationId,
  response: DocumentedResponse,
  { name }: Field,
  value: string | undefined,
  keyword: string,
  place: Pointer,
): Omit<BrokenResponse, 'name'> {
  const { headers: sent, ...rest } = valid({ operation, response });
  const status = Number(response.status.replace('XX', '00'));
  return {
    ...{ operation, status, json: rest.json },
    headers: { ...sent, ...(value !== undefined && { [name]: value }) },
    reasons: [{ part: 'header', at: name.toLowerCase(), keyword }],
    breaks: [place],
  };
}

export const BROKEN_OTHERWISE: readonly BrokenResponse[] = SUCCESSES.flatMap(
  ({ operation, response, status, json }) => [
    {
      name: `${operation} with a status that the document lacks`,
      ...{ operation, status: 299, headers: JSON_TYPE, json },
      reasons: [{ part: 'status' as const }],
      breaks: [response.pointer],
    },
    {
      name: `${operation} with HTML for JSON`,
      ...{ operation, status, headers: { 'content-type': 'text/html' }, json },
      reasons: [{ part: 'media type' as const }, { part: 'body' as const, at: '', keyword: 'type' }],
      breaks: [pointer(response.pointer, 'content', 'application/json')],
    },
  ],
);

import type { DocumentedResponse, Operation } from '../../../generated/operations.ts';

type Responses = Pick<Operation, 'responses'>;

/** Left out: the first successful status, its first example. */
export interface ExampleChoice {
  readonly status?: number | undefined;
  readonly example?: string | undefined;
}

export interface ExampleResponse {
  readonly status: number;
  /** `undefined` where the response has no body. */
  readonly value: unknown;
}

/** An example of the document, or what there is instead. */
export function findExample(operation: Responses, { status, example }: ExampleChoice): ExampleResponse | string {
  const response = status === undefined ? successOf(operation) : responseOf(operation, status);
  if (response === undefined) {
    const wanted = status === undefined || Number.isNaN(status) ? 'with such a code' : String(status);
    const known = new Set(operation.responses.map((one) => one.status));
    return `The document has no response ${wanted}; it has ${[...known].join(', ')}.`;
  }
  const examples = response.content[0]?.examples ?? [];
  const found = example === undefined ? examples[0] : examples.find(({ name }) => name === example);
  const isEmpty = example === undefined && response.content.length === 0;
  if (found !== undefined || isEmpty) return { status: status ?? Number(response.status), value: found?.value };
  const known = examples.length === 0 ? 'none' : examples.map(({ name }) => name).join(', ');
  return `The document's response ${response.status} has no such example; it has ${known}.`;
}

/** What the document says of a status: by its number, or by its range. */
export function responseOf(operation: Responses, status: number): DocumentedResponse | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return (
    operation.responses.find((one) => one.status === String(status)) ??
    operation.responses.find((one) => one.status.toUpperCase() === range)
  );
}

export function successOf(operation: Responses): DocumentedResponse | undefined {
  return operation.responses.find((one) => /^2\d\d$/.test(one.status));
}

import type { DocumentedResponse as Answer, Operation } from '../../generated/operations.ts';

export interface Preference {
  readonly status?: number;
  readonly example?: string;
}

export interface ExampleAnswer {
  readonly status: number;
  /** Empty where the answer carries no body. */
  readonly body: string;
}

/** What `Prefer: code=…, example=…` asks for (RFC 7240); other preferences are not ours and are passed over. */
export function parsePrefer(header: string | undefined): Preference | undefined {
  if (header === undefined) return undefined;
  const wishes = new Map(
    header.split(/[,;]/).map((part) => {
      const [name = '', ...value] = part.split('=');
      return [
        name.trim().toLowerCase(),
        value
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1'),
      ] as const;
    }),
  );
  const [code, example] = [wishes.get('code'), wishes.get('example')];
  if (code === undefined && example === undefined) return undefined;
  return {
    ...(code !== undefined && { status: /^\d{3}$/.test(code) ? Number(code) : NaN }),
    ...(example !== undefined && { example }),
  };
}

/** The document's example that is asked for, or a sentence saying what there is instead. */
export function exampleAnswer(operation: Operation, { status, example }: Preference): ExampleAnswer | string {
  const answer = status === undefined ? successOf(operation) : answerOf(operation, status);
  if (answer === undefined) {
    const known = operation.responses.map((one) => one.status).join(', ');
    return `The document has no answer ${status === undefined || Number.isNaN(status) ? 'of this code' : status}; it has ${known}.`;
  }
  const given = status ?? Number(answer.status);
  const examples = answer.content[0]?.examples ?? [];
  const chosen = example === undefined ? examples[0] : examples.find(({ name }) => name === example);
  if (chosen !== undefined) return { status: given, body: JSON.stringify(chosen.value) };
  if (example === undefined && answer.content.length === 0) return { status: given, body: '' };
  const known = examples.map(({ name }) => name).join(', ');
  return `The document's answer ${answer.status} has no such example; it has ${known === '' ? 'none' : known}.`;
}

/** What the document says of a status: by its number, or by its range. */
export function answerOf(operation: Operation, status: number): Answer | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  return (
    operation.responses.find((one) => one.status === String(status)) ??
    operation.responses.find((one) => one.status.toUpperCase() === range)
  );
}

/** The first successful answer. */
export function successOf(operation: Operation): Answer | undefined {
  return operation.responses.find((one) => /^2\d\d$/.test(one.status));
}

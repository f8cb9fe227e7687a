/** A server that answers with what its request dictates, so that a test can put any answer before a judge. */
import { serve, type Served } from './serve.ts';

export interface DictatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEADER = 'x-dictated-answer';

/** The header that dictates an answer. */
export function dictate(answer: DictatedAnswer): Record<string, string> {
  return { [HEADER]: Buffer.from(JSON.stringify(answer)).toString('base64url') };
}

export function startDictatedAnswers(): Promise<Served> {
  return serve((request, response) => {
    const dictated = Buffer.from(String(request.headers[HEADER]), 'base64url').toString();
    const { status, headers, body } = JSON.parse(dictated) as DictatedAnswer;
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
}

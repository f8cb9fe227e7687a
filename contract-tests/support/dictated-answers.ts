/** A server that answers with what its request dictates, so that a test can put any answer before a judge. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Witness } from './prism.ts';

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

export async function startDictatedAnswers(): Promise<Witness> {
  const server = createServer((request, response) => {
    const dictated = Buffer.from(String(request.headers[HEADER]), 'base64url').toString();
    const { status, headers, body } = JSON.parse(dictated) as DictatedAnswer;
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

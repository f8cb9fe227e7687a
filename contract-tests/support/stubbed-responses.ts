/** A server that sends the response that a request asks for, so that a test can have Prism validate any response. */
import { serve, type Served } from './serve.ts';

export interface StubbedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HEADER = 'x-stubbed-response';

/** A header that asks for a response. */
export function stub(response: StubbedResponse): Record<string, string> {
  return { [HEADER]: Buffer.from(JSON.stringify(response)).toString('base64url') };
}

export function startStubbedResponses(): Promise<Served> {
  return serve((request, response) => {
    const text = Buffer.from(String(request.headers[HEADER]), 'base64url').toString();
    const { status, headers, body } = JSON.parse(text) as StubbedResponse;
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
}

/** The addresses of the servers that all contract tests share; see start-witness.ts. */
import process from 'node:process';

/** Prism as a mock of the document. */
export function witnessUrl(): string {
  return read('WITNESS_URL');
}

/** Prism as a validating proxy in front of stubbed responses; see stubbed-responses.ts. */
export function validatedStubsUrl(): string {
  return read('WITNESS_STUBS_URL');
}

/** Prism as a validating proxy in front of our mock. */
export function validatedMockUrl(): string {
  return read('WITNESS_MOCK_URL');
}

function read(name: string): string {
  const url = process.env[name];
  if (url === undefined) throw new Error('No witness was started: run Jest with the project’s own configuration.');
  return url;
}

/** Sends a request on a new connection, since the server may close a kept one just as it is used again. */
export function send(request: Request): Promise<Response> {
  request.headers.set('connection', 'close');
  return fetch(request);
}

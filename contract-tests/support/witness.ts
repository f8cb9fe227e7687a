/** Where the servers listen that are started once for all contract tests; see start-witness.ts. */
import process from 'node:process';

/** Prism as a mock of the document. */
export function witnessUrl(): string {
  return read('WITNESS_URL');
}

/** Prism as a validating proxy, in front of a server that sends what a request asks for; see stubbed-responses.ts. */
export function validatedStubsUrl(): string {
  return read('WITNESS_STUBS_URL');
}

/** Prism as a validating proxy, in front of our mock. */
export function validatedMockUrl(): string {
  return read('WITNESS_MOCK_URL');
}

function read(name: string): string {
  const url = process.env[name];
  if (url === undefined) throw new Error('No witness was started: run Jest with the project’s own configuration.');
  return url;
}

/** Sends a request on a connection of its own: one that was kept may be closed just when a busy machine uses it again. */
export function send(request: Request): Promise<Response> {
  request.headers.set('connection', 'close');
  return fetch(request);
}

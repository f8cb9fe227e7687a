import process from 'node:process';

/** Where Prism listens, as a mock of the document: started for all contract tests, see start-witness.ts. */
export function witnessUrl(): string {
  return read('WITNESS_URL');
}

/** Where Prism validates the responses that a request asks for; see stubbed-responses.ts. */
export function validatingProxyUrl(): string {
  return read('WITNESS_JUDGE_URL');
}

/** Where Prism validates our mock's requests and responses. */
export function validatedMockUrl(): string {
  return read('WITNESS_JUDGED_MOCK_URL');
}

function read(name: string): string {
  const url = process.env[name];
  if (url === undefined) throw new Error('No witness was started: run Jest with the project’s own configuration.');
  return url;
}

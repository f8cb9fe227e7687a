import { createCore } from './core.ts';
import { DOCUMENT } from './document.ts';
import { handleRequest } from './fetch-door.ts';
import type { MockControls, MockOptions } from './types.ts';

export interface Mock extends MockControls {
  /** Answers a request to any origin; only its path counts. Rejects with the reason of the request's signal. */
  readonly handle: (request: Request) => Promise<Response>;
}

export interface MockFetch extends MockControls {
  /** Stands in for `fetch`: `createClient({ fetch: mock.fetch, … })`. No socket is opened. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * A mock of the API with a memory: an update is checked against the OpenAPI document, answered with the merged record, and
 * remembered. Needs `Request` and `Response`, and nothing of Node.
 * @throws {MockOptionError} an option is wrong; the message names it
 */
export function createMock(options: MockOptions = {}): Mock {
  const core = createCore(DOCUMENT, options);
  return { handle: (request) => handleRequest(core, request), ...core.controls };
}

/**
 * The mock as a `fetch` for tests.
 * @throws {MockOptionError} an option is wrong; the message names it
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  const { handle, ...controls } = createMock(options);
  return { fetch: (input, init) => handle(new Request(input, init)), ...controls };
}

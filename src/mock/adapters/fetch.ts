import { createCore, type Core } from '../core.ts';
import type { MockOptions } from '../options.ts';
import type { MockControls } from '../types.ts';

/** A mock as a `fetch`, and its controls. */
export interface MockFetch extends MockControls {
  /** Stands in for `fetch`: `createClient({ fetch: mock.fetch, … })`. Only the path of a URL counts. No socket is opened. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * A mock of the API as a `fetch`: requests are validated against the OpenAPI document, applied to the records, and
 * remembered. Needs `Request` and `Response`, and nothing of Node. Also a handler for servers that use both:
 * `(request) => mock.fetch(request)`.
 * @throws {MockOptionError} An option is wrong; the message names it.
 */
export function createMockFetch(options: MockOptions = {}): MockFetch {
  const core = createCore(options);
  return {
    fetch: async (input, init) => {
      const response = await handleRequest(core, new Request(input, init));
      if (response.type !== 'error') return response;
      throw new TypeError('fetch failed', { cause: new Error('The mock dropped the connection.') });
    },
    ...core.controls,
  };
}

/**
 * Responds to a fetch `Request`, after the latency that is set; with `Response.error()` where the connection is dropped. The
 * operation is applied when the body has been read: a signal that fires later only takes the response away.
 * @param target - Path and query, where they are not those of the request's URL.
 * @throws the signal's reason
 */
export async function handleRequest(core: Core, request: Request, target?: string): Promise<Response> {
  const { method, signal, url } = request;
  signal.throwIfAborted();
  const { pathname, search, host } = new URL(url);
  const body = new Uint8Array(await request.arrayBuffer());
  const { status, headers, ...response } = core.respond({
    method,
    target: target ?? pathname + search,
    headers: { host, ...Object.fromEntries(request.headers) },
    body: body.length > core.maxBodyBytes ? 'too large' : body,
  });
  const delayMs = response.failure === 'no-response' ? Infinity : response.delayMs;
  if (delayMs > 0) await wait(delayMs, signal);
  if (response.failure !== undefined) return Response.error();
  return new Response(response.body === '' || method === 'HEAD' ? null : response.body, { status, headers });
}

/** @param signal - Of this request alone, so that the listener goes with it. */
function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = delayMs === Infinity ? undefined : setTimeout(resolve, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

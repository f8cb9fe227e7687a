import type { Core } from './core.ts';
import type { PlainAnswer, PlainRequest } from './types.ts';

/**
 * Answers a fetch `Request`, after the latency that is set. What the mock does, it does when the body has been read; a
 * signal that fires later only takes the answer away.
 * @param target - Path and query, where they are not those of the request's URL.
 * @throws the signal's reason
 */
export async function handleRequest(core: Core, request: Request, target = targetOf(request)): Promise<Response> {
  request.signal.throwIfAborted();
  const body = new Uint8Array(await request.arrayBuffer());
  const plain: PlainRequest = {
    method: request.method,
    target,
    headers: Object.fromEntries(request.headers),
    body: body.length > core.maxBodyBytes ? 'too large' : body,
  };
  const answer = core.answer(plain);
  if (answer.delayMs > 0) await wait(answer.delayMs, request.signal);
  return toResponse(answer, request.method);
}

function targetOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function toResponse({ status, headers, body }: PlainAnswer, method: string): Response {
  return new Response(body === '' || method === 'HEAD' ? null : body, { status, headers });
}

function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', abort, { once: true });

    function abort(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
  });
}

import type { Core } from './core.ts';
import type { PlainAnswer, PlainRequest } from './types.ts';

/**
 * Answers a fetch `Request`, after the latency that is set. What the mock does, it does when the body has been read; a
 * signal that fires later only takes the answer away.
 * @throws the signal's reason
 */
export async function handleRequest(core: Core, request: Request): Promise<Response> {
  request.signal.throwIfAborted();
  const url = new URL(request.url);
  const plain: PlainRequest = {
    method: request.method,
    target: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    body: await readBody(request, core.maxBodyBytes),
  };
  const answer = core.answer(plain);
  if (answer.delayMs > 0) await wait(answer.delayMs, request.signal);
  return toResponse(answer, request.method);
}

function toResponse({ status, headers, body }: PlainAnswer, method: string): Response {
  return new Response(body === '' || method === 'HEAD' ? null : body, { status, headers });
}

async function readBody(request: Request, most: number): Promise<Uint8Array | 'too large'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    const chunk = part.value as Uint8Array;
    length += chunk.length;
    if (length > most) {
      await reader?.cancel();
      return 'too large';
    }
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
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

/**
 * Prism, the independent witness: someone else's code reads the same document. It is stateless, so all tests share one.
 */
import { fileURLToPath } from 'node:url';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import type { Served } from './serve.ts';

const DOCUMENT = fileURLToPath(new URL('../../openapi/temporary-evse-statuses.yaml', import.meta.url));

/**
 * Starts Prism in this process: on a free port of the loopback interface, silent, refusing what breaks the document.
 * @param upstream - Where to forward every request. Prism then validates the responses. Without it, Prism validates the
 *   requests and responds with the document's examples.
 */
export async function startPrism(upstream?: URL): Promise<Served> {
  const rules = {
    validateRequest: upstream === undefined,
    validateResponse: true,
    checkSecurity: upstream === undefined,
    errors: true,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
  const server = createServer(await getHttpOperationsFromSpec(DOCUMENT), {
    cors: false,
    config: upstream === undefined ? { ...rules, isProxy: false } : { ...rules, isProxy: true, upstream },
    components: { logger: createLogger('witness', { level: 'silent' }) },
  });
  const url = await server.listen(0, '127.0.0.1');
  return { url, close: () => server.close() };
}

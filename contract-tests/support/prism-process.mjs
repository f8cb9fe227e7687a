// @ts-check
/**
 * Prism in a process of its own, as `prism mock` starts it without options: for what would end the tests' process, or
 * needs another document. Prints its URL.
 *
 *   node prism-process.mjs DOCUMENT
 */
import process from 'node:process';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';

const server = createServer(await getHttpOperationsFromSpec(String(process.argv[2])), {
  cors: false,
  config: {
    isProxy: false,
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  },
  components: { logger: createLogger('witness', { level: 'silent' }) },
});
console.log(await server.listen(0, '127.0.0.1'));

// @ts-check
/** The servers that are compared, each in its own process. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const at = (/** @type {string} */ file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const ours = at('dist/cli.mjs');
const prism = at('node_modules/@stoplight/prism-cli/dist/index.js');
const document = at('openapi/temporary-evse-statuses.yaml');

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {(port: number) => readonly string[]} args - of node
 */

/** @type {readonly Contender[]} */
export const contenders = [
  { name: 'node:http, fixed response', args: (port) => [at('benchmarks/mock/fixed-response.mjs'), String(port)] },
  // Without its rate limit, since the others have none.
  { name: 'this mock', args: (port) => [ours, 'mock', '--rate-limit', 'off', '--port', String(port)] },
  {
    name: 'this mock, --quiet',
    args: (port) => [ours, 'mock', '--rate-limit', 'off', '--quiet', '--port', String(port)],
  },
  { name: 'Prism 5.14.2', args: (port) => [prism, 'mock', '--port', String(port), document] },
  {
    name: 'Prism 5.14.2, silent',
    args: (port) => [prism, 'mock', '--verboseLevel', 'silent', '--port', String(port), document],
  },
];

/** A port that was free a moment ago, since Prism does not accept 0. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

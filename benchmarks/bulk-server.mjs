// A local service with a rate limit in fixed windows, in its own process. Argument: JSON of `ServerOptions`. Sends its port
// when it listens, and a `ServerReport` when asked.
import { createServer } from 'node:http';

/**
 * @typedef {object} ServerOptions
 * @property {number} limit - requests in a window
 * @property {number} windowMs
 * @property {number} [unavailable] - share of requests that get a 503
 * @property {number} [dropped] - share of connections that are dropped, half of them after the change was made
 * @property {{ afterRequests: number, limit: number }} [change] - another limit from then on
 *
 * @typedef {object} ServerReport
 * @property {number[]} windows - requests let through in each window, as a share of its limit
 * @property {number} refused - requests that got a 429
 * @property {number} faults - requests that got a 503 or were broken
 * @property {number} changed - different ids that were changed
 */
const options = /** @type {ServerOptions} */ (JSON.parse(process.argv[2] ?? ''));
const { windowMs, unavailable = 0, dropped = 0, change } = options;

let { limit } = options;
// Windows end in the middle of a second, so the whole seconds in the header are inexact.
const origin = Math.floor(Date.now() / 1_000) * 1_000 + 400 - windowMs;
let window = NaN;
let count = 0;
let requests = 0;
let faults = 0;
let refused = 0;
/** @type {number[]} */
const windows = [];
/** @type {Set<string>} */
const changed = new Set();

// Random numbers that are the same in every run.
let seed = 1;
const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    if (++requests === change?.afterRequests) limit = change.limit;
    const now = Date.now();
    const current = Math.floor((now - origin) / windowMs);
    if (current !== window) {
      window = current;
      count = 0;
      windows.push(0);
    }
    const resetsAt = origin + (window + 1) * windowMs;
    const isAdmitted = count < limit;
    if (isAdmitted) {
      count++;
      windows[windows.length - 1] = count / limit;
    }
    const id = request.url?.split('/').at(-1) ?? '';
    /** @type {Record<string, string | number>} */
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': Math.max(0, limit - count),
      'x-ratelimit-reset': Math.ceil(resetsAt / 1_000),
    };
    if (!isAdmitted) {
      refused++;
      headers['retry-after'] = Math.ceil((resetsAt - now) / 1_000);
      response.writeHead(429, headers).end('{}');
    } else if (chance() < unavailable) {
      faults++;
      response.writeHead(503, headers).end('{}');
    } else if (chance() < dropped) {
      faults++;
      if (chance() < 0.5) changed.add(id);
      request.socket.destroy();
    } else {
      changed.add(id);
      response
        .writeHead(200, headers)
        .end(JSON.stringify({ id: Number(id), temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' }));
    }
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.send?.(address?.port);
});
process.on('message', () => process.send?.({ windows, refused, faults, changed: changed.size }));
process.on('disconnect', () => process.exit());

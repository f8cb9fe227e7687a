// The faults of the soak test: what the server does to a connection, and how the client's call has to end.
import { gzipSync } from 'node:zlib';

const record = (/** @type {number} */ id) => JSON.stringify({ id, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E1' });
const envelope = JSON.stringify({ error: { code: 'c', message: 'No.', request_id: 'req_1' } });
const deep = `{"error":{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a'));

/** @typedef {import('node:net').Socket} Socket */

/**
 * @param {Socket} socket
 * @param {number} status
 * @param {string | Buffer} body
 * @param {Record<string, string | number>} [headers]
 */
function respond(socket, status, body, headers = {}) {
  const lines = Object.entries({
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  socket.write(`HTTP/1.1 ${status} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  return socket.write(body);
}

/** @param {(socket: Socket, id: number, attempt: number) => unknown} act @param {string} ends */
const fault = (act, ends) => ({ act, ends });

/** By name; `ends`: `record`, or the name of the error. `attempt` counts from 1 for each call. */
export const faults = {
  none: fault((socket, id) => respond(socket, 200, record(id)), 'record'),
  chunked: fault((socket, id) => {
    const [half, rest] = [record(id).slice(0, 9), record(id).slice(9)];
    socket.write('HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (const part of [half, rest, '']) socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
  }, 'record'),
  'no content': fault((socket) => socket.write('HTTP/1.1 204 X\r\n\r\n'), 'UnexpectedResponseError'),
  'empty body': fault((socket) => respond(socket, 200, ''), 'UnexpectedResponseError'),
  'HTML with 200': fault((socket) => respond(socket, 200, '<html>Log in</html>'), 'UnexpectedResponseError'),
  'a list for a record': fault((socket) => respond(socket, 200, '[]'), 'UnexpectedResponseError'),
  'JSON that breaks off': fault((socket) => respond(socket, 200, '{"id":4'), 'UnexpectedResponseError'),
  400: fault((socket) => respond(socket, 400, envelope), 'ResponseError'),
  '401 without a body': fault((socket) => respond(socket, 401, ''), 'ResponseError'),
  404: fault(
    (socket) => respond(socket, 404, '{"statusCode":404,"message":"No.","error":"Not Found"}'),
    'ResponseError',
  ),
  '422 with a list': fault((socket) => respond(socket, 422, '{"message":["One.","Two."]}'), 'ResponseError'),
  '429 for long': fault((socket) => respond(socket, 429, envelope, { 'Retry-After': 9999 }), 'ResponseError'),
  '429 once': fault(
    (socket, id, attempt) =>
      attempt === 1 ? respond(socket, 429, envelope, { 'Retry-After': 0 }) : respond(socket, 200, record(id)),
    'record',
  ),
  '503 once': fault(
    (socket, id, attempt) => (attempt === 1 ? respond(socket, 503, '') : respond(socket, 200, record(id))),
    'record',
  ),
  '502 for ever': fault((socket) => respond(socket, 502, '<html>Bad Gateway</html>'), 'ResponseError'),
  redirect: fault((socket) => respond(socket, 302, '', { Location: 'http://127.0.0.1:1/' }), 'ResponseError'),
  'reset before the headers': fault((socket) => socket.resetAndDestroy(), 'ConnectionError'),
  'closed in the body': fault((socket) => {
    respond(socket, 200, '{"id"', { 'Content-Length': 99 });
    socket.end();
  }, 'ConnectionError'),
  'reset once': fault(
    (socket, id, attempt) => (attempt === 1 ? socket.resetAndDestroy() : respond(socket, 200, record(id))),
    'record',
  ),
  silence: fault(() => undefined, 'ConnectionError'),
  'not HTTP': fault((socket) => socket.end('SSH-2.0-x\r\n'), 'ConnectionError'),
  'a message nested 100,000 deep': fault((socket) => respond(socket, 400, deep), 'ResponseError'),
};

/** These are expensive, so they are rare. */
export const heavyFaults = {
  'a gzip bomb': fault(
    (socket) => respond(socket, 200, bomb, { 'Content-Encoding': 'gzip' }),
    'UnexpectedResponseError',
  ),
  'a body without an end': fault((socket) => {
    socket.write('HTTP/1.1 200 X\r\n\r\n');
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  }, 'UnexpectedResponseError'),
};

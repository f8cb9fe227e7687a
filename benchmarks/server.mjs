// The server for the loopback measurements, in its own process so that its CPU does not count. It reads the body, responds
// immediately, and sends its port to the parent.
import { createServer } from 'node:http';
import { responseBody } from './contenders.mjs';

const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(responseBody)) };

const server = createServer({ keepAlive: true, keepAliveTimeout: 600_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, headers);
    response.end(responseBody);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.send?.(address?.port);
});
process.on('disconnect', () => process.exit());

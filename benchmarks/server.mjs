// The server of the loopback measures, in a process of its own so that its CPU is not counted: reads the body, responds
// at once. Port 0; the port goes to the parent.
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

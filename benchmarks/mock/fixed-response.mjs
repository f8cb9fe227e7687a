// @ts-check
/** A minimal server: reads the request and sends a fixed response. */
import { createServer } from 'node:http';
import process from 'node:process';

const body = JSON.stringify({
  id: 42,
  temporaryStatus: 'MAINTENANCE',
  evseId: 'DK*SPI*E123*1',
  validFrom: '2023-01-01T12:00:00Z',
});
const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };

createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, headers).end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

/** Puts a `fetch` behind a socket, for what speaks HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * @param answer - what a request is handed to; it is an absolute one, for `baseUrl`
 */
export async function startBridge(
  baseUrl: string,
  answer: (request: Request) => Promise<Response>,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', headersDistinct } = incoming;
    // What is about the connection is not for `fetch`.
    const headers = Object.entries(headersDistinct).flatMap(([name, values]) =>
      ['connection', 'content-length', 'host', 'transfer-encoding'].includes(name)
        ? []
        : (values ?? []).map((value): [string, string] => [name, value]),
    );
    void buffer(incoming)
      .then((body) =>
        answer(new Request(baseUrl + url, { method, headers, body: body.length > 0 ? new Uint8Array(body) : null })),
      )
      .then(async (response) => {
        outgoing.writeHead(response.status, [...response.headers].flat());
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      })
      .catch((error: unknown) => {
        outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

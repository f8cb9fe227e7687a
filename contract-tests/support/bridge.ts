/** Puts a `fetch` behind a socket, for what speaks HTTP. */
import { buffer } from 'node:stream/consumers';
import { serve, type Served } from './serve.ts';

/**
 * @param respond - gets each request, its URL made absolute with `baseUrl`
 */
export function startBridge(baseUrl: string, respond: (request: Request) => Promise<Response>): Promise<Served> {
  return serve((incoming, outgoing) => {
    const { method = 'GET', url = '/', headersDistinct } = incoming;
    // What is about the connection is not for `fetch`.
    const headers = Object.entries(headersDistinct).flatMap(([name, values]) =>
      ['connection', 'content-length', 'host', 'transfer-encoding'].includes(name)
        ? []
        : (values ?? []).map((value): [string, string] => [name, value]),
    );
    void buffer(incoming)
      .then((body) =>
        respond(new Request(baseUrl + url, { method, headers, body: body.length > 0 ? new Uint8Array(body) : null })),
      )
      .then(async (response) => {
        outgoing.writeHead(response.status, [...response.headers].flat());
        outgoing.end(Buffer.from(await response.arrayBuffer()));
      })
      .catch((error: unknown) => {
        outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

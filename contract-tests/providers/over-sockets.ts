import { buffer } from 'node:stream/consumers';
import type { ServerResponse } from 'node:http';
import { serve, type Served } from '../support/serve.ts';
import { createProvider } from './provider.ts';
import type { Change } from './steps.ts';

/** Writes a response in another way than as a whole; `body` is what it should be. */
export type Misbehave = (outgoing: ServerResponse, body: Buffer) => void | Promise<void>;

/**
 * The provider on a free port of the loopback, for faults that `fetch` cannot show.
 * @param misbehave - how it writes the responses that have `status`
 */
export function serveProvider(
  now: () => number,
  change?: Change,
  status?: number,
  misbehave?: Misbehave,
): Promise<Served> {
  const provider = createProvider(change, now);
  return serve((incoming, outgoing) => {
    const { method = 'GET', rawHeaders } = incoming;
    const headers = rawHeaders.flatMap((name, index): [string, string][] =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
    );
    void buffer(incoming)
      .then((body) =>
        provider.fetch(`http://provider.example${incoming.url ?? ''}`, {
          method,
          headers,
          ...(body.length > 0 && { body: new Uint8Array(body) }),
        }),
      )
      .then(async (response) => {
        const body = Buffer.from(await response.arrayBuffer());
        outgoing.statusCode = response.status;
        for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
        if (response.status === status && misbehave !== undefined) return misbehave(outgoing, body);
        outgoing.end(body);
      })
      .catch(() => outgoing.destroy());
  });
}

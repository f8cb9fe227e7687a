import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { serve, type Served } from '../support/serve.ts';
import { createProvider } from './provider.ts';
import type { Change } from './steps.ts';

/** Writes a response wrongly; `body` is the right body. */
export type Misbehave = (outgoing: ServerResponse, body: Buffer) => void | Promise<void>;

/**
 * Serves the provider over HTTP, for faults that `fetch` cannot show.
 * @param misbehave - writes the responses that have `status`
 */
export function serveProvider(
  now: () => number,
  change?: Change,
  status?: number,
  misbehave: Misbehave = (outgoing, body) => void outgoing.end(body),
): Promise<Served> {
  const provider = createProvider(change, now);
  return serve((incoming, outgoing) => {
    const { method = 'GET', url = '', headersDistinct } = incoming;
    const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    void text(incoming)
      .then((sent) => {
        const response = provider.respond(`http://provider.example${url}`, { method, headers, body: sent });
        const body = Buffer.from(response.body ?? '');
        outgoing.statusCode = response.status;
        for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
        if (response.status === status) return misbehave(outgoing, body);
        outgoing.end(body);
      })
      .catch(() => outgoing.destroy());
  });
}

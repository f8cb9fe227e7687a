/** Servers on free ports of the loopback interface. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Closes the connections that are still open as well. */
  readonly close: () => Promise<void>;
}

/** Listens on a free port of the loopback interface. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener).listen(0, '127.0.0.1');
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

/** An address at which nothing listens any more. */
export async function closedUrl(): Promise<string> {
  const { url, close } = await serve(() => undefined);
  await close();
  return url;
}

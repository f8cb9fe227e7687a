import { afterEach } from '@jest/globals';

interface Server {
  readonly close: () => Promise<unknown>;
}

const running: Server[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Waits for a server to start, and closes it after the test. */
export async function forThisTest<Started extends Server>(starting: Promise<Started>): Promise<Started> {
  const server = await starting;
  running.push(server);
  return server;
}

import { RunEnded, type Service } from './service.ts';

const pauseMs = 100;

/** Waits until the target responds at all; a gateway that is still waiting for it does not count. */
export async function awaitTarget(service: Service): Promise<void> {
  const { base, waitForMs, clock } = service.settings;
  for (const deadline = clock.now() + waitForMs; waitForMs > 0;) {
    const { response } = await service.send({ method: 'GET', url: `${base}/`, headers: {} });
    if (response !== undefined && ![502, 503, 504].includes(response.status)) return;
    if (clock.now() + pauseMs > deadline) throw new RunEnded(`${base} did not respond within ${waitForMs} ms.`);
    await service.sleep(pauseMs, 'the target');
  }
}

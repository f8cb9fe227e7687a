import type { Settings } from '../options.ts';
import { createSend } from './send.ts';
import { RunEnded } from './service.ts';

const pauseMs = 100;

/** Waits until the target responds at all; a gateway that is still waiting for it does not count. */
export async function awaitTarget(settings: Settings): Promise<void> {
  const { base, waitForMs, clock, signal = new AbortController().signal } = settings;
  const send = createSend(settings);
  for (const deadline = clock.now() + waitForMs; waitForMs > 0;) {
    if (signal.aborted) throw new RunEnded('The run was interrupted.');
    const sent = await send({ method: 'GET', url: `${base}/`, headers: {} }, signal);
    if ('response' in sent && ![502, 503, 504].includes(sent.response.status)) return;
    if (clock.now() + pauseMs > deadline) throw new RunEnded(`${base} did not respond within ${waitForMs} ms.`);
    await clock.sleep(pauseMs, signal);
  }
}

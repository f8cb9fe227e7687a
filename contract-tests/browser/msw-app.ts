/** An app with the mock's handlers in Mock Service Worker. */
import { setupWorker } from 'msw/browser';
import { createMockHandlers } from '../../src/msw.ts';
import { createClient, isResponseError } from '../../src/index.ts';

const mock = createMockHandlers();
const client = createClient({ apiKey: 'not-a-real-key', dangerouslyAllowBrowser: true, retry: false });

async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    return isResponseError(error) ? error.status : String(error);
  }
}

async function run(): Promise<void> {
  await setupWorker(...mock.handlers).start({ quiet: true });
  const outcomes = [
    await outcomeOf(client.update(42, { temporaryStatus: 'RESERVED' })),
    await outcomeOf(client.update(42, {})),
    await outcomeOf(client.update(7, {})),
  ];
  mock.respondNext([429]);
  outcomes.push(await outcomeOf(client.update(42, {})));
  const seen = {
    outcomes,
    controlled: navigator.serviceWorker.controller?.scriptURL,
    received: mock.state().requests.length,
  };
  document.body.append(Object.assign(document.createElement('output'), { textContent: JSON.stringify(seen) }));
}

void run();

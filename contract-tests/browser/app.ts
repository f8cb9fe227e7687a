/** A frontend team's app: the client in a browser, with a mock at another origin. */
import { createClient } from '../../src/index.ts';

declare const MOCK_URL: string;

const client = createClient({
  baseUrl: MOCK_URL,
  apiKey: 'not-a-real-key',
  dangerouslyAllowBrowser: true,
  retry: false,
  fetch: async (input, init) => {
    const response = await fetch(input, init);
    show('remaining', response.headers.get('X-RateLimit-Remaining'));
    show('retry-after', response.headers.get('Retry-After'));
    return response;
  },
});

function show(id: string, value: unknown): void {
  const place = document.getElementById(id);
  if (place) place.textContent = typeof value === 'string' ? value : JSON.stringify(value);
}

async function update(change: Parameters<typeof client.update>[1]): Promise<void> {
  show('outcome', 'waiting');
  try {
    show('record', await client.update(42, change));
    show('outcome', 'updated');
  } catch (error) {
    const { name, status } = error as { name: string; status?: number };
    show('outcome', `${name} ${status ?? ''}`);
  }
}

document.getElementById('block')?.addEventListener('click', () => {
  void update({ temporaryStatus: 'BLOCKED', validFrom: '2025-05-01T08:00:00Z' });
});
document.getElementById('touch')?.addEventListener('click', () => {
  void update({});
});

import type { MockState } from '../types.ts';

/** Where the mock's own calls stand: beside this page. */
const calls = new URL(`${location.pathname.replace(/\/$/, '')}/`, location.href);

/** What an app takes as its base URL. */
export const baseUrl = new URL('..', calls).href.replace(/\/$/, '');

export async function readState(): Promise<MockState> {
  // Not from the browser's cache: another mock at this address can have the same revision, so the same ETag.
  return stateOf(await fetch(new URL('state', calls), { cache: 'no-store' }));
}

/**
 * Makes one of the mock's own calls. @returns the state after it
 * @throws {Error} with the mock's own words where it refused
 */
export async function call(name: string, value?: unknown): Promise<MockState> {
  const body =
    value === undefined ? {} : { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
  return stateOf(await fetch(new URL(name, calls), { method: 'POST', ...body }));
}

/**
 * Says each time that something changed. Tries again by itself when the mock was gone.
 * @param onLost - called when the mock does not answer
 */
export function listen(onChange: () => void, onLost: () => void): void {
  const source = new EventSource(new URL('events', calls));
  source.onmessage = onChange;
  source.onerror = () => {
    onLost();
    // Closed for good, for example by an answer that is no event stream; anything else the browser tries again itself.
    if (source.readyState === EventSource.CLOSED)
      setTimeout(() => {
        listen(onChange, onLost);
      }, 2000);
  };
}

async function stateOf(response: Response): Promise<MockState> {
  if (response.ok) return (await response.json()) as MockState;
  const refusal = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
  throw new Error(refusal.error?.message ?? `The mock answered ${response.status}.`);
}

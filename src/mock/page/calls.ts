import type { MockState } from '../types.ts';

/** Where the control calls are: beside this page. */
const calls = new URL(`${location.pathname.replace(/\/$/, '')}/`, location.href);

/** Where the mock listens. */
export const origin = new URL('..', calls).href.replace(/\/$/, '');

export async function readState(): Promise<MockState> {
  return stateOf(await fetch(new URL('state', calls)));
}

/**
 * Makes a control call. @returns the state after it
 * @throws {Error} with the mock's message where it refused
 */
export async function call(name: string, value: unknown = null): Promise<MockState> {
  return stateOf(await send(new URL(name, calls), 'POST', value));
}

/** Sends JSON to the mock; as any other client, where it is a call of the API. */
export function send(url: URL | string, method: string, value: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer key-of-the-page' };
  return fetch(url, { method, headers, body: JSON.stringify(value) });
}

/** Calls `onChange` after each change, and `onLost` when the mock is gone; then it reconnects by itself. */
export function listen(onChange: () => void, onLost: () => void): void {
  const source = new EventSource(new URL('events', calls));
  source.onmessage = onChange;
  source.onerror = () => {
    onLost();
    // Closed for good, for example by a response that is no event stream; otherwise the browser reconnects.
    if (source.readyState === EventSource.CLOSED)
      setTimeout(() => {
        listen(onChange, onLost);
      }, 2000);
  };
}

async function stateOf(response: Response): Promise<MockState> {
  if (response.ok) return (await response.json()) as MockState;
  throw new Error(await messageOf(response));
}

/** Why the mock refused. */
export async function messageOf(response: Response): Promise<string> {
  const refusal = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
  return refusal.error?.message ?? `The response is ${response.status}.`;
}

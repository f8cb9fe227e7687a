import { verify, type Report, type VerifyOptions } from '../../src/contract/index.ts';
import { createProvider, type Provider, type Written } from './provider.ts';
import { KEYS, type Change } from './steps.ts';

export type Fetch = Provider['fetch'];

export interface Checked {
  readonly report: Report;
  readonly provider: Provider;
}

/** How long a request takes, in the time of `startClock`. */
const requestMs = 5;

/** A clock that advances only while something sleeps. */
export function startClock(start = Date.UTC(2030, 0, 15, 10, 30)) {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

/** As much of a `Response` as the check reads, with its body in chunks. */
function read({ body, ...rest }: Written): Response {
  const chunks = body === null ? null : [typeof body === 'string' ? new TextEncoder().encode(body) : body];
  return { ...rest, body: chunks } as unknown as Response;
}

/**
 * Runs the contract check on a provider in this process, with every key and an EVSE for creates.
 * @param between - wraps the provider's `fetch`
 */
export async function checked(
  change?: Change,
  options: Partial<VerifyOptions> = {},
  between: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<Checked> {
  const clock = startClock();
  const provider = createProvider(change, clock.now);
  const send = between((url, init) => Promise.resolve(read(provider.respond(url, init))));
  const report = await verify('http://provider.example', {
    id: 42,
    otherId: 43,
    key: KEYS.good,
    forbiddenKey: KEYS.forbidden,
    throttledKey: KEYS.throttled,
    createOn: 'DK*SPI*E123*7',
    clock,
    fetch: async (url, init) => {
      await clock.sleep(requestMs);
      return send(url, init);
    },
    ...options,
  });
  return { report, provider };
}

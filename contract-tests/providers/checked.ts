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

/** Time that passes only where something waits for it. */
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

/** What the check reads of a `Response`: its parts, and the body in chunks. */
function read({ body, ...rest }: Written): Response {
  const chunks = body === null ? null : [typeof body === 'string' ? new TextEncoder().encode(body) : body];
  return { ...rest, body: chunks } as unknown as Response;
}

/**
 * The contract check of a provider in this process, with every key and a place for creates.
 * @param between - what stands between the check and the provider
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

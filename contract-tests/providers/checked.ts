import type { VerifyOptions } from '../../src/contract/options.ts';
import type { Report } from '../../src/contract/report.ts';
import { verify } from '../../src/contract/verify.ts';
import { createProvider, type Provider } from './provider.ts';
import { KEYS, type Change } from './steps.ts';

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

export interface Checked {
  readonly report: Report;
  readonly provider: Provider;
}

/** The contract check of a provider in this process, with every key and a place for creates. */
export async function checked(change?: Change, options: Partial<VerifyOptions> = {}): Promise<Checked> {
  const clock = startClock();
  const provider = createProvider(change, clock.now);
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
      return provider.fetch(url, init);
    },
    ...options,
  });
  return { report, provider };
}

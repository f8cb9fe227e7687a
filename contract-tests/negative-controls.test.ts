/**
 * The contract check against a fleet of providers: every broken one has to be found, by a finding that names the broken
 * rule and the place in the document; no benign one may fail. What the fleet is: providers/provider.ts.
 */
import { describe, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { RULES, verify, type Clock, type Report, type VerifyOptions } from '../src/contract/index.ts';
import { createMockFetch, startMock } from '../src/mock/index.ts';
import { createMockHandlers } from '../src/msw.ts';
import { BENIGN_PROVIDERS } from './providers/benign/index.ts';
import { BROKEN_PROVIDERS } from './providers/broken/index.ts';
import type { BrokenProvider } from './providers/control.ts';
import { startProvider } from './providers/provider.ts';
import { KEYS, type Change } from './providers/steps.ts';
import { startBridge } from './support/bridge.ts';

/** Far more than a run takes where nothing else runs. */
const patienceMs = 60_000;

interface Target {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function check(target: Target, options?: Partial<VerifyOptions>): Promise<Report> {
  try {
    return await verify(target.url, { id: 42, otherId: 43, key: KEYS.good, clock: clockWithoutWaits(), ...options });
  } finally {
    await target.close();
  }
}

const otherKeys = { forbiddenKey: KEYS.forbidden, throttledKey: KEYS.throttled };

const checkChanged = async (change: Change, options?: BrokenProvider['options']) =>
  check(await startProvider(change), { ...otherKeys, ...options });

/** Waits pass at once, and count. */
function clockWithoutWaits(): Clock {
  let waited = 0;
  return {
    now: () => Date.now() + waited,
    sleep: (milliseconds) => {
      waited += milliseconds;
      return Promise.resolve();
    },
  };
}

const mockOptions = { keys: { one: KEYS.good } };

/** The mock's handlers in Mock Service Worker, which takes over `fetch` for one address that leads nowhere. */
async function startWorker(): Promise<Target> {
  const baseUrl = 'https://msw.example';
  const left = http.all(`${baseUrl}/*`, () => new HttpResponse(null, { status: 404 }));
  const worker = setupServer(...createMockHandlers({ ...mockOptions, baseUrl }).handlers, left);
  worker.listen({ onUnhandledRequest: 'bypass' });
  const { url, close } = await startBridge(baseUrl, fetch);
  return {
    url,
    close: async () => {
      worker.close();
      await close();
    },
  };
}

const findings = ({ findings }: Report, verdict: 'breaking' | 'additive') =>
  findings.filter((finding) => finding.verdict === verdict).map(({ rule, document }) => `${rule} at ${document}`);

const broken = Object.entries(BROKEN_PROVIDERS).flatMap(([kind, providers]) =>
  providers.map((provider) => ({ kind, ...provider })),
);
const benign = Object.entries(BENIGN_PROVIDERS).flatMap(([kind, providers]) =>
  providers.map((provider) => ({ kind, ...provider })),
);

describe('a correct provider holds: nothing is found, and its record is brought back', () => {
  // Whatever else has to hold is a line here; what it cannot do is left out of its options.
  test.each<[name: string, start: () => Promise<Target>, options: Partial<VerifyOptions>]>([
    ['the correct provider of the fleet', () => startProvider(), { ...otherKeys, probeRateLimit: true }],
    ['startMock', () => startMock(mockOptions), { probeRateLimit: true }],
    [
      'createMockFetch',
      () => startBridge('https://mock.example', createMockFetch(mockOptions).fetch),
      { probeRateLimit: true },
    ],
    ['Mock Service Worker', startWorker, { probeRateLimit: true }],
  ])(
    '%s',
    async (_, start, options) => {
      const report = await check(await start(), options);
      expect(report).toMatchObject({ outcome: 'holds', findings: [], restored: { done: true } });
    },
    patienceMs,
  );

  test(
    'with every key given, only answers that no request brings about are left unchecked',
    async () => {
      const { unchecked } = await check(await startProvider(), { ...otherKeys, probeRateLimit: true });
      expect(unchecked.filter(({ why }) => why !== 'no request brings it about')).toEqual([]);
    },
    patienceMs,
  );

  test(
    'no record of the provider is another one after the run',
    async () => {
      const provider = await startProvider();
      const before = [...provider.records.values()];
      await check(provider, otherKeys);
      expect([...provider.records.values()]).toEqual(before);
    },
    patienceMs,
  );
});

describe('a broken provider is found, by rule and place', () => {
  test.concurrent.each(broken)(
    '$kind: $name. $fault',
    async ({ change, found, options }) => {
      const report = await checkChanged(change, options);
      expect(findings(report, 'breaking')).toContain(`${found.rule} at ${found.at}`);
      expect(report.outcome).toBe('broken');
      expect(Object.values(KEYS).filter((key) => JSON.stringify(report).includes(key))).toEqual([]);
    },
    patienceMs,
  );
});

describe('a benign provider holds', () => {
  test.concurrent.each(benign)(
    '$kind: $name. $because',
    async ({ change, told }) => {
      const report = await checkChanged(change);
      expect(findings(report, 'breaking')).toEqual([]);
      expect(report.outcome).toBe('holds');
      if (told !== undefined) expect(findings(report, 'additive').join()).toContain(`${told} at #/`);
    },
    patienceMs,
  );
});

describe('a provider that cannot be checked is not called broken', () => {
  test.concurrent.each<[name: string, change: Change, problem: RegExp]>([
    ['refuses the key', () => ({ standingOf: () => 'unknown' }), /key was refused with 401/],
    ['gives the key no permission', () => ({ standingOf: () => 'forbidden' }), /key was refused with 403/],
    ['has no such record', ({ records }) => (records.delete(42), {}), /no record with the id 42/],
  ])(
    'it %s',
    async (_, change, problem) => {
      const report = await checkChanged(change);
      expect(report).toMatchObject({ outcome: 'not-checked', problem: expect.stringMatching(problem) });
    },
    patienceMs,
  );
});

describe('the fleet', () => {
  const names = [...broken, ...benign].map(({ name }) => name);
  const used = [...broken.map(({ found }) => found.rule), ...benign.flatMap(({ told }) => told ?? [])];

  test('names every provider once', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(RULES.map(({ id, verdict }) => [id, verdict]))('has a provider that shows the rule %s', (id, verdict) => {
    expect(verdict === 'breaking' ? broken.map(({ found }) => found.rule) : benign.map(({ told }) => told)).toContain(
      id,
    );
  });

  test('names only rules that exist', () => {
    const rules: readonly string[] = RULES.map(({ id }) => id);
    expect(used.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

/**
 * The contract check against a fleet of providers: no benign one may fail, and each rule has one that shows it. That every
 * broken one is found, by rule and place: negative-controls-requests.test.ts and -responses.test.ts, which can run side by side.
 * What the fleet is: providers/provider.ts.
 */
import { describe, expect, test } from '@jest/globals';
import { RULES, type Report } from '../src/contract/index.ts';
import { BENIGN_PROVIDERS } from './providers/benign/index.ts';
import { BROKEN_PROVIDERS } from './providers/broken/index.ts';
import { checked } from './providers/checked.ts';
import { rulesAndPlaces } from './providers/found.ts';
import { RECORDS, type Change } from './providers/steps.ts';

const findings = ({ findings }: Report, verdict: 'breaking' | 'additive') =>
  rulesAndPlaces(findings.filter((finding) => finding.verdict === verdict));

describe('the correct provider', () => {
  test('holds: nothing is found, unstable or left unchecked', async () => {
    const { report } = await checked(undefined, { allowVisible: true, probeRateLimit: true });
    expect(report).toMatchObject({ outcome: 'holds', findings: [], unstable: [], restored: { done: true } });
    expect(report.notChecked).toEqual([]);
  });

  test('has after a run the records of before, and beside them only what the run was let create', async () => {
    const { provider } = await checked();
    const records = [...provider.records.values()];
    expect(records.slice(0, RECORDS.length)).toEqual(RECORDS);
    expect(new Set(records.slice(RECORDS.length).map(({ evseId }) => evseId))).toEqual(new Set(['DK*SPI*E123*7']));
  });

  test('gives the same report twice', async () => {
    expect((await checked()).report).toEqual((await checked()).report);
  });
});

describe('a benign provider holds', () => {
  test.each(BENIGN_PROVIDERS.map((provider) => [provider.what, provider] as const))(
    '%s',
    async (_, { change, reported, options }) => {
      const { report } = await checked(change, options);
      expect(findings(report, 'breaking')).toEqual([]);
      expect(report).toMatchObject({ outcome: 'holds', restored: { done: true } });
      const additive = findings(report, 'additive').join();
      expect(additive).toEqual(reported === undefined ? '' : expect.stringContaining(`${reported} at #/`));
    },
  );
});

describe('a provider that cannot be checked is not called broken', () => {
  test.each<[what: string, change: Change, problem: RegExp]>([
    ['refuses the key', () => ({ standingOf: () => 'unknown' }), /key/i],
    ['gives the key no permission', () => ({ standingOf: () => 'forbidden' }), /key|permission/i],
    ['has no such record', ({ records }) => (records.delete(42), {}), /no record|42/],
    ['has nothing left of its quota', () => ({ standingOf: () => 'throttled' }), /quota|limit|429/i],
  ])('it %s', async (_, change, problem) => {
    const { report } = await checked(change);
    expect(report).toMatchObject({ outcome: 'not-checked', problem: expect.stringMatching(problem) });
  });
});

describe('the fleet', () => {
  const names = [...BROKEN_PROVIDERS.map(({ fault }) => fault), ...BENIGN_PROVIDERS.map(({ what }) => what)];

  test('names every provider once', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('has at least 400 broken and 80 benign providers', () => {
    expect(BROKEN_PROVIDERS.length).toBeGreaterThanOrEqual(400);
    expect(BENIGN_PROVIDERS.length).toBeGreaterThanOrEqual(80);
  });

  test.each(RULES.map(({ id, verdict }) => [id, verdict] as const))(
    'has a provider that shows the rule %s',
    (id, verdict) => {
      const shown =
        verdict === 'breaking'
          ? BROKEN_PROVIDERS.map(({ rule }) => rule)
          : BENIGN_PROVIDERS.map(({ reported }) => reported);
      expect(shown).toContain(id);
    },
  );
});

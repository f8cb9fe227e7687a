import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/contract/report.ts';
import { checked } from './checked.ts';
import type { BrokenProvider } from './fleet.ts';
import { KEYS } from './steps.ts';

/** Each rule and place of some findings. */
export function rulesAndPlaces(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ rule, places }) => places.map((place) => `${rule} at ${place}`));
}

/** Tests for each provider that the check finds it by rule and place, fails the cases that show it, and reports no key. */
export function expectFound(providers: readonly BrokenProvider[]): void {
  test.each(providers.map((provider) => [provider.fault, provider] as const))(
    '%s',
    async (_, { change, rule, place, options }) => {
      const { report } = await checked(change, options);
      const breaking = report.findings.filter(({ verdict }) => verdict === 'breaking');
      expect(rulesAndPlaces(breaking)).toContain(`${rule} at ${place}`);
      expect(report.outcome).toBe('broken');
      const failed = report.cases.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
      const named = new Set(breaking.flatMap(({ cases }) => cases));
      expect(failed).toEqual(report.cases.map(({ id }) => id).filter((id) => named.has(id)));
      expect(Object.values(KEYS).filter((key) => JSON.stringify(report).includes(key))).toEqual([]);
    },
  );
}

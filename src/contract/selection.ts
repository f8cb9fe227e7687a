import type { Case } from './case.ts';
import type { VerifyOptions } from './options.ts';

/** The options that decide which cases are sent. */
export type Selection = Pick<
  VerifyOptions,
  'readOnly' | 'otherId' | 'forbiddenKey' | 'throttledKey' | 'probeRateLimit'
>;

const changing: readonly Case['section'][] = ['read', 'valid', 'open', 'read-back', 'other', 'burst'];

/** Why a case is not sent with these options; `undefined`: it is sent. */
export function reasonToSkip(
  { id, section, situation }: Case,
  { readOnly = false, otherId, forbiddenKey, throttledKey, probeRateLimit = false }: Selection,
): string | undefined {
  if (readOnly && changing.includes(section)) return 'a read-only run sends only what must be refused';
  if (section === 'other' && otherId === undefined) return 'no second record was named';
  if (section === 'burst' && !probeRateLimit) return 'using the quota up was not asked for';
  if (situation === 'forbidden-key' && forbiddenKey === undefined) return 'no key without permission was given';
  if (section === 'key' && situation === 'throttled' && throttledKey === undefined) {
    return 'no key with a used-up quota was given';
  }
  if (id.endsWith('/read-back/key') && forbiddenKey === undefined && throttledKey === undefined) {
    return 'no such key was given';
  }
  return undefined;
}

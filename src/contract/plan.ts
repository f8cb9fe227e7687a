import type { Case, Need } from './cases/case.ts';
import { casesOf } from './cases/cases.ts';
import { settingsOf, type Settings, type VerifyOptions } from './options.ts';
import { curlOf, otherCase, valuesOf } from './runner/request.ts';

/** A request that a run would send. */
export interface Planned {
  /** The id of its case. */
  readonly case: string;
  /** What the case is about. */
  readonly title: string;
  /** The request as a shell line, with environment variables for keys. */
  readonly curl: string;
}

/**
 * The requests that `verify` would send with these options, in their order; sends nothing and needs no key. A run also reads
 * the service before the first and after each of them, and restores the record, once before the first write and at the end. The EVSE ID of the record is not
 * known before: `EVSE_ID` stands for it.
 * @throws {VerifyOptionError} as `verify` does
 */
export function plan(target: string | URL, options: Omit<VerifyOptions, 'key'>): readonly Planned[] {
  // A key that is not needed has letters, so that no case is left out for the want of them.
  const settings = settingsOf(target, { ...options, key: 'not-needed' });
  const values = valuesOf(settings, 'EVSE_ID', settings.clock.now());
  return casesOf(settings.only)
    .filter((one) => reasonToSkip(one, settings) === undefined)
    .map((one) => ({ case: one.id, title: one.title, curl: curlOf(one, settings.base, values, settings.keyNames) }));
}

const reasons: Readonly<Record<Need, string>> = {
  createOn: 'statuses cannot be deleted: they are created only on the EVSE that `createOn` names',
  allowVisible: 'drivers may see it: it is sent only with `allowVisible`',
  forbiddenKey: 'no key without permission was given in `forbiddenKey`',
  throttledKey: 'no key with a used-up quota was given in `throttledKey`',
  letters: 'the key has no letter',
  sandbox: 'a key of production is not sent in a URL',
};

/** Why a case is not sent with these settings; `undefined`: it is sent. */
export function reasonToSkip({ needs }: Case, settings: Settings): string | undefined {
  const isMet = (need: Need) => {
    if (need === 'letters') return otherCase(settings.key) !== settings.key;
    if (need === 'sandbox') return !settings.isProduction;
    return settings[need] !== undefined && settings[need] !== false;
  };
  const unmet = needs.find((need) => !isMet(need));
  return unmet && reasons[unmet];
}

import { casesOf } from './cases/cases.ts';
import { settingsOf, type VerifyOptions } from './options.ts';
import { curlOf, valuesOf } from './runner/request.ts';
import { reasonToSkip } from './selection.ts';

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
 * the service before the first and after each of them, and restores the record at the end. The EVSE ID of the record is not
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

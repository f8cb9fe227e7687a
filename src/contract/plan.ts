import { listCases } from './cases.ts';
import { settingsOf, type VerifyOptions } from './options.ts';
import { curlOf } from './request.ts';
import { reasonToSkip } from './selection.ts';

/** A request that a run would send. */
export interface Planned {
  /** The id of its case. */
  readonly case: string;
  readonly sentence: string;
  readonly curl: string;
}

/**
 * The requests that `verify` would send with these options, in their order; sends nothing and needs no key. A run sends one
 * more at the end, which brings the record back, and one after a group in which something was wrongly accepted.
 * @throws {VerifyOptionError} as `verify` does
 */
export function plan(target: string | URL, options: Omit<VerifyOptions, 'key'>): readonly Planned[] {
  const { base, ids, keyNames } = settingsOf(target, { ...options, key: 'not-needed' });
  return listCases()
    .filter((tried) => reasonToSkip(tried, options) === undefined)
    .map((tried) => ({ case: tried.id, sentence: tried.sentence, curl: curlOf(tried, base, ids, keyNames) }));
}

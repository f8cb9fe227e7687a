import { MockOptionError, show } from './option-error.ts';
import { SWITCHES, SWITCH_NAMES, readSwitches, type Switches } from './switches.ts';
import type { MockOptions, Seed } from './types.ts';

interface CheckedOptions {
  readonly switches: Switches;
  readonly seed: Seed | undefined;
  readonly maxBodyBytes: number;
  readonly maxRecordedRequests: number;
  readonly basePath: string;
}

const otherNames = ['seed', 'maxBodyBytes', 'maxRecordedRequests', 'basePath'] satisfies (keyof MockOptions)[];

/** @throws {MockOptionError} */
export function readOptions(options: MockOptions): CheckedOptions {
  const known: readonly string[] = [...SWITCH_NAMES, ...otherNames];
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new MockOptionError(name, `The mock has no option ${show(name)}; it has ${known.join(', ')}.`);
    }
  }
  const { seed, maxBodyBytes = 1_048_576, maxRecordedRequests = 100, basePath = '' } = options;
  assertWhole('maxBodyBytes', maxBodyBytes);
  assertWhole('maxRecordedRequests', maxRecordedRequests);
  if (typeof basePath !== 'string' || !/^(?:\/[^/?#]+)*$/.test(basePath)) {
    throw new MockOptionError(
      'basePath',
      `basePath must be empty or a path such as "/api", without a slash at its end; it was ${show(basePath)}.`,
    );
  }
  const initial = Object.fromEntries(SWITCH_NAMES.map((name) => [name, SWITCHES[name].initial])) as unknown as Switches;
  return {
    switches: { ...initial, ...readSwitches({ ...options }) },
    seed,
    maxBodyBytes,
    maxRecordedRequests,
    basePath,
  };
}

function assertWhole(option: keyof MockOptions, value: unknown): void {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return;
  throw new MockOptionError(option, `${option} must be a whole number from 0; it was ${show(value)}.`);
}

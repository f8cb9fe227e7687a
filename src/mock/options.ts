import { assertKnownNames, MockOptionError, show } from './option-error.ts';
import { SWITCHES, SWITCH_NAMES, readSwitches, type Switches } from './state/switches.ts';
import type { MockOptions, MockRecord } from './types.ts';

interface CheckedOptions {
  readonly switches: Switches;
  readonly seed: readonly MockRecord[] | undefined;
  readonly maxBodyBytes: number;
  readonly maxRecordedRequests: number;
  readonly basePath: string;
  readonly allowedOrigins: readonly string[];
}

const otherNames = [
  'seed',
  'maxBodyBytes',
  'maxRecordedRequests',
  'basePath',
  'allowedOrigins',
] satisfies (keyof MockOptions)[];

/** @throws {MockOptionError} */
export function readOptions(options: MockOptions, moreNames: readonly string[] = []): CheckedOptions {
  assertKnownNames('The mock’s options', options, [...SWITCH_NAMES, ...otherNames, ...moreNames]);
  const {
    seed,
    maxBodyBytes = 1_048_576,
    maxRecordedRequests = 100,
    basePath = '',
    allowedOrigins = [],
    ...rest
  } = options;
  assertWhole('maxBodyBytes', maxBodyBytes);
  assertWhole('maxRecordedRequests', maxRecordedRequests);
  if (typeof basePath !== 'string' || !/^(?:\/[^/?#]+)*$/.test(basePath)) {
    const rule = 'empty or a path such as "/api", without a slash at its end';
    throw new MockOptionError('basePath', `basePath must be ${rule}; it was ${show(basePath)}.`);
  }
  assertTexts(
    'allowedOrigins',
    allowedOrigins,
    /^[a-z][a-z0-9+.-]*:\/\/[^/]+$/i,
    'origins such as "http://localhost:5173"',
  );
  const initial = Object.fromEntries(SWITCH_NAMES.map((name) => [name, SWITCHES[name].initial])) as unknown as Switches;
  const switches = { ...initial, ...readSwitches(rest) };
  return { switches, seed, maxBodyBytes, maxRecordedRequests, basePath, allowedOrigins };
}

function assertWhole(option: keyof MockOptions, value: unknown): void {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return;
  throw new MockOptionError(option, `${option} must be a whole number from 0; it was ${show(value)}.`);
}

export function assertTexts(option: string, values: unknown, pattern: RegExp, rule: string): void {
  const isGood = Array.isArray(values) && values.every((one) => typeof one === 'string' && pattern.test(one));
  if (!isGood) throw new MockOptionError(option, `${option} must be a list of ${rule}; it was ${show(values)}.`);
}

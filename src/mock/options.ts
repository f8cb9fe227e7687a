import { checkValues, isListOf, isText, isWhole, type Row, type Table } from './checks.ts';
import { SWITCHES, type Switches } from './state/switches.ts';
import type { MockRecord } from './types.ts';

/** What a mock is created with; its switches can be set at any time after. */
export interface MockOptions extends Partial<Switches> {
  /** The records to start with. Default: three, around the mock's clock: 42 is active, 43 has no end, 44 starts tomorrow. */
  readonly seed?: readonly MockRecord[];
  /** The largest request body that is read, in bytes; a larger one gets 413. Default: 1048576 (1 MiB). */
  readonly maxBodyBytes?: number;
  /** How many received requests are kept; the oldest are dropped first. Default: 100. */
  readonly maxRecordedRequests?: number;
  /** A path in front of the documented paths, for example `/api/spirii` behind a proxy. Default: none. */
  readonly basePath?: string;
  /**
   * Origins, such as `http://localhost:5173`, whose pages may make control calls (`/__mock/…`). Default: only the mock's own
   * page. Calls of the API are open to every origin.
   */
  readonly allowedOrigins?: readonly string[];
}

/** Options with every default. */
export type ReadOptions = ReturnType<typeof readOptions>;

const fromZero: Row = { rule: 'a whole number from 0', isValid: (value) => isWhole(value, 0) };

const rows: Table<MockOptions> = {
  ...SWITCHES,
  seed: { rule: 'read by the store', isValid: () => true },
  maxBodyBytes: fromZero,
  maxRecordedRequests: fromZero,
  basePath: {
    rule: 'empty or a path such as "/api", without a slash at its end',
    isValid: (value) => isText(value, /^(?:\/[^/?#]+)*$/),
  },
  allowedOrigins: {
    rule: 'a list of origins such as "http://localhost:5173"',
    isValid: (value) => isListOf(value, /^[a-z][a-z0-9+.-]*:\/\/[^/]+$/i),
  },
};

/**
 * @param adapterRows - The options that only the adapter has.
 * @throws {MockOptionError}
 */
export function readOptions(given: MockOptions, adapterRows: Readonly<Record<string, Row>> = {}) {
  checkValues('The mock’s options', { ...adapterRows, ...rows }, given);
  const { seed, maxBodyBytes = 1_048_576, maxRecordedRequests = 100, basePath = '', allowedOrigins = [] } = given;
  const entries = Object.entries(SWITCHES).map(([name, row]) => [name, given[name as keyof Switches] ?? row.initial]);
  const switches = structuredClone(Object.fromEntries(entries)) as Switches;
  return { switches, seed, maxBodyBytes, maxRecordedRequests, basePath, allowedOrigins };
}

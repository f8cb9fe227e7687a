import { listOf, readValues, textLike, wholeIn, type Table } from './checks.ts';
import { SWITCHES, type Switches } from './state/switches.ts';
import type { MockOptions, MockRecord } from './types.ts';

const fromZero = { rule: 'a whole number from 0', check: wholeIn(0) };

const table: Table<MockOptions> = {
  ...SWITCHES,
  seed: { rule: 'read by the store', check: (seed) => seed as readonly MockRecord[] },
  maxBodyBytes: fromZero,
  maxRecordedRequests: fromZero,
  basePath: {
    rule: 'empty or a path such as "/api", without a slash at its end',
    check: textLike(/^(?:\/[^/?#]+)*$/),
  },
  allowedOrigins: {
    rule: 'a list of origins such as "http://localhost:5173"',
    check: listOf(textLike(/^[a-z][a-z0-9+.-]*:\/\/[^/]+$/i)),
  },
};

/** All options and switches, those left out with their defaults. @throws {MockOptionError} */
export function readOptions(options: MockOptions) {
  const given = readValues<MockOptions>('The mock’s options', table, options);
  const { seed, maxBodyBytes = 1_048_576, maxRecordedRequests = 100, basePath = '', allowedOrigins = [] } = given;
  const entries = Object.entries(SWITCHES).map(([name, row]) => [name, given[name as keyof Switches] ?? row.initial]);
  const switches = Object.fromEntries(entries) as Switches;
  return { switches, seed, maxBodyBytes, maxRecordedRequests, basePath, allowedOrigins };
}

// @ts-check
/** Mutation testing of the client, `npm run test:mutation`: each survivor is a change of the code that no test sees. */
import jestConfig from './jest.config.mjs';

const unit = jestConfig.projects?.find((project) => typeof project === 'object' && project['displayName'] === 'unit');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: ['src/client/**/*.ts', '!src/client/**/*.test.ts', '!src/client/testing/**', 'src/drift.ts'],
  jest: {
    // Real sockets and real time are for the tests that need them; here they would only make each mutant slow.
    config: {
      .../** @type {object} */ (unit),
      projects: [],
      testTimeout: 1000,
      testMatch: ['<rootDir>/src/{client/**/,}*.test.ts'],
      testPathIgnorePatterns: ['/faults\\.test\\.ts$'],
    },
  },
  thresholds: { high: 95, low: 90, break: 90 },
  concurrency: 2,
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
};

// @ts-check
/** Mutation testing of the client, `npm run test:mutation`: each survivor is a change of the code that no test sees. */

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  coverageAnalysis: 'perTest',
  mutate: ['src/client/**/*.ts', '!src/client/**/*.test.ts', '!src/client/testing/**', 'src/drift.ts'],
  buildCommand: 'node scripts/mutation/bundle-tests.mjs',
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      roots: ['<rootDir>/src'],
      testMatch: ['<rootDir>/src/all.test.cjs'],
      testEnvironment: './scripts/mutation/first-failure.mjs',
      transform: {},
      restoreMocks: true,
      testTimeout: 10_000,
      projects: [],
    },
  },
  // Jest ends a test that waits for ever; this is for a loop without end, and leaves time on a busy machine.
  timeoutMS: 60_000,
  thresholds: { high: 98, low: 95, break: 95 },
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
};

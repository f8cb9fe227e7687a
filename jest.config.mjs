// @ts-check
import { availableParallelism } from 'node:os';

const shared = {
  transform: {
    // Mock Service Worker brings ES modules, which Jest does not load as they are.
    '^.+\\.(ts|mjs)$|/until-async/': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!until-async/).+\\.c?js$'],
  restoreMocks: true,
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
};

/** @type {import('jest').Config} */
export default {
  randomize: true,
  // Jest's default leaves a core free, which is half of a machine with two; and some tests wait more than they compute.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Nothing about the files that passed; every failure at the end.
  reporters: [['summary', { summaryThreshold: 0 }]],
  // A test that hangs fails; one that is slow on a busy machine does not.
  testTimeout: 60_000,
  // To free a worker's heap takes 0.2 s of CPU: on a busy machine more than Jest's half second. A leak is still reported.
  workerGracefulExitTimeout: 10_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'contract',
      testMatch: ['<rootDir>/contract-tests/**/*.test.ts'],
      // Prism takes a second to load and remembers nothing, so all files share one.
      globalSetup: '<rootDir>/contract-tests/support/start-witness.ts',
      globalTeardown: '<rootDir>/contract-tests/support/stop-witness.ts',
    },
  ],
};

// @ts-check
const shared = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  restoreMocks: true,
};

/** @type {import('jest').Config} */
export default {
  randomize: true,
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

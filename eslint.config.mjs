// @ts-check
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms and what each may not import; DESIGN: the client imports nothing from the others, nor they from each other. */
const rooms = {
  client: ['mock', 'contract', 'cli'],
  mock: ['client', 'contract', 'cli'],
  contract: ['client', 'mock', 'cli'],
};

export default defineConfig(
  { ignores: ['generated/', 'dist/', 'coverage/', 'reports/', '.stryker-tmp/', '**/node_modules/'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'test'] }] },
      ],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    // The generator and the benchmarks read JSON whose shape is what they are finding out.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  Object.entries(rooms).map(([room, others]) => ({
    files: [`src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: others.map((other) => ({
            regex: `/${other}/`,
            message: `src/${room} does not know src/${other}.`,
          })),
        },
      ],
    },
  })),
);

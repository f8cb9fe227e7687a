// @ts-check
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms and what each may not import; DESIGN: the client imports nothing from the others, nor they from each other. */
const rooms = {
  client: ['mock', 'contract', 'cli'],
  mock: ['client', 'contract', 'cli'],
  contract: ['client', 'mock', 'cli'],
  shared: ['client', 'mock', 'contract', 'cli'],
};

/** What the package is made of knows neither the witness nor, but for one file, openapi-fetch. */
const prism = { regex: '^@stoplight/', message: 'Prism is the witness: contract-tests/ alone knows it.' };
const libraries = [prism, { regex: '^openapi-fetch$', message: 'src/client/api.ts alone knows openapi-fetch.' }];

export default defineConfig(
  { ignores: ['generated/', 'dist/', 'coverage/', 'reports/', '.stryker-tmp/', '**/node_modules/', 'examples/'] },
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
  restrictImports(['src/**/*.ts', 'scripts/**/*.mjs'], [], libraries),
  Object.entries(rooms).map(([room, others]) =>
    restrictImports(
      [`src/${room}/**/*.ts`],
      ['**/*.test.ts'],
      [
        ...libraries,
        ...others.map((other) => ({ regex: `/${other}/`, message: `src/${room} does not know src/${other}.` })),
      ],
    ),
  ),
  restrictImports(['src/client/api.ts'], [], [prism]),
);

/**
 * @param {string[]} files
 * @param {string[]} ignores
 * @param {{ regex: string, message: string }[]} patterns - The last rule that holds for a file replaces those before it.
 * @returns {import('eslint').Linter.Config}
 */
function restrictImports(files, ignores, patterns) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

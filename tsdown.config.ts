import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    raw: 'src/raw.ts',
    bulk: 'src/bulk.ts',
    drift: 'src/drift.ts',
    mock: 'src/mock/index.ts',
    msw: 'src/msw.ts',
    contract: 'src/contract/index.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  // The contract check speaks HTTP through Node; every other entry needs nothing of it.
  deps: { neverBundle: [/^node:/] },
  target: 'es2022',
  dts: true,
  sourcemap: false,
  fixedExtension: true,
  clean: true,
});

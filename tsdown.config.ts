import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    raw: 'src/raw.ts',
    bulk: 'src/bulk.ts',
    drift: 'src/drift.ts',
    mock: 'src/mock/index.ts',
    msw: 'src/msw.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: false,
  fixedExtension: true,
  clean: true,
});

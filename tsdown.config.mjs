// @ts-check
import { defineConfig } from 'tsdown';

const entry = {
  index: 'src/index.ts',
  bulk: 'src/bulk.ts',
  drift: 'src/drift.ts',
  mock: 'src/mock/index.ts',
  msw: 'src/msw.ts',
  contract: 'src/contract/index.ts',
};

export default defineConfig({
  entry,
  // The command is run, never required.
  format: { esm: { entry: { ...entry, cli: 'src/cli/main.ts' } }, cjs: {} },
  platform: 'neutral',
  // The contract check and the mock's server speak HTTP through Node; every other entry needs nothing of it.
  deps: { neverBundle: [/^node:/] },
  target: 'es2022',
  dts: true,
  sourcemap: false,
  fixedExtension: true,
  clean: true,
  // An entry's file exports what the entry does, and no helper of another one.
  outputOptions: { codeSplitting: { groups: [{ name: 'runtime', test: /rolldown\/runtime/ }] } },
  copy: ['src/contract/report.schema.json'],
});

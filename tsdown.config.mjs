// @ts-check
import { defineConfig } from 'tsdown';
import { pagePlugin } from './scripts/build-page.mjs';

const entry = {
  index: 'src/index.ts',
  bulk: 'src/bulk.ts',
  drift: 'src/drift.ts',
  mock: 'src/mock/index.ts',
  msw: 'src/msw.ts',
  contract: 'src/contract/index.ts',
};

/**
 * The bundled declarations have a member's text at the end of the line before it, where TypeScript takes it for no one's:
 * it gets its own line.
 * @type {import('tsdown').TsdownPlugin}
 */
const textOnItsOwnLine = {
  name: 'text-on-its-own-line',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && /\.d\.[cm]ts$/.test(file.fileName)) {
          file.code = file.code.replace(/(?<=[;{}]) (?=\/\*\*)/g, '\n');
        }
      }
    },
  },
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
  plugins: [pagePlugin(), textOnItsOwnLine],
  // An entry's file exports what the entry does, and no helper of another one.
  outputOptions: { codeSplitting: { groups: [{ name: 'runtime', test: /rolldown\/runtime/ }] } },
  copy: ['src/contract/report.schema.json'],
});

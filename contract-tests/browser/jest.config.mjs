// @ts-check
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

const unit = config.projects?.find((project) => typeof project !== 'string' && project['displayName'] === 'unit');
if (typeof unit !== 'object') throw new Error('jest.config.mjs has no project "unit".');

/** The tests that need a browser, apart from those that `npm test` runs. @type {import('jest').Config} */
export default {
  ...config,
  projects: [
    {
      ...unit,
      rootDir: fileURLToPath(new URL('../..', import.meta.url)),
      displayName: 'browser',
      testMatch: ['<rootDir>/contract-tests/browser/*.browser.ts'],
    },
  ],
};

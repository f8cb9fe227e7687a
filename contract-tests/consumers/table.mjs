// @ts-check
/**
 * The consumers: samples by target file, the files around them, a command, and what it prints.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {Record<string, string>} [samples]
 * @property {Record<string, string>} files
 * @property {string[]} command
 * @property {RegExp} prints
 */

/** Calls a backend as a frontend does. */
const useBackend = `
  import { createClient } from 'temporary-evse-statuses';
  export async function useBackend(url) {
    const client = createClient({ baseUrl: url + '/spirii' });
    const { temporaryStatus } = await client.update(42, { temporaryStatus: 'RESERVED' });
    const unknown = await client.update(4711, { temporaryStatus: 'RESERVED' }).catch((error) => error);
    console.log(temporaryStatus, unknown.status, unknown.code);
  }
`;
const toItsFrontend = /RESERVED 404 unknown_id/;

/** An application around the component from the docs. */
const app = {
  'index.html': '<div id="root"></div><script type="module" src="/main.tsx"></script>',
  'main.tsx': `
    import { createRoot } from 'react-dom/client';
    import { StatusList } from './status-list';
    createRoot(document.getElementById('root')!).render(<StatusList />);
  `,
};
const appSamples = { 'status-list.tsx': 'frontends/status-list.tsx', 'vite.config.mjs': 'frontends/vite.config.ts' };

const playwright = `export default {
  reporter: 'line',
  use: {
    baseURL: process.env.BASE_URL,
    launchOptions: { executablePath: process.env.BROWSER_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
};`;
/** Runs Playwright's tests on a built site. */
const testInBrowser = `
  import { spawn } from 'node:child_process';
  import { once } from 'node:events';
  import { preview } from 'vite';
  export async function testInBrowser(outDir) {
    const server = await preview({ configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
    const BASE_URL = server.resolvedUrls.local[0];
    const tests = spawn('npx', ['playwright', 'test'], { env: { ...process.env, BASE_URL }, stdio: 'inherit' });
    [process.exitCode] = await once(tests, 'exit');
    await server.close();
  }
`;

const frontends = readdirSync(path.join(import.meta.dirname, '../../examples/frontends'));

/** @type {readonly Consumer[]} */
export const consumers = [
  {
    name: 'TypeScript compiles every sample for frontends, strictly',
    samples: {
      ...Object.fromEntries(frontends.map((file) => [file, `frontends/${file}`])),
      'tracing.ts': 'client/tracing.ts',
    },
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          ...{ module: 'preserve', moduleResolution: 'bundler', target: 'es2023', jsx: 'react-jsx', noEmit: true },
          ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], strict: true, skipLibCheck: true },
        },
      }),
    },
    command: ['tsc', '-p', '.'],
    prints: /^$/,
  },
  {
    name: 'Vite serves the component and proxies to the mock, and builds it',
    samples: appSamples,
    files: {
      ...app,
      'main.mjs': `
        import { build, createServer } from 'vite';
        import { startMock } from 'temporary-evse-statuses/mock';
        import config from './vite.config.mjs';
        const mock = await startMock({ keys: 'off' });
        config.server.proxy['/spirii'].target = mock.url;
        const server = await createServer({ ...config, configFile: false, logLevel: 'error', server: { ...config.server, port: 0, host: '127.0.0.1', ws: false } });
        await server.listen();
        const url = server.resolvedUrls.local[0];
        const module = await fetch(url + 'main.tsx');
        const [first] = await (await fetch(url + 'spirii/v2/temporary-evse-statuses')).json();
        await server.close();
        await mock.close();
        const { output } = await build({ ...config, configFile: false, logLevel: 'error', build: { write: false } });
        console.log(module.status, first.evseId, output.some(({ type, isEntry }) => type === 'chunk' && isEntry));
      `,
    },
    command: ['node', 'main.mjs'],
    prints: /200 DK\*SPI\*E123\*1 true/,
  },
  {
    name: 'Playwright drives the built component',
    samples: { ...appSamples, 'page.spec.ts': 'frontends/playwright.spec.ts' },
    files: {
      ...app,
      'playwright.config.mjs': playwright,
      'main.mjs': `
        import { build } from 'vite';
        import config from './vite.config.mjs';
        import { testInBrowser } from './test-in-browser.mjs';
        await build({ ...config, configFile: false, logLevel: 'error' });
        await testInBrowser('dist');
      `,
      'test-in-browser.mjs': testInBrowser,
    },
    command: ['node', 'main.mjs'],
    prints: /1 passed/,
  },
  {
    name: 'webpack bundles the first call',
    samples: { 'call.mjs': 'client/first-call.mjs' },
    files: {
      'main.mjs': `
        import webpack from 'webpack';
        const stats = await new Promise((resolve, reject) => webpack({
          mode: 'production', target: 'web', entry: './call.mjs', experiments: { outputModule: true },
          output: { path: import.meta.dirname, filename: 'bundle.mjs', module: true },
        }, (error, result) => (error ? reject(error) : resolve(result))));
        if (stats.hasErrors()) throw new Error(stats.toString());
        await import('./on-the-mock.mjs');
        await import('./bundle.mjs');
      `,
    },
    command: ['node', 'main.mjs'],
    prints: /^DK\*SPI\*E123\*1 RESERVED$/m,
  },
  {
    name: 'Next.js serves the route handler',
    samples: { 'app/spirii/v2/temporary-evse-statuses/[id]/route.ts': 'frontends/next-route.ts' },
    files: {
      'use-backend.mjs': useBackend,
      'next.config.mjs': `export default { typescript: { ignoreBuildErrors: true }, turbopack: { root: '..' } };`,
      'app/layout.tsx':
        'export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;',
      'app/page.tsx': 'export default () => <p>Statuses</p>;',
      'main.mjs': `
        import { execFileSync, spawn } from 'node:child_process';
        import { useBackend } from './use-backend.mjs';
        const next = '../node_modules/next/dist/bin/next';
        execFileSync(process.execPath, [next, 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
        const server = spawn(process.execPath, ['--import', './on-the-mock.mjs', next, 'start', '--port', '0', '--hostname', '127.0.0.1'], { stdio: ['ignore', 'pipe', 'inherit'] });
        let text = '';
        for await (const chunk of server.stdout) {
          text += chunk;
          const [url] = /http:\\/\\/127\\.0\\.0\\.1:[1-9]\\d*/.exec(text) ?? [];
          if (!url || !text.includes('Ready')) continue;
          await useBackend(url).finally(() => server.kill());
          break;
        }
      `,
    },
    command: ['node', 'main.mjs'],
    prints: toItsFrontend,
  },
  {
    name: 'Express serves the backend',
    samples: { 'backend.mjs': 'frontends/express.ts' },
    files: {
      'use-backend.mjs': useBackend,
      'main.mjs': `
        import { once } from 'node:events';
        import './on-the-mock.mjs';
        import { app } from './backend.mjs';
        import { useBackend } from './use-backend.mjs';
        const server = app.listen(0, '127.0.0.1');
        await once(server, 'listening');
        await useBackend('http://127.0.0.1:' + server.address().port);
        server.close();
      `,
    },
    command: ['node', 'main.mjs'],
    prints: toItsFrontend,
  },
  {
    name: 'Fastify serves the backend',
    samples: { 'backend.mjs': 'frontends/fastify.ts' },
    files: {
      'use-backend.mjs': useBackend,
      'main.mjs': `
        import './on-the-mock.mjs';
        import { app } from './backend.mjs';
        import { useBackend } from './use-backend.mjs';
        await useBackend(await app.listen({ port: 0, host: '127.0.0.1' }));
        await app.close();
      `,
    },
    command: ['node', 'main.mjs'],
    prints: toItsFrontend,
  },
  ...['node', 'jsdom'].map((environment) => ({
    name: `Vitest runs the mock in ${environment}`,
    samples: { 'mock.test.ts': 'frontends/vitest.test.ts' },
    files: {},
    command: ['vitest', 'run', '--environment', environment],
    prints: /2 passed/,
  })),
  {
    name: 'Mock Service Worker responds in Node',
    samples: { 'msw.test.ts': 'frontends/msw.test.ts' },
    files: {},
    command: ['vitest', 'run'],
    prints: /1 passed/,
  },
  {
    name: 'Storybook builds the stories, and they show what Mock Service Worker responds',
    samples: {
      '.storybook/preview.ts': 'frontends/storybook-preview.ts',
      'status-list.tsx': 'frontends/status-list.tsx',
      'status-list.stories.tsx': 'frontends/status-list.stories.tsx',
    },
    files: {
      'playwright.config.mjs': playwright,
      '.storybook/main.ts': `export default {
        framework: '@storybook/react-vite', stories: ['../*.stories.tsx'], addons: ['msw-storybook-addon'],
        staticDirs: ['../public'], core: { disableTelemetry: true },
      };`,
      'stories.spec.ts': `
        import { expect, test } from '@playwright/test';
        test('Active', async ({ page }) => {
          await page.goto('/iframe.html?id=status-list--active');
          await expect(page.getByRole('listitem').first()).toHaveText('DK*SPI*E123*1 MAINTENANCE');
        });
        test('Unavailable', async ({ page }) => {
          await page.goto('/iframe.html?id=status-list--unavailable');
          await expect(page.getByRole('alert')).toContainText('403');
        });
      `,
      'main.mjs': `
        import { execFileSync } from 'node:child_process';
        import { testInBrowser } from './test-in-browser.mjs';
        execFileSync('npx', ['msw', 'init', 'public'], { stdio: 'ignore' });
        execFileSync('npx', ['storybook', 'build', '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
        await testInBrowser('storybook-static');
      `,
      'test-in-browser.mjs': testInBrowser,
    },
    command: ['node', 'main.mjs'],
    prints: /2 passed/,
  },
  {
    name: 'Jest with swc runs the mock',
    samples: { 'mock.test.ts': 'frontends/jest.test.ts', 'jest.config.json': 'frontends/jest.config.json' },
    files: { 'package.json': '{}' },
    command: ['jest'],
    prints: /2 passed/,
  },
  {
    name: 'Jest with ts-jest runs the mock',
    samples: { 'mock.test.ts': 'frontends/jest.test.ts' },
    files: {
      'jest.config.json': JSON.stringify({ transform: { '\\.ts$': 'ts-jest' } }),
      'package.json': '{}',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          strict: true,
          esModuleInterop: true,
          isolatedModules: true,
        },
      }),
    },
    command: ['jest'],
    prints: /2 passed/,
  },
  {
    name: 'the job of GitLab checks the mock and writes its report, with a baseline as well',
    samples: { 'gitlab.yml': 'ci/gitlab.yml', 'baseline.sh': 'ci/baseline.sh' },
    files: {
      'main.mjs': `
        import { exec } from 'node:child_process';
        import { existsSync, readFileSync } from 'node:fs';
        import { promisify } from 'node:util';
        import { startMock } from 'temporary-evse-statuses/mock';
        process.env.API_KEY = 'key-of-the-job';
        const mock = await startMock({ keys: { one: process.env.API_KEY }, rateLimit: 'off' });
        process.env.TARGET = mock.url;
        const [, command] = /- (npx .*)/.exec(readFileSync('gitlab.yml', 'utf8'));
        // Not execSync, since this process serves the mock.
        const run = promisify(exec);
        const { stdout } = await run(command.replace('http://127.0.0.1:3000', mock.url));
        // Only lists: a run of every case takes a minute because of the rate limit.
        await run(readFileSync('baseline.sh', 'utf8').replaceAll('--id 42', '--id 42 --only list'));
        await mock.close();
        console.log(stdout, existsSync('contract.xml'), readFileSync('contract-baseline.json', 'utf8'));
      `,
    },
    command: ['node', 'main.mjs'],
    prints: /The contract holds[^]*true[^]*"known": \[\]/,
  },
  {
    name: 'OpenTelemetry gets a span for each attempt',
    samples: { 'tracing.mjs': 'client/tracing.ts' },
    files: {
      'main.mjs': `
        import { trace } from '@opentelemetry/api';
        import './on-the-mock.mjs';
        const startActiveSpan = (name, use) => use({ setAttribute: (key, value) => console.log(name, key, value), end() {} });
        trace.setGlobalTracerProvider({ getTracer: () => ({ startActiveSpan }) });
        await import('./tracing.mjs');
      `,
    },
    command: ['node', 'main.mjs'],
    prints: /PATCH \/v2\/temporary-evse-statuses\/42 http.response.status_code 200/,
  },
];

/** The mock’s handlers for Mock Service Worker in a service worker of Chromium. */
import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { openBrowser } from './browser.ts';
import { bundle, serveSite } from './site.ts';

test('the handlers respond to the client in a service worker, with no mock running and nothing sent', async () => {
  const app = await serveSite({
    '/': '<!doctype html><title>App</title><link rel="icon" href="data:,"><script src="/app.js"></script>',
    '/app.js': await bundle('msw-app.ts'),
    '/mockServiceWorker.js': await readFile(require.resolve('msw/mockServiceWorker.js'), 'utf8'),
  });
  const browser = await openBrowser();
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(10_000);
    const sent: string[] = [];
    browser.context.on('request', (request) => {
      if (request.serviceWorker() !== null) sent.push(request.url());
    });
    await page.goto(app.url);
    const seen = JSON.parse((await page.locator('output').textContent()) ?? '') as Record<string, unknown>;
    expect(seen).toEqual({
      outcomes: [
        expect.objectContaining({ id: 42, temporaryStatus: 'RESERVED' }),
        expect.objectContaining({ id: 42, temporaryStatus: 'RESERVED' }),
        404,
        429,
      ],
      controlled: `${app.url}/mockServiceWorker.js`,
      received: 4,
    });
    expect(sent.filter((url) => !url.startsWith(app.url))).toEqual([]);
  } finally {
    await browser.close();
    await app.close();
  }
});

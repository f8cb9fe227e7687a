import { expect, test } from '@playwright/test';
import { createMockFetch } from 'temporary-evse-statuses/mock';

test('the page shows the statuses of the mock', async ({ page }) => {
  const mock = createMockFetch({ keys: 'off', basePath: '/spirii' });
  await page.route('**/spirii/**', async (route) => {
    const request = route.request();
    const { status, headers, body } = await mock.fetch(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({ status, headers: Object.fromEntries(headers), body: await new Response(body).text() });
  });

  await page.goto('/');
  await expect(page.getByRole('listitem').first()).toHaveText('DK*SPI*E123*1 MAINTENANCE');
});

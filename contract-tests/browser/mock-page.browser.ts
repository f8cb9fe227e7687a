/** The mock’s page in Chromium: what it shows, sets, refuses to load, and whether everyone can use it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { startMock, type MockOptions, type StartedMock } from '../../src/mock/index.ts';
import { SWITCHES, type Switches } from '../../src/mock/state/switches.ts';
import { openBrowser, type Browser } from './browser.ts';
import { textsOfLowContrast, unnamedControls } from './look.ts';
import type { Served } from '../support/serve.ts';
import { bundle, serveSite } from './site.ts';

let browser: Browser;
let mock: StartedMock;
let page: Page;
/** Serves an app that calls the mock. */
let app: Served | undefined;
/** Errors of a page's script, and what its policy blocked. */
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await (browser as Browser | undefined)?.close();
});

beforeEach(async () => {
  complaints.length = 0;
  mock = await startMock();
  page = await open();
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  await page.close();
  await mock.close();
});

async function open(): Promise<Page> {
  const opened = await browser.context.newPage();
  // Below Jest's time limit, so that a failure says what did not happen.
  opened.setDefaultTimeout(10_000);
  opened.on('pageerror', (error) => complaints.push(String(error)));
  opened.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return opened;
}

async function show(at: Page = page): Promise<void> {
  await at.goto(`${mock.url}/__mock/`);
  await at.locator('#live[data-state=live]').waitFor();
}

async function restart(options: MockOptions & { port?: number }): Promise<void> {
  await mock.close();
  mock = await startMock(options);
}

function update(body: unknown, id = '42'): Promise<Response> {
  return fetch(`${mock.url}/v2/temporary-evse-statuses/${id}`, {
    method: 'PATCH',
    headers: { Authorization: 'Bearer not-a-real-key', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const record = (id: number) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: String(id), exact: true }) });
const requests = () => page.getByRole('table', { name: 'Requests' }).getByRole('row');
const reported = () => page.getByRole('status');

test('an app of another origin updates, is remembered, reads the rate limit, and gets the stubbed 429', async () => {
  await restart({ clock: '2025-05-01T12:00:00Z' });
  app = await serveSite({
    '/': `<!doctype html><title>App</title><link rel="icon" href="data:,"><button id="block">Block</button><button id="touch">Touch</button>
      <p id="outcome"></p><p id="record"></p><p id="remaining"></p><p id="retry-after"></p><script src="/app.js"></script>`,
    '/app.js': await bundle('app.ts', { MOCK_URL: mock.url }),
  });
  const appPage = await open();
  await appPage.goto(app.url);
  await show();

  await appPage.getByRole('button', { name: 'Block' }).click();
  await appPage.getByText('updated').waitFor();
  expect(await appPage.locator('#remaining').textContent()).toBe('119');
  await appPage.getByRole('button', { name: 'Touch' }).click();
  await appPage.locator('#remaining', { hasText: '118' }).waitFor();
  await appPage.getByText('updated').waitFor();
  expect(JSON.parse((await appPage.locator('#record').textContent()) ?? '')).toMatchObject({
    id: 42,
    temporaryStatus: 'BLOCKED',
    validFrom: '2025-05-01T08:00:00Z',
  });

  await record(42).getByText('BLOCKED', { exact: true }).waitFor();
  await page.getByRole('button', { name: '429 Too many requests' }).click();
  await reported().getByText('The next response: 429 Too many requests.').waitFor();
  expect(await page.locator('#waiting').textContent()).toBe('429');
  await appPage.getByRole('button', { name: 'Touch' }).click();
  await appPage.getByText('ResponseError 429').waitFor();
  expect(await appPage.locator('#retry-after').textContent()).toBe('0');

  await requests().filter({ hasText: '429' }).getByText('stubbed response').waitFor();
  await page.locator('#waiting', { hasText: 'none' }).waitFor();
  await appPage.getByRole('button', { name: 'Touch' }).click();
  await appPage.getByText('updated').waitFor();
  expect(complaints.filter((text) => !text.includes('429'))).toEqual([]);
  await appPage.close();
});

describe('the page', () => {
  test('shows what a status is shown as, only while it is valid', async () => {
    await restart({
      clock: '2025-05-01T12:00:00Z',
      seed: [
        { id: 1, temporaryStatus: 'COMMISSIONING', evseId: 'DK*SPI*E1*1', validTo: '2025-05-01T12:00:30Z' },
        { id: 2, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E2*1', validFrom: '2025-05-01T12:00:30Z' },
      ],
    });
    await show();
    expect(await record(1).getByRole('cell').allTextContents()).toEqual([
      '1',
      'DK*SPI*E1*1',
      'COMMISSIONING',
      'Coming Soon',
      'Out of Service',
      'Planned',
      'no start – 2025-05-01 12:00:30 · active',
    ]);
    expect(await record(2).getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining(['real status', '2025-05-01 12:00:30 – until removed · upcoming']),
    );
    await page.getByRole('button', { name: '+1 min' }).click();
    await record(1).getByText('ended').waitFor();
    await record(2).getByText('Occupied').waitFor();
    expect(mock.state().clock).toEqual({ now: '2025-05-01T12:01:00Z', running: false });
  });

  test('draws validity to scale, with now marked', async () => {
    await restart({
      clock: '2025-05-02T00:00:00Z',
      seed: [
        {
          id: 1,
          temporaryStatus: 'BLOCKED',
          evseId: 'E',
          validFrom: '2025-05-01T18:00:00Z',
          validTo: '2025-05-02T03:00:00Z',
        },
      ],
    });
    await show();
    const box = async (part: string) => (await record(1).locator(part).boundingBox()) ?? { x: NaN, width: NaN };
    const [track, bar, now] = [await box('.track'), await box('.track b'), await box('.track .at-now')];
    const place = (x: number) => (x - track.x) / track.width;
    // An hour of room at each side of nine.
    expect(place(bar.x)).toBeCloseTo(1 / 11, 1);
    expect(place(bar.x + bar.width)).toBeCloseTo(10 / 11, 1);
    expect(place(now.x)).toBeCloseTo(7 / 11, 1);
  });

  test('shows each request as it is received, with every violation and its request id', async () => {
    await show();
    await update({ temporaryStatus: 'GONE', validTo: 'tomorrow', note: 1 });
    const row = requests().filter({ hasText: '422' });
    await row.getByText('temporaryStatus must be').waitFor();
    await row.getByText('validTo must be').waitFor();
    await row.getByText('req_mock_000001').waitFor();
    const at = mock.state().requests[0]?.at.slice(11, 23) ?? '';
    expect(await row.locator('time').textContent()).toBe(at);
    await row.getByText('Body').click();
    expect(await row.getByRole('region', { name: 'Request body' }).textContent()).toBe(
      '{"temporaryStatus":"GONE","validTo":"tomorrow","note":1}',
    );
    await update({});
    await expect(requests().nth(1).getByText('200').waitFor()).resolves.toBeUndefined();
  });

  test('keeps what someone opened and typed while requests are received', async () => {
    await update({ temporaryStatus: 'BLOCKED' });
    await show();
    await page.getByText('Body').first().click();
    await page.getByLabel('Latency').fill('250');
    await update({});
    await requests().nth(2).waitFor();
    expect(await page.locator('details[open] pre').count()).toBe(1);
    expect(await page.getByLabel('Latency').inputValue()).toBe('250');
  });

  test('shows records and requests as text, whatever they hold', async () => {
    const markup = `<img src=x onerror="document.title='taken over'">`;
    await restart({ seed: [{ id: 42, temporaryStatus: 'BLOCKED', evseId: markup }] });
    await show();
    await update({ temporaryStatus: markup });
    await update({}, encodeURIComponent(markup));
    await requests().nth(2).waitFor();
    expect(await page.getByRole('cell', { name: markup, exact: true }).count()).toBe(1);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('taken over');
    expect(complaints).toEqual([]);
  });

  test('loads nothing but itself and the calls of its mock', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await show();
    const foreign = loaded.filter((url) => !url.startsWith(`${mock.url}/__mock/`) && !url.startsWith('data:'));
    expect(foreign).toEqual([]);
    expect(await page.content()).not.toMatch(/(?:src|href)="(?!data:|#)/);
  });

  test('lets nothing else run: its policy refuses markup from script, inline script and foreign calls', async () => {
    await show();
    const refused = await page.evaluate(async () => {
      const tried: string[] = [];
      try {
        document.body.innerHTML = '<p>text</p>';
      } catch (error) {
        tried.push((error as Error).name);
      }
      const script = document.createElement('script');
      await fetch('https://example.invalid/').catch((error: unknown) => tried.push((error as Error).name));
      try {
        script.text = 'document.title = "taken over"';
        document.body.append(script);
      } catch (error) {
        tried.push((error as Error).name);
      }
      return tried;
    });
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
    expect(await page.title()).not.toBe('taken over');
  });

  test('says that the mock is gone, and goes on by itself when it is back', async () => {
    await show();
    const { port } = mock;
    await mock.close();
    await page.getByRole('alert').getByText('does not respond').waitFor();
    await page.getByRole('button', { name: 'Reset the mock' }).click();
    await reported().getByText('The mock does not respond.').waitFor();
    mock = await startMock({ port, seed: [{ id: 5, temporaryStatus: 'BLOCKED', evseId: 'back again' }] });
    await page.getByRole('cell', { name: 'back again' }).waitFor();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  });
});

describe('the form of the page', () => {
  const form = () => page.locator('#call');

  test('creates a record, and updates it', async () => {
    await restart({ seed: [], clock: '2026-02-03T10:00:00Z' });
    await show();
    await form().getByLabel('EVSE ID').fill('DK*SPI*E9*1');
    await form().getByLabel('Status').selectOption('RESERVED');
    await form().getByLabel('Valid to').fill('2026-02-03T12:00');
    await form().getByRole('button', { name: 'Create' }).click();
    await reported().getByText('Record 1 is created.').waitFor();
    await record(1).getByText('Reserved').first().waitFor();
    expect(mock.state().records).toEqual([
      {
        id: 1,
        evseId: 'DK*SPI*E9*1',
        temporaryStatus: 'RESERVED',
        validFrom: '2026-02-03T10:00:00Z',
        validTo: '2026-02-03T12:00:00Z',
      },
    ]);
    await form().getByLabel('Record').selectOption('1');
    await form().getByLabel('Status').selectOption('as it is');
    await form().getByLabel('Valid to').fill('2026-02-03T13:30:15');
    await form().getByRole('button', { name: 'Update' }).click();
    await reported().getByText('Record 1 is updated.').waitFor();
    expect(mock.state().records[0]).toMatchObject({ temporaryStatus: 'RESERVED', validTo: '2026-02-03T13:30:15Z' });
    expect(mock.state().requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 201],
      ['PATCH', 200],
    ]);
  });

  test('reports why the mock refused', async () => {
    await show();
    mock.respondNext([409]);
    await form().getByRole('button', { name: 'Create' }).click();
    await page.locator('#report[data-failed]').waitFor();
    expect(mock.state().requests.map(({ status }) => status)).toEqual([409]);
  });
});

describe('the switches of the page', () => {
  const form = (name: keyof Switches) => page.locator(`form#${name}`);
  const field = (name: keyof Switches) => form(name).getByRole('textbox');
  const submit = async (name: keyof Switches, text: string) => {
    await field(name).fill(text);
    await form(name).getByRole('button', { name: 'Set' }).click();
  };
  const set = async (name: keyof Switches, text: string) => {
    await submit(name, text);
    await reported().getByText('is set.').waitFor();
  };

  test('set the latency', async () => {
    await show();
    await set('latencyMs', '10..20');
    expect(mock.state().switches.latencyMs).toEqual([10, 20]);
  });

  test('limit the rate', async () => {
    await show();
    await set('rateLimit', '1/1');
    expect([(await update({})).status, (await update({})).status]).toEqual([200, 429]);
    await requests().nth(1).getByText('rate limit').waitFor();
  });

  test('set each other switch', async () => {
    await show();
    const given = {
      errorRate: ['1:503', { rate: 1, status: 503 }],
      keys: ['one:only-this', { one: '[redacted]' }],
      validFromWhenOmitted: ['now', 'now'],
      randomSeed: ['9', 9],
    } satisfies Record<Exclude<keyof Switches, 'latencyMs' | 'rateLimit' | 'clock'>, [string, unknown]>;
    for (const [name, [text, value]] of Object.entries(given)) {
      await set(name as keyof typeof given, text);
      expect(mock.state().switches).toMatchObject({ [name]: value });
    }
    expect((await update({})).status).toBe(503);
    expect(await field('keys').inputValue()).toBe('[redacted]');
  });

  test('show what was set elsewhere, and there is one for every switch', async () => {
    await show();
    mock.set({ latencyMs: 5, rateLimit: 'off', clock: '2025-05-01T12:00:00Z' });
    await page.locator('#clock-state', { hasText: 'stands still' }).waitFor();
    expect(await field('latencyMs').inputValue()).toBe('5');
    expect(await field('rateLimit').inputValue()).toBe('off');
    expect(await field('clock').inputValue()).toBe('2025-05-01T12:00:00Z');
    const forms = await page.locator('.settings form').evaluateAll((all) => all.map(({ id }) => id));
    expect(forms.sort()).toEqual(Object.keys(SWITCHES).sort());
  });

  test('say why a value is refused, and change nothing', async () => {
    await show();
    await submit('latencyMs', '30..20');
    await reported().getByText('the lower first').waitFor();
    expect(await reported().getAttribute('data-failed')).toBe('');
    expect(mock.state().switches.latencyMs).toBe(0);
    expect(await field('latencyMs').inputValue()).toBe('30..20');
  });

  test('stub several responses at once, and clear or reset them', async () => {
    await show();
    await page.getByLabel('How many times').fill('3');
    await page.getByRole('button', { name: '503' }).click();
    await page.locator('#waiting', { hasText: '503 × 3' }).waitFor();
    await page.getByLabel('How many times').fill('1');
    await page.getByRole('button', { name: '500' }).click();
    await page.locator('#waiting', { hasText: '503 × 3, 500' }).waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('#waiting', { hasText: 'none' }).waitFor();
    await page.getByRole('button', { name: 'No response' }).click();
    await page.locator('#waiting', { hasText: 'no-response' }).waitFor();
    await page.getByRole('button', { name: 'Reset the mock' }).click();
    await page.locator('#waiting', { hasText: 'none' }).waitFor();
    expect((await update({})).status).toBe(200);
  });

  test('set the clock to an instant, and back to the real time', async () => {
    await show();
    await set('clock', '2026-02-03T04:05:00Z');
    await page.locator('#now', { hasText: '2026-02-03 04:05:00' }).waitFor();
    expect(mock.state().clock).toEqual({ now: '2026-02-03T04:05:00Z', running: false });
    await page.getByRole('button', { name: 'Real time' }).click();
    await reported().getByText('real time').waitFor();
    expect(mock.state().clock.running).toBe(true);
  });
});

describe('everyone can use the page:', () => {
  test('by keyboard alone, seeing where they are', async () => {
    await show();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const seen: string[] = [];
    for (let index = 0; index < 60 && !seen.includes('429 Too many requests'); index += 1) {
      await page.keyboard.press('Tab');
      // Parts of a date field have the focus inside it.
      const focused = page.locator(':focus, input:focus-within').last();
      seen.push(((await focused.textContent()) ?? '').trim());
      expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    }
    await page.keyboard.press('Enter');
    await reported().getByText('The next response: 429').waitFor();
    expect(mock.state().stubbedResponses).toEqual([429]);
  });

  test('each field and button has a name', async () => {
    await show();
    expect(await page.evaluate(unnamedControls)).toEqual([]);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 768],
    ['dark', 768],
    ['light', 360],
    ['dark', 360],
  ] as const)('%s at %d px, each text stands out by 4.5 or more and nothing is cut off', async (colorScheme, width) => {
    await restart({
      seed: [
        { id: 1, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E1*1', validTo: '2023-01-01T12:00:00Z' },
        {
          id: 2,
          temporaryStatus: 'COMMISSIONING',
          evseId: `DK*SPI*E${'1234567890'.repeat(6)}`,
          validFrom: '2023-01-01T12:00:00Z',
        },
        { id: 3, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E3*1' },
        { id: 4, temporaryStatus: 'RESERVED', evseId: 'DK*SPI*E4*1', validFrom: '2093-01-01T12:00:00Z' },
      ],
    });
    for (const body of [{}, { temporaryStatus: 'x' }]) await update(body, '1');
    mock.respondNext([503, 429]);
    await update({}, '2');
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await show();
    await page.getByText('Body').first().click();
    await page.getByRole('button', { name: 'Real time' }).click();
    await reported().getByText('real time').waitFor();
    const pictures = process.env['SCREENSHOTS'];
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/${colorScheme}-${width}.png`, fullPage: true });
    expect(await page.evaluate(textsOfLowContrast, 4.5)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

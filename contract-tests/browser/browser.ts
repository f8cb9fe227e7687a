import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium, type BrowserContext } from 'playwright-core';

/** Where to look for a browser: `BROWSER_PATH`, or where Debian installs Chromium and Google installs Chrome. */
const places =
  process.env['BROWSER_PATH'] === undefined
    ? ['/usr/bin/chromium', '/usr/bin/google-chrome']
    : [process.env['BROWSER_PATH']];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** @throws {Error} There is no browser; the message says what to install. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = places.find(existsSync);
  if (executablePath === undefined) {
    throw new Error(
      `There is no browser at ${places.join(' or ')}, and these tests prove nothing without one. ` +
        'Install Chromium (.ci/install-browser does it on Debian), or set BROWSER_PATH to a Chromium.',
    );
  }
  const profile = await mkdtemp(path.join(tmpdir(), 'mock-page-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: flags,
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Copenhagen',
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

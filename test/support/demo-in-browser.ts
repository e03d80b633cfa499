import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium, noChromium, openBrowser } from './chromium.ts';
import { type RunningDemo, startDemo } from './running-demo.ts';
import { startTelegramStandIn, type TelegramStandIn } from './telegram-stand-in.ts';

export interface DemoInBrowser {
  standIn: TelegramStandIn;
  demo: RunningDemo;
  browser: Browser;
  /** A page of the console with this officer signed in, in a browser context of its own. */
  signIn(email: string, options?: BrowserContextOptions): Promise<SignedIn>;
}

export interface SignedIn extends AsyncDisposable {
  page: Page;
}

/** The password of everybody in the demonstration. */
export const demoPassword = 'haiphong';

export const hasBrowser = findChromium() !== null;
if (!hasBrowser) console.warn(`Skipped: ${noChromium}`);

/** The running demonstration and a Chromium for the tests of one file. Read the parts inside tests only. */
export function demoInBrowser(): DemoInBrowser {
  let parts: Omit<DemoInBrowser, 'signIn'> | null = null;

  beforeAll(async () => {
    const standIn = await startTelegramStandIn();
    parts = { standIn, demo: await startDemo(standIn), browser: await openBrowser() };
  });

  afterAll(async () => {
    await parts?.browser.close();
    await parts?.demo[Symbol.asyncDispose]();
    await parts?.standIn.close();
  });

  function started(): Omit<DemoInBrowser, 'signIn'> {
    if (parts === null) throw new Error('The demonstration is not running yet: ask for it inside a test');
    return parts;
  }

  return {
    get standIn() {
      return started().standIn;
    },
    get demo() {
      return started().demo;
    },
    get browser() {
      return started().browser;
    },
    async signIn(email, options = {}) {
      const { demo, browser } = started();
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'vi-VN',
        ...options,
      });
      const page = await context.newPage();
      await page.goto(`${demo.url}/console`);
      await page.getByLabel('Thư điện tử').fill(email);
      await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
      await page.keyboard.press('Enter');
      await page.getByLabel('Mật khẩu', { exact: true }).waitFor({ state: 'detached' });
      return { page, [Symbol.asyncDispose]: () => context.close() };
    },
  };
}

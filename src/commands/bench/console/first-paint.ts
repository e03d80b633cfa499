import { existsSync } from 'node:fs';
import { percentile } from '../bench.ts';
import type { Person } from './plant-people.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const slowedTimes = 4;
const visits = 5;
const patienceMs = 15_000;

// Run by the page before anything of its own. The frame behind the next one shows what is there now; the page counts from
// the beginning of its own navigation.
const tellWhenPainted = `
  const watch = new MutationObserver(() => {
    if (document.querySelector('a[href*="/console/cases/VM-"]') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => painted(String(performance.now()))));
  });
  watch.observe(document, { childList: true, subtree: true });`;

/**
 * From the click on the address to the first painted row of the inbox, in milliseconds: the median of a few visits with
 * nothing kept from the one before, on a processor slowed fourfold. The page tells it itself: what a browser's driver adds
 * to a page that it waits for would be slowed, and counted, with it. Null where there is no Chromium.
 */
export async function firstPaintMs(url: string, { cookie }: Person): Promise<number | null> {
  const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const times: number[] = [];
    for (let n = 0; n < visits; n += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const [name = '', value = ''] = cookie.split('=', 2);
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes });
      await devTools.send('Page.enable');
      await devTools.send('Runtime.enable');
      await devTools.send('Runtime.addBinding', { name: 'painted' });
      await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: tellWhenPainted });
      const { promise: painted, resolve, reject } = Promise.withResolvers<number>();
      devTools.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)));
      const limit = setTimeout(() => reject(new Error('The inbox was not painted')), patienceMs);
      try {
        await page.goto(`${url}/console/cases?box=all`, { waitUntil: 'commit' });
        times.push(await painted);
      } finally {
        clearTimeout(limit);
      }
      await context.close();
    }
    return percentile(
      times.toSorted((a, b) => a - b),
      0.5,
    );
  } finally {
    await browser.close();
  }
}

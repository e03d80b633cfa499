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
const visits = 9;
const patienceMs = 15_000;

// Run by the page before anything of its own. The frame behind the next one shows what is there now; the page counts from
// the beginning of its own navigation. A picture that the server drew says that it is busy until it hears its reader.
const tellTheTimes = `
  let paintedMs = null;
  const watch = new MutationObserver(() => {
    if (document.querySelector('a[href*="/console/cases/VM-"]') === null) return;
    paintedMs ??= frameAfterNext();
    if (document.querySelector('#root[aria-busy]') !== null) return;
    watch.disconnect();
    Promise.all([paintedMs, frameAfterNext()]).then((times) => told(JSON.stringify(times)));
  });
  const frameAfterNext = () => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  });
  watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });`;

interface FirstTimes {
  /** The first row of the list is on the screen. */
  paintedMs: number;
  /** It also answers to clicks and keys. */
  readyMs: number;
}

/**
 * From the click on the address of the inbox: the medians of a few visits with nothing kept from the one before, on a
 * processor slowed fourfold. The page tells them itself: what a browser's driver adds to a page that it waits for would be
 * slowed, and counted, with it. Null where there is no Chromium.
 */
export async function firstTimes(url: string, { cookie }: Person): Promise<FirstTimes | null> {
  const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((path) => existsSync(path));
  if (executablePath === undefined) return null;
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const visited: [painted: number, ready: number][] = [];
    for (let n = 0; n < visits; n += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const [name = '', value = ''] = cookie.split('=', 2);
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      const devTools = await context.newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes });
      await devTools.send('Page.enable');
      await devTools.send('Runtime.enable');
      await devTools.send('Runtime.addBinding', { name: 'told' });
      await devTools.send('Page.addScriptToEvaluateOnNewDocument', { source: tellTheTimes });
      const { promise: told, resolve, reject } = Promise.withResolvers<[number, number]>();
      devTools.on('Runtime.bindingCalled', ({ payload }) => resolve(JSON.parse(payload)));
      const limit = setTimeout(() => reject(new Error('The inbox was not painted')), patienceMs);
      try {
        await page.goto(`${url}/console/cases?box=all`, { waitUntil: 'commit' });
        visited.push(await told);
      } finally {
        clearTimeout(limit);
      }
      await context.close();
    }
    return {
      paintedMs: median(visited.map(([painted]) => painted)),
      readyMs: median(visited.map(([, ready]) => ready)),
    };
  } finally {
    await browser.close();
  }
}

function median(times: readonly number[]): number {
  return percentile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

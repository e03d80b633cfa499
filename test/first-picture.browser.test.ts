import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

describe.skipIf(!hasBrowser)('an officer whose line is slow', () => {
  const running = demoInBrowser();

  test.each([
    ['a wide screen, light', { width: 1440, height: 900 }, 'light', 'vi'],
    ['a wide screen, dark, in English', { width: 1440, height: 900 }, 'dark', 'en'],
    ['a telephone, dark', { width: 390, height: 844 }, 'dark', 'vi'],
  ] as const)(
    'sees the list before a script has come, and nothing moves when the page comes to life: %s',
    async (name, viewport, colorScheme, language) => {
      await using lan = await running.signIn('lan.pham@haiquan.example', { viewport, colorScheme });
      const { page } = lan;
      await page.locator('#root:not([aria-busy])').waitFor();
      if (language === 'en') {
        await page.getByRole('button', { name: 'Tài khoản' }).click();
        await page.getByRole('menuitem', { name: 'English' }).click();
        await page.getByRole('link', { name: 'Cases' }).waitFor();
      }
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      const { promise: scriptsCome, resolve: letScriptsCome } = Promise.withResolvers<void>();
      await page.route('**/assets/*.js', async (route) => {
        await scriptsCome;
        await route.continue();
      });

      await page.goto(`${running.demo.url}/console/cases?box=mine`, { waitUntil: 'commit' });
      await page.locator('#root[aria-busy] [data-case-card]').first().waitFor();
      await keepScreenshot(page, `first-picture-${colorScheme}-${viewport.width}`);
      const obstacles = await obstaclesIn(page);
      const before = await look(page);
      letScriptsCome();
      await page.locator('#root:not([aria-busy]) [data-case-card]').first().waitFor();

      expect([name, await look(page)]).toEqual([name, before]);
      expect(before.length).toBeGreaterThan(10);
      expect(refused).toEqual([]);
      expect(obstacles).toEqual([]);
    },
  );
});

/** What axe finds against WCAG 2.2 AA. */
async function obstaclesIn(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Where everything stands that can be pressed or read on the screen, in which colours; the running clocks aside. */
function look(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, select, h1, [data-case-card] *')].flatMap((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      if (width === 0 || y > window.innerHeight || !each.checkVisibility()) return [];
      const { color, backgroundColor, fontSize } = getComputedStyle(each);
      const words = each.childElementCount === 0 ? each.innerText?.replaceAll(/\d+/gu, '#') : '';
      return [
        [each.tagName, words, color, backgroundColor, fontSize, x, y, words === '' ? width : 0, height].join(' '),
      ];
    }),
  );
}

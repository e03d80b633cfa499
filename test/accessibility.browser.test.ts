import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, noChromium, openBrowser } from './support/chromium.ts';
import { type RunningDemo, startDemo } from './support/running-demo.ts';
import { startTelegramStandIn, type TelegramStandIn } from './support/telegram-stand-in.ts';

const hasBrowser = findChromium() !== null;
if (!hasBrowser) console.warn(`Skipped: ${noChromium}`);

/** What axe finds against WCAG 2.2 AA, a line a rule, with the places. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe.skipIf(!hasBrowser)('people who cannot see or point well', () => {
  let standIn: TelegramStandIn;
  let demo: RunningDemo;
  let browser: Browser;

  beforeAll(async () => {
    standIn = await startTelegramStandIn();
    demo = await startDemo(standIn);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.[Symbol.asyncDispose]();
    await standIn?.close();
  });

  test.each([
    { colorScheme: 'light', width: 1440, height: 900 },
    { colorScheme: 'dark', width: 1440, height: 900 },
    { colorScheme: 'light', width: 390, height: 844 },
  ] as const)(
    'can use every page in the $colorScheme theme at $width pixels',
    async ({ colorScheme, width, height }) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        locale: 'vi-VN',
        reducedMotion: 'reduce',
      });
      try {
        const page = await context.newPage();
        const findings: Record<string, string[]> = {};

        await page.goto(`${demo.url}/console`);
        await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
        findings['sign-in'] = await found(page);
        await page.getByLabel('Thư điện tử').fill('hung.do@haiquan.example');
        await page.getByLabel('Mật khẩu', { exact: true }).fill('haiphong');
        await page.keyboard.press('Enter');
        await page
          .getByRole('tab', { name: /Tất cả/ })
          .or(page.getByText('Tất cả'))
          .first()
          .click();
        const first = page.locator('a[href*="/console/cases/VM-"]').first();
        await first.waitFor();
        findings.inbox = await found(page);
        await first.click();
        await page.getByPlaceholder('Viết trả lời cho doanh nghiệp…').waitFor();
        findings.case = await found(page);
        await page.goto(`${demo.url}/console/alerts`);
        await page.getByRole('heading', { name: 'Cảnh báo' }).waitFor();
        findings.alerts = await found(page);
        await page.goto(`${demo.url}/console/links`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        findings.links = await found(page);
        await page.goto(`${demo.url}/chat`);
        await page.getByRole('heading', { name: 'Anh/chị muốn vào vai ai?' }).waitFor();
        findings['chat, people'] = await found(page);
        await page.getByRole('button', { name: 'Trần Thị Mai' }).click();
        await page.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();
        findings.chat = await found(page);

        expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])));
      } finally {
        await context.close();
      }
    },
  );
});

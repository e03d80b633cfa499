import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

/** What axe finds against WCAG 2.2 AA, a line a rule, with the places. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe.skipIf(!hasBrowser)('people who cannot see or point well', () => {
  const running = demoInBrowser();

  test.each([
    { colorScheme: 'light', width: 1440, height: 900 },
    { colorScheme: 'dark', width: 1440, height: 900 },
    { colorScheme: 'light', width: 390, height: 844 },
  ] as const)(
    'can use every page in the $colorScheme theme at $width pixels',
    async ({ colorScheme, width, height }) => {
      const context = await running.browser.newContext({
        viewport: { width, height },
        colorScheme,
        locale: 'vi-VN',
        reducedMotion: 'reduce',
      });
      try {
        const page = await context.newPage();
        const findings: Record<string, string[]> = {};

        await page.goto(`${running.demo.url}/console`);
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
        await page.goto(`${running.demo.url}/console/alerts`);
        await page.getByRole('heading', { name: 'Cảnh báo' }).waitFor();
        findings.alerts = await found(page);
        await page.goto(`${running.demo.url}/console/links`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        findings.links = await found(page);
        await page.goto(`${running.demo.url}/console/ratings`);
        await page.getByRole('heading', { name: 'So sánh' }).waitFor();
        await page.getByRole('table').first().waitFor();
        findings.ratings = await found(page);
        await page.goto(`${running.demo.url}/ratings/public`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        findings['public ratings'] = await found(page);
        await page.goto(`${running.demo.url}/chat`);
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

  test('a verification is decided and an action ordered in forms that everybody can use', async () => {
    await using inspector = await running.signIn('oanh.ta@haiquan.example', { reducedMotion: 'reduce' });
    const { page } = inspector;
    const listed = await page.request.get(`${running.demo.url}/api/v1/verifications?box=open`);
    const { items } = (await listed.json()) as { items: { reference: string; assignee: string | null }[] };
    const own = items.find(({ assignee }) => assignee === 'Tạ Kim Oanh');
    await page.goto(`${running.demo.url}/console/verifications/${own?.reference}`);
    const outcome = page.getByRole('region', { name: 'Kết luận' });
    const decide = outcome.getByRole('button', { name: 'Kết luận và báo doanh nghiệp' });
    await decide.click();
    await outcome.getByText('Anh/chị chọn kết luận').waitFor();
    const findings: Record<string, string[]> = { 'outcome refused': await found(page) };

    await outcome.getByRole('radio', { name: 'Có cơ sở', exact: true }).check();
    await outcome.getByLabel('Nội dung xác minh (nội bộ)').fill('Nhật ký ghi mở hồ sơ chậm 1 giờ.');
    await outcome.getByLabel('Nội dung báo doanh nghiệp').fill('Hồ sơ được mở chậm. Chúng tôi xin lỗi.');
    await decide.click();
    await outcome.getByText(/Tạ Kim Oanh kết luận lúc/u).waitFor();
    const actions = page.getByRole('region', { name: 'Biện pháp khắc phục' });
    await actions.getByRole('button', { name: 'Giao biện pháp' }).click();
    const dialog = page.getByRole('dialog', { name: 'Giao biện pháp' });
    await dialog.getByRole('button', { name: 'Giao biện pháp' }).click();
    await dialog.getByText('Anh/chị chọn người thực hiện').waitFor();
    findings['order refused'] = await found(page);
    await dialog.getByLabel('Việc cần làm').fill('Báo động khi hồ sơ chờ quá 90 phút');
    await dialog.getByRole('combobox', { name: 'Người thực hiện' }).fill('Lưu Hồng Phúc');
    await page.getByRole('option', { name: /Lưu Hồng Phúc/u }).click();
    await dialog.getByLabel('Hạn thực hiện').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Giao biện pháp' }).click();
    await dialog.waitFor({ state: 'detached' });
    await actions.getByText('Báo động khi hồ sơ chờ quá 90 phút').waitFor();
    findings['after both'] = await found(page);
    await keepScreenshot(page, 'verification-decided');

    expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])));
    const detail = await page.request.get(`${running.demo.url}/api/v1/cases/${own?.reference}/verification`);
    expect(await detail.json()).toMatchObject({
      outcome: { outcome: 'substantiated', decidedBy: 'Tạ Kim Oanh' },
      actions: [{ what: 'Báo động khi hồ sơ chờ quá 90 phút', owner: { name: 'Lưu Hồng Phúc' }, checkAfterDays: 30 }],
    });
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

const first = 'bao.dang@haiquan.example';
const second = 'ngan.ho@haiquan.example';

const pages = [
  ['units', 'Đơn vị'],
  ['officers', 'Công chức'],
  ['roster', 'Lịch trực và vắng mặt'],
  ['responsibilities', 'Phân công trách nhiệm'],
  ['policies', 'Quy định thời hạn'],
  ['calendars', 'Lịch làm việc'],
  ['channels', 'Kênh liên lạc'],
  ['audit', 'Nhật ký'],
] as const;

describe.skipIf(!hasBrowser)('administration', () => {
  const running = demoInBrowser();

  test('the tree shows both structures, and an administrator moves a unit from a day on', async () => {
    await using signedIn = await running.signIn(first);
    const { page } = signedIn;
    await page.getByRole('navigation', { name: 'Trang' }).getByRole('link', { name: 'Quản trị' }).click();
    const tree = page.getByRole('list', { name: 'Cây đơn vị' });
    await tree.getByRole('button', { name: /Hải quan cửa khẩu cảng Đình Vũ/ }).waitFor();

    await page.goto(`${running.demo.url}/console/administration/units?day=2025-01-10`);
    await tree.getByRole('button', { name: /Cục Hải quan thành phố Hải Phòng/ }).waitFor();
    const before = await tree.getByRole('listitem').allInnerTexts();
    await page.goto(`${running.demo.url}/console/administration/units`);
    await tree.getByRole('button', { name: /Hải quan Thái Bình/ }).click();
    await page.getByRole('button', { name: 'Đổi tên, di chuyển' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Trực thuộc' }).click();
    await page.getByRole('option', { name: 'Hải quan Hưng Yên' }).click();
    const touched = dialog.getByRole('region', { name: 'Những gì đang gắn với đơn vị này:' });
    await touched.getByText('3 công chức').waitFor();
    await keepScreenshot(page, 'administration-move');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });

    expect(before.some((row) => row.includes('Chi cục Hải quan Thái Bình'))).toBe(true);
    expect(before.some((row) => row.includes('Đội Thông quan'))).toBe(false);
    const rows = await tree.getByRole('listitem').allInnerTexts();
    const place = rows.findIndex((row) => row.includes('Hải quan Hưng Yên'));
    expect(rows[place + 1]).toContain('Hải quan Thái Bình');
  });

  test('a calendar takes two administrators, and the second sees what it changes', async () => {
    await using proposer = await running.signIn(first);
    await using approver = await running.signIn(second);
    const { page } = proposer;
    await page.goto(`${running.demo.url}/console/administration/calendars`);
    await page.getByRole('button', { name: 'Đề xuất thay đổi' }).click();
    const dialog = page.getByRole('dialog');
    const year = (await dialog.getByText(/Các ngày của năm/).innerText()).replace(/\D/gu, '');
    await dialog.getByLabel('Ngày', { exact: true }).fill(`${year}-12-30`);
    await dialog.getByLabel('Tên ngày').fill('Kiểm kê');
    await dialog.getByRole('button', { name: 'Thêm ngày' }).click();
    await dialog.getByLabel('Lý do đề xuất').fill('Kiểm kê cuối năm');
    await dialog.getByRole('button', { name: 'Đề xuất thay đổi' }).click();
    await dialog.waitFor({ state: 'detached' });
    const own = page.getByRole('region', { name: 'Chờ người thứ hai duyệt' });
    await own.getByRole('button', { name: 'Duyệt và áp dụng' }).click();
    const refusal = await own.getByRole('alert').getByText('Người đề xuất không tự duyệt được').innerText();

    await approver.page.goto(`${running.demo.url}/console/administration/calendars`);
    const waiting = approver.page.getByRole('region', { name: 'Chờ người thứ hai duyệt' });
    await waiting.getByText(`30/12/${year}: Nghỉ lễ, Kiểm kê`).waitFor();
    await waiting
      .getByText(/thời hạn/)
      .first()
      .waitFor();
    await keepScreenshot(approver.page, 'administration-proposal');
    await waiting.getByRole('button', { name: 'Duyệt và áp dụng' }).click();
    await waiting.waitFor({ state: 'detached' });

    expect(refusal).not.toBe('');
    await approver.page.getByTitle(`30/12/${year}: Nghỉ lễ, Kiểm kê (chưa kiểm chứng)`).waitFor();
  });

  test.each([
    { colorScheme: 'light', width: 1440, height: 900 },
    { colorScheme: 'dark', width: 1440, height: 900 },
    { colorScheme: 'light', width: 390, height: 844 },
  ] as const)(
    'every page can be read in the $colorScheme theme at $width pixels',
    async ({ colorScheme, width, height }) => {
      await using signedIn = await running.signIn(first, {
        colorScheme,
        viewport: { width, height },
        reducedMotion: 'reduce',
      });
      const { page } = signedIn;
      const findings: Record<string, string[]> = {};

      for (const [path, heading] of pages) {
        await page.goto(`${running.demo.url}/console/administration/${path}`);
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await keepScreenshot(page, `administration-${path}-${colorScheme}-${width}`);
        findings[path] = await found(page);
      }

      expect(findings).toEqual(Object.fromEntries(pages.map(([path]) => [path, []])));
    },
  );
});

async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

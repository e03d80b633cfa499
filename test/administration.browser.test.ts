import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

const first = 'bao.dang@haiquan.example';
const second = 'ngan.ho@haiquan.example';

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
    const own = page.getByRole('region', { name: 'Chờ người thứ hai duyệt: Toàn chi cục' });
    await own.getByRole('button', { name: 'Duyệt và áp dụng' }).click();
    const refusal = await own.getByRole('alert').getByText('Người đề xuất không tự duyệt được').innerText();

    await approver.page.goto(`${running.demo.url}/console/administration/calendars`);
    const waiting = approver.page.getByRole('region', { name: 'Chờ người thứ hai duyệt: Toàn chi cục' });
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

  test('an officer is invited by a link that is shown once, and the link can be taken back', async () => {
    await using signedIn = await running.signIn(first);
    const { page } = signedIn;
    await page.goto(`${running.demo.url}/console/administration/officers`);
    await page.getByLabel('Tìm theo tên, thư điện tử, chức danh').fill('ngan.ho');
    await page.getByRole('button', { name: 'Hồ Kim Ngân' }).click();
    const entry = page.getByRole('region', { name: 'Đăng nhập' });
    await entry.getByText('đã vào').waitFor();
    await entry.getByRole('button', { name: 'Mời đặt lại mật khẩu' }).click();
    const shown = entry.getByText(/\/console\/invitation#/u);
    const link = await shown.innerText();
    await entry.getByText('đã mời').waitFor();
    await keepScreenshot(page, 'administration-invitation');
    await entry.getByRole('button', { name: 'Thu hồi lời mời' }).click();
    await entry.getByText('đã vào').waitFor();

    expect(new URL(link).hash.length).toBeGreaterThan(40);
    await expect.poll(() => shown.count()).toBe(0);
    await page.goto(link);
    await page.getByLabel('Mật khẩu mới').fill('mật khẩu mới toanh');
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await page
      .getByRole('alert')
      .getByText(/lời mời/)
      .waitFor();
  });

  test('a canned reply is made with its variables, read as an enterprise would, and withdrawn', async () => {
    await using signedIn = await running.signIn(first);
    const { page } = signedIn;
    await page.goto(`${running.demo.url}/console/administration/canned-replies`);
    await page.getByRole('button', { name: 'Thêm mẫu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mã', { exact: true }).fill('nghi-le');
    await dialog.getByLabel('Tiêu đề').fill('Lịch nghỉ lễ');
    await dialog.getByLabel('Nội dung').fill('Kính gửi {ten}');
    await dialog.getByText(/gửi nguyên văn: \{ten\}/).waitFor();
    await dialog.getByLabel('Nội dung').fill('Kính gửi ');
    await dialog.getByRole('button', { name: 'tên doanh nghiệp' }).click();
    await dialog.getByText('Kính gửi Công ty TNHH Sao Biển').waitFor();
    await keepScreenshot(page, 'administration-canned-form');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    const aside = page.getByRole('complementary', { name: 'Doanh nghiệp sẽ đọc' });
    await aside.getByText('Kính gửi Công ty TNHH Sao Biển').waitFor();
    await keepScreenshot(page, 'administration-canned');
    await aside.getByRole('button', { name: 'Thu hồi' }).click();
    await aside.getByText('Thu hồi mẫu này?', { exact: false }).waitFor();
    await aside.getByRole('button', { name: 'Thu hồi' }).click();

    await page.getByRole('button', { name: 'Lịch nghỉ lễ' }).waitFor({ state: 'detached' });
  });

  test('a list is looked at before it is imported, and what changes stands old beside new', async () => {
    await using signedIn = await running.signIn(first);
    const { page } = signedIn;
    await page.goto(`${running.demo.url}/console/administration/imports`);
    const bring = (name: string, address: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'doanh nghiệp.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Mã số khách,Tên DN,Địa chỉ\n0100109106,${name},${address}\n12,Sai mã,=cmd()\n`),
      });
    await bring('<img src=x onerror=alert(1)>', 'Số 1 Lê Thánh Tông');
    const panel = page.getByRole('region', { name: 'doanh nghiệp.csv' });
    const readAnew = async () => {
      await panel.getByText('thiếu cột bắt buộc “Mã số thuế”', { exact: false }).waitFor();
      await panel.getByLabel('Tiêu đề trong tệp: Mã số thuế').selectOption('Mã số khách');
      await keepScreenshot(page, 'administration-import-columns');
      await panel.getByRole('button', { name: 'Đọc lại theo lựa chọn' }).click();
    };
    await readAnew();
    await panel.getByRole('region', { name: 'Thêm mới' }).getByText('<img src=x onerror=alert(1)>').waitFor();
    await panel.getByRole('region', { name: 'Bị loại' }).getByText('Phải có 10, 12 hoặc 13 chữ số').first().waitFor();
    await keepScreenshot(page, 'administration-import-preview');
    await panel.getByRole('button', { name: 'Nhập 1 dòng' }).click();
    await panel.getByText('Đã nhập xong: 1 thêm mới', { exact: false }).waitFor();
    const [rejected] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('link', { name: 'Tải các dòng bị loại' }).click(),
    ]);
    await keepScreenshot(page, 'administration-import-done');

    await bring('Công ty Sao Biển', 'Số 2 Lê Thánh Tông');
    await readAnew();
    const change = panel.getByRole('region', { name: 'Thay đổi' });
    await change.getByText('Số 2 Lê Thánh Tông').waitFor();
    await keepScreenshot(page, 'administration-import-change');

    expect(rejected.suggestedFilename()).toMatch(/^rejected-\d+\.csv$/u);
    expect(await change.locator('del').allInnerTexts()).toContain('Số 1 Lê Thánh Tông');
    const past = page.getByRole('region', { name: 'Các lần nhập' });
    await past.getByText('chờ nhập', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Bỏ tệp này' }).click();
    await past.getByText('đã bỏ', { exact: true }).waitFor();
    await past.getByText('đã nhập', { exact: true }).waitFor();
  });

  test('days are marked in the month by keyboard, and become an absence', async () => {
    await using signedIn = await running.signIn(first);
    const { page } = signedIn;
    await page.goto(`${running.demo.url}/console/administration/roster`);
    await page.getByText('Tháng', { exact: true }).click();
    await page.getByRole('button', { name: 'Tháng sau' }).click();
    const cells = page.getByRole('table', { name: 'Ca trực và vắng mặt trong tháng' }).getByRole('button');
    await cells.nth(9).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await keepScreenshot(page, 'administration-month-marked');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Tập huấn');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hủy 1 lần vắng' }).waitFor();
    await keepScreenshot(page, 'administration-month');

    const away = await page.getByRole('button', { name: /: .*vắng/ }).allInnerTexts();
    expect(away.length).toBeGreaterThanOrEqual(3);
    expect(await found(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hủy 1 lần vắng' }).click();
    await page.getByRole('button', { name: 'Hủy 1 lần vắng' }).waitFor({ state: 'detached' });
  });
});

async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

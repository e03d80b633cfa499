import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/store/database.ts';
import { demoInBrowser, demoPassword, hasBrowser } from './support/demo-in-browser.ts';
import type { RunningDemo } from './support/running-demo.ts';
import { keepScreenshot } from './support/screenshots.ts';

const atDesk = demoInBrowser();
const head = 'quang.bui@haiquan.example';
const chief = 'hung.do@haiquan.example';

test.runIf(hasBrowser)(
  'a manager hears of an escalation, takes it, answers and hands it on, from the wall alone',
  async () => {
    await using signedIn = await atDesk.signIn(head);
    await using watching = await atDesk.signIn(chief);
    const { page } = signedIn;
    await page.getByRole('link', { name: 'Cảnh báo', exact: false }).click();
    await page.getByText('Cần xác nhận').waitFor();

    await page.getByRole('link', { name: 'Điều hành' }).click();
    await page.getByRole('link', { name: 'Bảng chuyển cấp' }).click();
    const card = cardsOn(page).filter({ hasText: 'Bùi Đức Quang chưa xác nhận' }).first();
    const reference = (await card.getByRole('link').first().textContent()) ?? '';
    await keepScreenshot(page, 'wall-before');
    const same = cardsOn(page).filter({ hasText: reference });
    await watching.page.goto(new URL('/console/wall', page.url()).href);
    const sameElsewhere = cardsOn(watching.page).filter({ hasText: reference });

    await same.getByRole('button', { name: `Đã biết ${reference}` }).click();
    await same.getByText('Bùi Đức Quang đã biết lúc').waitFor();
    await same.getByRole('button', { name: `Nhận ${reference}` }).click();
    await same.getByText('Đang xử lý: Bùi Đức Quang').waitFor();
    await sameElsewhere.getByText('Đang xử lý: Bùi Đức Quang').waitFor();

    await same.getByRole('button', { name: `Việc khác với vụ việc này ${reference}` }).click();
    await page.getByRole('menuitem', { name: 'Trả lời tạm' }).click();
    const answering = page.getByRole('dialog', { name: 'Trả lời tạm' });
    await answering
      .getByLabel('Nội dung trả lời doanh nghiệp')
      .fill('Chúng tôi đang làm việc với cảng, xin chờ trong buổi này.');
    await answering.getByRole('button', { name: 'Trả lời tạm' }).click();
    await answering.waitFor({ state: 'hidden' });

    await same.getByRole('button', { name: `Giao lại ${reference}` }).click();
    const handing = page.getByRole('dialog');
    await handing.getByPlaceholder('Chọn cán bộ').fill('Trịnh Hải Yến');
    await page.getByRole('option', { name: 'Trịnh Hải Yến', exact: false }).click();
    await handing.getByLabel('Lý do').fill('Nhờ chị theo dõi tiếp với cảng');
    await handing.getByRole('button', { name: 'Chuyển xử lý' }).click();
    await handing.waitFor({ state: 'hidden' });
    await same.getByText('Đang xử lý: Trịnh Hải Yến').waitFor();
    await sameElsewhere.getByText('Đang xử lý: Trịnh Hải Yến').waitFor();
    await keepScreenshot(page, 'wall-after');

    await same.getByRole('link', { name: reference }).click();
    await page.getByText('Chúng tôi đang làm việc với cảng').first().waitFor();
    expect(page.url()).toContain(`/console/cases/${reference}`);
  },
);

test.runIf(hasBrowser)(
  'a page whose later parts went with an update says so, and reloading brings the new ones',
  async () => {
    await using signedIn = await atDesk.signIn(head);
    const { page } = signedIn;
    const gone = /assets\/today-page/u;
    await page.route(gone, (asked) => asked.fulfill({ status: 404, body: '' }));

    await page.getByRole('link', { name: 'Điều hành' }).click();
    await page.getByRole('alert').getByText('hệ thống vừa được cập nhật', { exact: false }).waitFor();
    await page.unroute(gone);
    await page.getByRole('button', { name: 'Tải lại trang' }).click();

    await page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor();
  },
);

test.runIf(hasBrowser)('a figure and a bar lead to the cases behind them, and the page is kept as a file', async () => {
  await using signedIn = await atDesk.signIn(chief, { acceptDownloads: true });
  const { page } = signedIn;
  await page.getByRole('link', { name: 'Điều hành' }).click();
  const overdue = page.getByRole('listitem').filter({ hasText: 'Quá hạn' }).getByRole('link');
  const count = Number(/\d+/u.exec((await overdue.textContent()) ?? '')?.[0]);
  await keepScreenshot(page, 'today');
  await overdue.click();
  await expect.poll(() => page.locator('[data-case-card]').count()).toBe(count);

  await page.getByRole('link', { name: 'Điều hành' }).click();
  await page.getByRole('link', { name: 'Giữ thời hạn' }).click();
  await page.getByRole('button', { name: 'Tháng trước' }).click();
  const byUnit = page.getByRole('region', { name: 'Theo đơn vị' });
  const missed = byUnit.getByRole('link', {
    name: 'Hải quan cửa khẩu cảng Hải Phòng khu vực 1, Trễ hạn',
    exact: false,
  });
  await missed.waitFor();
  await keepScreenshot(page, 'compliance');
  const saving = page.waitForEvent('download');
  await leaveAloneForAnHour(atDesk.demo);
  await page.getByRole('button', { name: 'Tải XLSX' }).press('Enter');
  await page.getByRole('dialog', { name: 'Xin nhập lại mật khẩu' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
  await keepScreenshot(page, 'ask-again');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await readFile(await (await saving).path())).buffer);
  await missed.click();
  const chip = page.getByRole('paragraph').filter({ hasText: 'Theo số liệu:' });
  await chip.waitFor();
  await page.locator('[data-case-card]').first().waitFor();

  expect(page.url()).toContain('outcome=missed');
  expect(await chip.textContent()).toContain('trễ hạn');
  expect(await page.locator('[data-case-card]').count()).toBeGreaterThan(0);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Theo thời hạn',
    'Theo đơn vị',
    'Theo cán bộ',
    'Theo thỏa thuận',
    'Diễn biến',
  ]);
  await page.getByRole('button', { name: 'Bỏ bộ lọc theo số liệu' }).click();
  await chip.waitFor({ state: 'detached' });
});

/** Longer than a sensitive act believes in whoever sits there. */
async function leaveAloneForAnHour(demo: RunningDemo): Promise<void> {
  await using server = await demo.openDatabase();
  const { sql, close } = openDatabase(server.url, { max: 1 });
  await sql`update session set created_at = created_at - interval '1 hour'`;
  await close();
}

function cardsOn(page: Page): Locator {
  return page.getByRole('article');
}

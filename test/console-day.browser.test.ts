import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CaseListPage } from '../src/http/views.ts';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

describe.skipIf(!hasBrowser)('a day at the desk', () => {
  const running = demoInBrowser();

  async function openInbox(page: Page, search: string): Promise<void> {
    await page.goto(`${running.demo.url}/console/cases${search}`);
    await page.locator('#root:not([aria-busy]) [data-case-card]').first().waitFor();
  }

  test('an officer finds, reads, quotes, answers, resolves and goes on without touching the mouse', async () => {
    await using lan = await running.signIn('lan.pham@haiquan.example');
    const { page } = lan;
    const { keyboard } = page;
    await openInbox(page, '?box=mine');
    await keepScreenshot(page, 'inbox');

    await keyboard.press('j');
    await keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Trả lời' });
    await field.waitFor();
    const first = referenceOf(page);
    await keyboard.press('l');
    await page.getByRole('combobox', { name: 'Tìm nhãn' }).and(page.locator(':focus')).waitFor();
    await keyboard.type('luu bai');
    await page.getByRole('option', { name: 'Phát sinh lưu bãi' }).waitFor();
    await keepScreenshot(page, 'labels');
    await keyboard.press('Enter');
    await page.getByRole('option', { name: 'Phát sinh lưu bãi đã gắn' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('button', { name: 'Gỡ nhãn Phát sinh lưu bãi' }).waitFor();
    await page
      .locator(`[data-case-card="${first}"]`)
      .getByRole('img', { name: 'Các nhãn khác: Phát sinh lưu bãi' })
      .waitFor();
    await keyboard.press('Alt+p');
    await page.getByRole('textbox', { name: 'Ghi chú' }).waitFor();
    await keyboard.type('Đã gọi cho cảng');
    await keepScreenshot(page, 'note');
    await keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Ghi chú nội bộ' }).getByText('Đã gọi cho cảng').waitFor();

    await keyboard.press('Alt+l');
    await expect.poll(() => isFocused(page, 'Trả lời')).toBe(true);
    await keyboard.press('/');
    await page.getByRole('option', { name: '/tiep-nhan' }).waitFor();
    await keyboard.type('tiep nhan');
    await keepScreenshot(page, 'canned');
    await keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toContain(`đã tiếp nhận vụ việc ${first}`);
    await expect.poll(() => isFocused(page, 'Trả lời')).toBe(true);
    await keyboard.press('End');
    await keyboard.press('Enter');
    await keyboard.press('#');
    await page.getByRole('combobox', { name: 'Tìm theo nội dung hoặc địa chỉ' }).and(page.locator(':focus')).waitFor();
    await keyboard.type('pl6 đ4 k1');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toContain('PL06 Điều 4 khoản 1');
    await keepScreenshot(page, 'composed');

    await keyboard.press('Control+Enter');
    await page.getByText(/Gửi sau \d giây/).waitFor();
    await keepScreenshot(page, 'held');
    await keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toContain('PL06 Điều 4 khoản 1');
    await expect.poll(() => isFocused(page, 'Trả lời')).toBe(true);
    await keyboard.press('Control+Enter');
    await page.getByText(/Gửi sau \d giây/).waitFor();
    await keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Phạm Ngọc Lan' }).getByText('PL06 Điều 4 khoản 1').waitFor();
    expect(await field.inputValue()).toBe('');

    await field.waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keyboard.press('E');
    const result = page.getByRole('dialog', { name: `Báo đã giải quyết ${first}` });
    await result.getByLabel('Kết quả gửi doanh nghiệp').waitFor();
    await keepScreenshot(page, 'resolve');
    // No key resolves by itself: leaving the dialog leaves the case as it was.
    await keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect((await running.demo.api.openCase(first)).state).not.toBe('resolved');
    await keyboard.press('E');
    await result.getByLabel('Kết quả gửi doanh nghiệp').fill('Đã mở cổng số 2, mời Quý doanh nghiệp vào lấy hàng.');
    await keyboard.press('Control+Enter');
    await expect.poll(() => referenceOf(page)).not.toBe(first);
    expect((await running.demo.api.openCase(first)).events.map(({ type }) => type)).toContain('resolved');

    await keyboard.press('Control+k');
    await page.getByPlaceholder('Vụ việc, tin nhắn').waitFor();
    await keyboard.type(first);
    await page.getByRole('button', { name: first }).first().waitFor();
    await keepScreenshot(page, 'palette');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(() => referenceOf(page)).toBe(first);
    // Single keys rest while a dialog closes.
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
    await keepScreenshot(page, 'keys');
  });

  test('two officers answer at once: the second is shown what the first said before anything goes out', async () => {
    await using lan = await running.signIn('lan.pham@haiquan.example', { colorScheme: 'dark' });
    await using head = await running.signIn('tuan.tran@haiquan.example');
    await openInbox(lan.page, '?box=mine');
    await lan.page.locator('[data-case-card]').first().click();
    const field = lan.page.getByRole('textbox', { name: 'Trả lời' });
    await field.waitFor();
    const reference = referenceOf(lan.page);
    const earlier = await repliesOn(reference);
    await field.fill('Mời Quý doanh nghiệp qua cổng số 2.');
    await head.page.goto(`${running.demo.url}/console/cases/${reference}?box=all`);
    await head.page.getByText('Phạm Ngọc Lan đang soạn trả lời').waitFor();
    await head.page.getByText('Phạm Ngọc Lan đang viết dở một câu trả lời').waitFor();
    await keepScreenshot(head.page, 'presence');

    await head.page.getByRole('textbox', { name: 'Trả lời' }).fill('Xin chờ, cổng số 2 đang tạm đóng.');
    await head.page.keyboard.press('Control+Enter');
    await head.page.keyboard.press('Control+Enter');
    await lan.page.getByText('Có tin mới từ khi anh/chị bắt đầu viết').waitFor();
    await keepScreenshot(lan.page, 'meanwhile-notice');
    await field.press('Control+Enter');
    await lan.page.getByRole('button', { name: 'Gửi ngay' }).click();
    const dialog = lan.page.getByRole('dialog', { name: 'Chưa gửi: có tin mới trong lúc anh/chị viết' });
    await dialog.getByText('cổng số 2 đang tạm đóng').waitFor();
    await keepScreenshot(lan.page, 'meanwhile');
    const before = await repliesOn(reference);
    await dialog.getByRole('button', { name: 'Sửa tiếp' }).click();

    expect(before).toBe(earlier + 1);
    expect(await field.inputValue()).toBe('Mời Quý doanh nghiệp qua cổng số 2.');
    await field.fill('Cổng số 2 mở lại lúc 14:00.');
    await field.press('Control+Enter');
    await lan.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect.poll(() => repliesOn(reference), { timeout: 10_000 }).toBe(earlier + 2);
  });

  test('cards are chosen and dealt with together, and a view of the inbox is kept under a name', async () => {
    await using head = await running.signIn('tuan.tran@haiquan.example');
    const { page } = head;
    await openInbox(page, '?box=all&state=any');
    await page.locator('[data-case-card]').nth(0).hover();
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(1).check();
    await keepScreenshot(page, 'chosen');
    await page.getByRole('button', { name: 'Nhận', exact: true }).first().click();
    await page.getByRole('region', { name: 'Việc làm với các vụ việc đã chọn' }).getByRole('status').waitFor();
    await keepScreenshot(page, 'bulk');
    await page.getByRole('button', { name: 'Lưu bộ lọc này' }).click();
    await page.getByLabel('Tên bộ lọc').fill('Mọi vụ việc');
    await page.getByLabel('Chia sẻ cho cả đơn vị').check();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('navigation', { name: 'Bộ lọc đã lưu' }).getByText('Mọi vụ việc').waitFor();

    await page.locator('[data-case-card]').nth(0).hover();
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await expect.poll(() => page.url()).toContain('due=paused');
    // What was chosen is out of sight now: the key means the card in hand.
    const inHand = page.locator('[data-case-card]').first();
    await page.getByText('tạm dừng').first().waitFor();
    await inHand.focus();
    await page.keyboard.press('l');
    await page.getByRole('dialog', { name: `Nhãn của ${/VM-\d+-\d+/u.exec(await inHand.innerText())?.[0]}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('f');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Vướng mắc' }).press('Space');
    await page.getByRole('dialog').getByRole('button', { name: 'Chat trên trang' }).press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lọc danh sách, đang chọn 2' }).and(page.locator(':focus')).waitFor();
    await page.reload();
    await page.locator('#root:not([aria-busy]) [data-case-card]').first().waitFor();
    await page.getByRole('button', { name: 'Tạm dừng', pressed: true }).waitFor();
    await keepScreenshot(page, 'narrowed');
    await page.getByRole('button', { name: 'Bỏ lọc: Vướng mắc' }).click();
    await page.getByRole('button', { name: 'Bỏ lọc: Chat trên trang' }).click();
    await page.getByRole('button', { name: 'Tạm dừng' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?box=all&state=any');
    await page.locator('[data-case-card]').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Ghi chú…' }).waitFor();
    await keepScreenshot(page, 'menu');

    await using lan = await running.signIn('lan.pham@haiquan.example');
    await openInbox(lan.page, '?box=mine');
    await lan.page.getByRole('navigation', { name: 'Bộ lọc đã lưu' }).getByText('Mọi vụ việc').waitFor();
  });

  test('an officer checks what the bot understood, folds its turns away, sorts the list and is reminded in time', async () => {
    await using lan = await running.signIn('lan.pham@haiquan.example');
    const { page } = lan;
    await openInbox(page, '?box=mine');
    await page.getByLabel('Sắp theo').selectOption('waiting');
    await expect.poll(() => page.url()).toContain('sort=waiting');
    await page.getByRole('button', { name: 'Chờ lâu nhất trước' }).click();
    await expect.poll(() => page.url()).toContain('order=desc');
    await page.locator('#root:not([aria-busy]) [data-case-card]').first().waitFor();
    await keepScreenshot(page, 'sorted');

    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .locator('[data-case-card]')
        .first()
        .click({ modifiers: ['Control'] }),
    ]);
    expect(referenceOf(tab)).not.toBe('');
    expect(referenceOf(page)).toBe('');
    await tab.close();

    await page.locator('[data-case-card]').last().click();
    const understood = page.getByRole('region', { name: 'Bot hiểu vụ việc này là' });
    await understood.getByRole('button', { name: 'Sửa lĩnh vực' }).click();
    await understood.getByRole('combobox', { name: 'Lĩnh vực' }).fill('trị giá');
    await page.getByRole('option', { name: 'Trị giá hải quan' }).click();
    await understood.getByRole('button', { name: 'Lưu' }).click();
    await understood.getByText('Phạm Ngọc Lan sửa').waitFor();
    await keepScreenshot(page, 'understood');
    const reference = referenceOf(page);
    expect((await running.demo.api.openCase(reference)).category).toBe('customs_valuation');

    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: `Nhắc lại ${reference}` });
    await dialog.getByLabel('Để nhớ việc gì').fill('Gọi lại cho cảng');
    await keepScreenshot(page, 'remind');
    await dialog.getByRole('button', { name: 'Một giờ nữa' }).click();
    await page.getByRole('button', { name: 'Bỏ lời nhắc' }).waitFor();
    await running.demo.api.moveClock({ advanceMinutes: 61 });
    const due = page.getByRole('region', { name: 'Đến giờ nhắc' }).getByRole('listitem');
    const own = due.filter({ hasText: 'Gọi lại cho cảng' });
    await own.waitFor();
    await keepScreenshot(page, 'reminded');
    await own.getByRole('button', { name: 'Xong' }).click();
    await own.waitFor({ state: 'detached' });
  });

  test('a note names a colleague by keyboard, a file goes along with an answer, and both arrive', async () => {
    await using lan = await running.signIn('lan.pham@haiquan.example');
    await using head = await running.signIn('tuan.tran@haiquan.example', { colorScheme: 'dark' });
    const { page } = lan;
    await openInbox(page, '?box=mine');
    await page.locator('[data-case-card]').last().click();
    const field = page.getByRole('textbox', { name: 'Trả lời' });
    await field.waitFor();
    const reference = referenceOf(page);
    await page.getByRole('status', { name: 'Câu trả lời sẽ đi đường nào' }).waitFor();
    await keepScreenshot(page, 'strip');

    await field.press('@');
    expect(await field.inputValue()).toBe('@');
    await field.fill('');
    await page.keyboard.press('Alt+p');
    const note = page.getByRole('textbox', { name: 'Ghi chú' });
    await note.waitFor();
    await page.keyboard.press('@');
    await page.getByRole('option', { name: 'Trần Anh Tuấn' }).waitFor();
    await page.keyboard.type('tuan');
    await keepScreenshot(page, 'mention');
    await page.keyboard.press('Enter');
    await expect.poll(() => note.inputValue()).toBe('@Trần Anh Tuấn ');
    await page.keyboard.type('xem giúp em');
    await page.getByText('Sẽ báo cho Trần Anh Tuấn').waitFor();
    await keepScreenshot(page, 'mentioned');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Ghi chú nội bộ' }).getByText('xem giúp em').waitFor();
    await head.page.goto(`${running.demo.url}/console/alerts`);
    const named = head.page.getByRole('region', { name: 'Nhắc đến tôi' });
    await named.getByText('@Trần Anh Tuấn xem giúp em').waitFor();
    await keepScreenshot(head.page, 'named');
    await named.getByRole('link', { name: reference }).first().click();
    await head.page.getByRole('article', { name: 'Ghi chú nội bộ' }).getByText('xem giúp em').waitFor();

    await page.keyboard.press('Alt+l');
    const choosing = page.getByLabel('Đính kèm', { exact: true });
    await choosing.setInputFiles([
      { name: 'trang.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') },
      { name: 'giả.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      { name: 'biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
    ]);
    const files = page.getByRole('list', { name: 'Tệp gửi kèm' });
    await files.getByRole('link', { name: 'biên bản.pdf' }).waitFor();
    await expect.poll(() => files.getByText('Loại tệp này không gửi được').count()).toBe(2);
    await keepScreenshot(page, 'files');
    await files.getByRole('button', { name: 'Bỏ tệp trang.html' }).click();
    await files.getByRole('button', { name: 'Bỏ tệp giả.pdf' }).click();
    // What was chosen is still there for an officer who comes back.
    await page.reload();
    await files.getByRole('link', { name: 'biên bản.pdf' }).waitFor();
    await field.fill('Mời anh/chị xem biên bản.');
    await field.press('Control+Enter');
    await keepScreenshot(page, 'held-with-file');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByRole('article', { name: 'Phạm Ngọc Lan' }).getByRole('link', { name: 'biên bản.pdf' }).waitFor();
    await expect.poll(() => files.count()).toBe(0);
  });

  test('a console that stays open while the server is killed and started again misses nothing of what happened', async () => {
    await using lan = await running.signIn('lan.pham@haiquan.example');
    await using head = await running.signIn('tuan.tran@haiquan.example');
    const { page } = lan;
    await openInbox(page, '?box=mine');
    const cards = page.locator('[data-case-card]');
    const shown = await cards.count();
    await cards.first().click();
    const field = page.getByRole('textbox', { name: 'Trả lời' });
    await field.waitFor();
    const reference = referenceOf(page);
    await field.fill('Viết dở từ trước.');
    await page.evaluate(() => Reflect.set(window, 'openedOnce', true));

    // The stream alone: a browser that thinks it was offline reads everything again by itself.
    await page.route('**/api/v1/live?*', (route) => route.abort());
    await running.demo.kill9();
    await page.getByText('Mất kết nối trực tiếp, đang nối lại…').waitFor();
    await keepScreenshot(page, 'reconnecting');
    await running.demo.restart();
    // What happens now, this browser cannot hear.
    await running.demo.api.reply(reference, 'Cảng đã mở cổng số 3.');
    const { assignee } = await running.demo.api.openCase(reference);
    const others = await head.page.request.get(`${running.demo.url}/api/v1/cases?box=all`);
    const { items }: CaseListPage = await others.json();
    const given = items.find((each) => each.kind === 'issue' && each.assignee?.id !== assignee?.id)?.reference ?? '';
    const handed = await head.page.request.post(`${running.demo.url}/api/v1/cases/${given}/assignment`, {
      data: { officerId: assignee?.id, reason: 'Chia lại việc sau khi khởi động lại' },
      headers: { origin: running.demo.url },
    });
    expect([given, handed.status()]).toEqual([given, 200]);
    expect(await page.getByText('Cảng đã mở cổng số 3.').count()).toBe(0);
    await page.unroute('**/api/v1/live?*');

    await page.getByRole('article').getByText('Cảng đã mở cổng số 3.').waitFor();
    await page.locator('[data-case-card]', { hasText: given }).waitFor();
    await page.getByText('Mất kết nối trực tiếp, đang nối lại…').waitFor({ state: 'detached' });
    expect(await cards.count()).toBe(shown + 1);
    expect(await field.inputValue()).toBe('Viết dở từ trước.');
    expect(await page.evaluate(() => Reflect.get(window, 'openedOnce'))).toBe(true);
  });

  async function repliesOn(reference: string): Promise<number> {
    const { events } = await running.demo.api.openCase(reference);
    return events.filter(({ type }) => type === 'replied').length;
  }
});

function referenceOf(page: Page): string {
  return /[A-Z]{2}-\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
}

function isFocused(page: Page, name: string): Promise<boolean> {
  return page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name);
}

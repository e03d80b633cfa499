import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot, photographOf } from './support/screenshots.ts';

const phone = { name: 'phone', width: 390, height: 844, isMobile: true, hasTouch: true };
const desktop = { name: 'desktop', width: 1280, height: 800, isMobile: false, hasTouch: false };

describe.skipIf(!hasBrowser)('the web chat', () => {
  const running = demoInBrowser();

  beforeAll(async () => {
    await running.demo.api.moveClock({ advanceWorkingMinutes: 5 });
  });

  test.each([
    { ...phone, who: 'Người chưa liên kết', isKnown: false },
    { ...desktop, who: 'Trần Thị Mai', isKnown: true },
  ])('$who writes from a $name, sends a picture, reloads and is answered while looking', async (seat) => {
    const { width, height, isMobile, hasTouch } = seat;
    await using context = await running.browser.newContext({
      viewport: { width, height },
      isMobile,
      hasTouch,
      locale: 'vi-VN',
    });
    const problems: string[] = [];
    const scratch = await context.newPage();
    const photo = await photographOf(scratch, 'Phiếu cân');
    await scratch.close();
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    const shot = (name: string) => keepScreenshot(page, `chat-${seat.name}-${name}`);
    const thread = page.getByRole('log');
    const field = page.getByRole('textbox', { name: 'Tin nhắn' });
    const says = async (text: string) => {
      await field.fill(text);
      await page.getByRole('button', { name: 'Gửi tin nhắn' }).click();
    };

    await page.goto(`${running.demo.url}/chat`);
    await page.getByRole('heading', { name: 'Anh/chị muốn vào vai ai?' }).waitFor();
    await shot('1-people');
    await page.getByRole('button', { name: seat.who }).click();
    await field.waitFor();
    await thread.getByText('trợ lý tự động').waitFor();
    await shot('2-consent');
    await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await thread.getByText('Cảm ơn anh/chị đã đồng ý').waitFor();
    const sentAt = performance.now();
    await says('Container TK 107705060720 chưa được xác nhận qua khu vực giám sát ở Đình Vũ, nhờ anh chị xem giúp');
    await thread.getByText('Phiếu vướng mắc').waitFor();
    console.info(`sent in the web chat (${seat.name}) → answered: ${Math.round(performance.now() - sentAt)} ms`);
    await shot('3-card');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'phieu-can.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) });
    await page.getByRole('button', { name: 'Gửi tin nhắn' }).click();
    await thread.getByText('Tệp kèm: 1').waitFor();
    await page.getByRole('button', { name: 'Gửi', exact: true }).last().click();
    await thread.getByText('Mã vụ việc').waitFor();
    await shot('4-receipt');
    const [reference = ''] = /VM-\d{4}-\d{6}/.exec(await thread.innerText()) ?? [];

    await page.reload();
    await thread.getByText('Mã vụ việc').waitFor();
    const picture = thread.getByRole('img', { name: /phieu-can\.jpg/ });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await shot('5-after-reload');
    const repliedAt = performance.now();
    await running.demo.api.reply(reference, 'Container đã được xác nhận lúc 09:40, anh/chị làm thủ tục ra cổng.');
    await thread.getByText('xác nhận lúc 09:40').waitFor();
    console.info(
      `officer replied → visible in the web chat (${seat.name}): ${Math.round(performance.now() - repliedAt)} ms`,
    );
    await page.getByRole('button', { name: 'Xuống tin mới nhất' }).click();
    await shot('6-answered');
    await page.getByRole('button', { name: 'Đã giải quyết', exact: true }).last().click();
    await thread.getByText('đã xác nhận').last().waitFor();
    await shot('7-solved');

    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);
    const { state, enterprise, messages } = await running.demo.api.openCase(reference);
    expect(state).toBe('closed');
    expect(enterprise?.isVerified ?? false).toBe(seat.isKnown);
    const files = messages.flatMap((message) => message.files);
    expect(files).toEqual([
      expect.objectContaining({ name: 'phieu-can.jpg', mediaType: 'image/jpeg', state: 'stored' }),
    ]);
  });
});

/** Wider than the window means that the page scrolls sideways. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

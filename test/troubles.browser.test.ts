import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../src/store/database.ts';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import type { RunningDemo } from './support/running-demo.ts';
import { keepScreenshot } from './support/screenshots.ts';

describe.skipIf(!hasBrowser)('the page of what did not arrive', () => {
  const running = demoInBrowser();

  test('lists it by what has to be done, and ends each trouble with one click', async () => {
    const mai = running.standIn.person(84_900_707, { name: 'Trần Thị Mai' });
    mai.start();
    await mai.waitFor(({ text }) => text.includes('trợ lý tự động'));
    const reference = await plantTroubles(running.demo, String(84_900_707));
    const context = await running.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();

    await page.goto(`${running.demo.url}/console`);
    await page.getByLabel('Thư điện tử').fill('bao.dang@haiquan.example');
    await page.locator('input[type=password]').fill('haiphong');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('heading', { name: 'Sự cố' }).waitFor();
    const decide = page.getByRole('region', { name: 'Tin đi cần người quyết định' });
    await decide.waitFor();
    await keepScreenshot(page, 'troubles');
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    await page.setViewportSize({ width: 390, height: 844 });
    await keepScreenshot(page, 'troubles-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });

    await decide.getByRole('button', { name: 'Đã tới rồi' }).click();
    await decide.getByText('Không rõ đã tới chưa').waitFor({ state: 'detached' });
    await decide.getByRole('button', { name: 'Gửi lại cả 2 tin cùng lý do' }).click();
    await mai.waitFor(({ text }) => text.includes('Lô hàng đã thông quan'));
    await decide.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Tin đi còn đang chờ' }).getByRole('button', { name: 'Gửi lại' }).click();
    await mai.waitFor(({ text }) => text.includes('Phiếu cân đã nhận'));

    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(reference).toMatch(/^VM-/);
    await context.close();
  });

  test('the thread of a case shows where each answer stands', async () => {
    const context = await running.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();
    const { items } = await running.demo.api.cases('kind=issue');
    await page.goto(`${running.demo.url}/console`);
    await page.getByLabel('Thư điện tử').fill('hung.do@haiquan.example');
    await page.locator('input[type=password]').fill('haiphong');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('navigation', { name: 'Trang' }).waitFor();
    await page.goto(`${running.demo.url}/console/cases/${items[0]?.reference}?box=all`);
    await page.getByText('qua Telegram').first().waitFor();
    await keepScreenshot(page, 'delivery-marks');

    expect(await page.getByText('Đã xem', { exact: false }).count()).toBeGreaterThan(0);
    await context.close();
  });
});

/** Messages in every state that somebody has to know of, in the chat of the newest case; answers the case's number. */
async function plantTroubles(demo: RunningDemo, address: string): Promise<string> {
  await using server = await demo.openDatabase();
  const { sql, close } = openDatabase(server.url, { max: 1 });
  const { items } = await demo.api.cases('kind=issue');
  const reference = items[0]?.reference ?? '';
  const rows = [
    ['Lô hàng đã thông quan lúc 9 giờ.', 'failed', '400: Bad Request: message is too long'],
    ['Anh/chị vui lòng bổ sung vận đơn.', 'failed', '400: Bad Request: message is too long'],
    ['Đã chuyển hồ sơ cho Đội Thủ tục.', 'unknown', 'Tiến trình dừng giữa lúc đang gửi'],
    ['Phiếu cân đã nhận.', 'held', 'Người nhận đã lâu không nhắn tin'],
  ] as const;
  for (const [text, state, problem] of rows) {
    await sql`
      with chat as (select id from conversations where channel = 'telegram' and address = ${address}),
      said as (
        insert into messages (conversation_id, case_id, author, text, at)
        select chat.id, cases.id, 'bot', ${text}, now() - interval '3 minutes' from chat, cases where reference = ${reference}
        returning id, conversation_id)
      insert into outbox (message_id, conversation_id, state, attempts, due_at, doubted_at, doubt_checks, problem)
      select id, conversation_id, ${state}, 3, now() - interval '2 minutes', now() - interval '2 minutes', 3, ${problem} from said`;
  }
  await sql`
    with chat as (select id from conversations where channel = 'telegram' and address = ${address}),
    said as (
      insert into messages (conversation_id, case_id, author, officer_id, text, at)
      select chat.id, cases.id, 'officer', (select min(id) from officers), 'Tôi đang gọi cho cảng.', now() - interval '4 minutes'
      from chat, cases where reference = ${reference}
      returning id, conversation_id)
    insert into outbox (message_id, conversation_id, state, attempts, due_at, sent_at, delivered_at, read_at, diverted_from)
    select said.id, said.conversation_id, 'read', 1, now(), now() - interval '3 minutes', now() - interval '3 minutes', now() - interval '1 minute',
           (select min(id) from conversations where channel = 'webchat') from said`;
  await sql`
    insert into inbox (channel, account, update_id, address, body, received_at, state, attempts, due_at, done_at, note)
    values ('telegram', '1', 'x1', '5', '{"text":"tin thử"}', now(), 'failed', 4, now(), now(), 'Lỗi khi xử lý')`;
  await close();
  return reference;
}

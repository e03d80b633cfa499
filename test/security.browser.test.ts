import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mayOpen } from '../src/console/shell/page-access.ts';
import type { SessionView } from '../src/http/views.ts';
import { type Role, roles } from '../src/rules/visibility/permission-table.ts';
import { addressOf, consolePaths } from './support/console-pages.ts';
import { demoInBrowser, demoPassword, hasBrowser } from './support/demo-in-browser.ts';
import { pageOpener, pagesOffered } from './support/open-pages.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { totpOf } from './support/totp.ts';

const pages = ['cases', 'alerts', 'account', 'links', 'library', 'ratings', 'corrective-actions'];

/** What the browser refused because of the page's policy, as it happens. */
function refusedBy(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) refused.push(message.text());
  });
  return refused;
}

/** One of each role in the demonstration. */
const people: Record<Role, string> = {
  officer: 'lan.pham',
  teamLead: 'binh.nguyen',
  unitHead: 'tuan.tran',
  departmentLeader: 'hung.do',
  internalControl: 'oanh.ta',
  administrator: 'bao.dang',
};
// What surrounds every page.
const askedEverywhere = ['session', 'alerts', 'warnings'];
const inPaletteAlone = ['Vụ việc của tôi', 'Vụ việc chưa giao', 'Vụ việc quá hạn', 'Cảnh báo', 'Phụ lục thỏa thuận'];
// The same in the rail.
const named = ['Vụ việc', 'Cảnh báo', 'Phụ lục'];
const notTheirs = 'Trang này không thuộc công việc của anh/chị';

/** The address as the router knows it. */
function pathOf(address: string): string {
  const paths = consolePaths();
  const fits = (path: string) => new RegExp(`^${path.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u').test(address);
  return paths.find((path) => path === address) ?? paths.find(fits) ?? address;
}

describe.skipIf(!hasBrowser)('a console on its guard', () => {
  const running = demoInBrowser();

  test('shows every page without one refusal, and markup in what people wrote as the text it is', async () => {
    await using signedIn = await running.signIn('hung.do@haiquan.example');
    const { page } = signedIn;
    const refused = refusedBy(page);

    for (const path of pages) {
      await page.goto(`${running.demo.url}/console/${path}`);
      await page.getByRole('heading').first().waitFor();
    }
    await page.goto(`${running.demo.url}/console/cases?box=all`);
    const first = page.locator('#root:not([aria-busy]) a[href*="/console/cases/VM-"]').first();
    const reference = /VM-\d+-\d+/u.exec((await first.getAttribute('href')) ?? '')?.[0];
    const hostile = '<img src=x onerror="document.title=`hỏng`"><script>document.title=`hỏng`</script>';
    const status = await page.evaluate(
      async ([address, text]) =>
        (
          await fetch(`/api/v1/cases/${address}/notes`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text }),
          })
        ).status,
      [reference, hostile],
    );
    await first.click();
    await page.getByText(hostile).first().waitFor();

    expect(status).toBe(201);
    expect(await page.title()).not.toContain('hỏng');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await page.goto(`${running.demo.url}/chat`);
    await page.getByRole('heading').first().waitFor();
    await page.goto(`${running.demo.url}/ratings/public`);
    expect(refused).toEqual([]);

    await page.goto(`${running.demo.url}/console/alerts`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "hỏng"';
      document.body.append(script);
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(await page.title()).not.toContain('hỏng');
  });

  test.each(roles)(
    'opens to the %s the pages that are theirs, tells them politely of the others, and offers no other',
    async (role) => {
      await using signedIn = await running.signIn(`${people[role]}@haiquan.example`);
      const { page } = signedIn;
      const { url } = running.demo;
      const session: SessionView = await (await page.request.get(`${url}/api/v1/session`)).json();
      const open = pageOpener(page, `${url}/console`);
      const wrong: string[] = [];
      const offered = new Set<string>();

      for (const [place, path] of consolePaths().entries()) {
        const found = await addressOf(path, page.request, url).catch(() => null);
        // Every address is typed by one of the six; the others follow a link to it, which takes a third of the time.
        const how = place % roles.length === roles.indexOf(role) ? 'typed' : 'followed';
        const seen = await open(found ?? path.replaceAll(/\$\w+/gu, '999999'), how);
        for (const address of seen.leadsTo) offered.add(pathOf(address));
        const beyond = seen.asked.filter((each) => !askedEverywhere.includes(each));
        const isTold = seen.says === notTheirs;
        if (isTold === mayOpen(session, path)) wrong.push(`${path} says: ${seen.says}`);
        if (isTold && beyond.length > 0) wrong.push(`${path} is not theirs and asks for ${beyond}`);
        // Of some things there are none in this person's demonstration.
        if (found !== null && seen.refused.length > 0) wrong.push(`${path} is theirs and is refused ${seen.refused}`);
      }

      expect(wrong).toEqual([]);
      expect([...offered].filter((path) => !mayOpen(session, path))).toEqual([]);
      const { inRail, inPalette, inBarAndMenu } = await pagesOffered(page);
      // The palette names what it has of its own first, by what one does there.
      expect(inPalette).toEqual([...inPaletteAlone, ...inRail.filter((name) => !named.includes(name))]);
      expect(inBarAndMenu).toEqual(inRail);
    },
  );

  test('an officer turns on the second factor and signs in with a code', async () => {
    const email = 'hung.do@haiquan.example';
    await using signedIn = await running.signIn(email);
    const { page } = signedIn;

    await page.goto(`${running.demo.url}/console/account`);
    await page.getByLabel('Mật khẩu hiện tại', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
    await page.getByAltText('Mã QR cho ứng dụng xác thực').waitFor();
    await keepScreenshot(page, 'account-second-factor');
    const secret = await page.locator('code').first().innerText();
    const code = () => totpOf(`otpauth://totp/x?secret=${secret}`, Date.now());
    await page.getByLabel('Mã 6 số').fill(code());
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor();
    await keepScreenshot(page, 'account-recovery-codes');

    const other = await running.browser.newContext({ locale: 'vi-VN' });
    try {
      const second = await other.newPage();
      await second.goto(`${running.demo.url}/console`);
      await second.getByLabel('Thư điện tử').fill(email);
      await second.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
      await second.keyboard.press('Enter');
      await second.getByLabel('Mã 6 số').fill(code());
      await keepScreenshot(second, 'sign-in-second-step');
      await second.keyboard.press('Enter');
      await second.getByRole('navigation').first().waitFor();
    } finally {
      await other.close();
    }
  });
});

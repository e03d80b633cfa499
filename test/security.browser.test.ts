import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoInBrowser, demoPassword, hasBrowser } from './support/demo-in-browser.ts';
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

describe.skipIf(!hasBrowser)('a console under a strict policy', () => {
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
    const first = page.locator('a[href*="/console/cases/VM-"]').first();
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

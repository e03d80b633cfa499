import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, consolePaths, emailOf, openersOf, type Person } from './support/console-pages.ts';
import { demoInBrowser, hasBrowser } from './support/demo-in-browser.ts';
import { keepScreenshot } from './support/screenshots.ts';

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** What axe finds against WCAG 2.2 AA, a line a rule, with the places; only of contrast where nothing else can differ. */
async function found(page: Page, of: 'everything' | 'contrast' = 'everything'): Promise<string[]> {
  // In the page itself: a tab of its own for each answer doubles the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (of === 'contrast'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Waits until the page says what it has to say. */
async function settled(page: Page): Promise<void> {
  await page.locator('#root:not([aria-busy]) main').getByRole('heading').first().waitFor();
  await page.locator('main :is(.mantine-Loader-root, .mantine-Skeleton-root)').first().waitFor({ state: 'detached' });
}

/** What is wider than the page, and what moves although nothing should. */
async function restlessness(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const isTooWide = [document.documentElement, main].some(
      (each) => each !== null && each.scrollWidth > each.clientWidth,
    );
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    return [...(isTooWide ? ['wider than the screen'] : []), ...(moving.length > 0 ? ['moving'] : [])];
  });
}

describe.skipIf(!hasBrowser)('people who cannot see or point well', () => {
  const running = demoInBrowser();

  test.each(['officer', 'head', 'leader', 'control', 'administrator'] as const)(
    'can use every page that the %s opens, in both themes, on a screen and on a telephone',
    async (person: Person) => {
      await using signedIn = await running.signIn(emailOf(person), { reducedMotion: 'reduce' });
      const { page } = signedIn;
      const findings: Record<string, string[]> = {};
      if (person === 'leader') await beginDraft(page);

      for (const path of consolePaths().filter((each) => openersOf(each).includes(person))) {
        const isTheirs = openersOf(path)[0] === person;
        await page.setViewportSize(wide);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`${running.demo.url}/console${await addressOf(path, page.request, running.demo.url)}`);
        await settled(page);
        const name = `${person}${path.replaceAll('/', '-')}`;
        await keepScreenshot(page, `${name}-light-wide`);
        findings[`${path}, wide`] = [
          ...(await found(page)),
          ...(await restlessness(page)),
          ...((await page.getByText(/không có quyền|Không tìm thấy|không thuộc công việc/u).count()) > 0
            ? ['refused']
            : []),
        ];
        await page.emulateMedia({ colorScheme: 'dark' });
        await keepScreenshot(page, `${name}-dark-wide`);
        if (isTheirs) findings[`${path}, dark, wide`] = await found(page, 'contrast');
        await page.setViewportSize(phone);
        await keepScreenshot(page, `${name}-dark-phone`);
        findings[`${path}, dark, phone`] = [
          ...(await found(page, isTheirs ? 'everything' : 'contrast')),
          ...(await restlessness(page)),
        ];
      }

      expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])));
    },
    240_000,
  );

  test('can use what is open to everybody', async () => {
    const context = await running.browser.newContext({ viewport: wide, locale: 'vi-VN', reducedMotion: 'reduce' });
    try {
      const page = await context.newPage();
      const findings: Record<string, string[]> = {};
      const look = async (name: string) => {
        for (const colorScheme of ['light', 'dark'] as const)
          for (const viewport of [wide, phone]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            findings[`${name}, ${colorScheme}, ${viewport.width}`] = await found(page);
          }
      };

      await page.goto(`${running.demo.url}/console`);
      await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
      await look('sign-in');
      await page.goto(`${running.demo.url}/console/invitation#khong-co`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look('invitation');
      await page.goto(`${running.demo.url}/ratings/public`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look('public ratings');
      await page.goto(`${running.demo.url}/chat`);
      await page.getByRole('heading', { name: 'Anh/chị muốn vào vai ai?' }).waitFor();
      await look('chat, people');
      await page.getByRole('button', { name: 'Trần Thị Mai' }).click();
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).waitFor();
      await look('chat');

      expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])));
    } finally {
      await context.close();
    }
  });

  test('come by the Tab key to everything in the order in which it is read, and hear what it is', async () => {
    await using officer = await running.signIn(emailOf('officer'), { reducedMotion: 'reduce' });
    await using leader = await running.signIn(emailOf('leader'), { reducedMotion: 'reduce' });
    const walks: [Page, string][] = [
      [officer.page, '/cases/$reference'],
      [leader.page, '/wall'],
      [leader.page, '/compliance'],
    ];

    for (const [page, path] of walks) {
      await page.goto(`${running.demo.url}/console${await addressOf(path, page.request, running.demo.url)}`);
      await settled(page);
      const stops = await walkByTab(page);

      expect(stops[0]?.name, path).toBe('Đến nội dung chính');
      expect(stops.filter(({ name }) => name === '')).toEqual([]);
      expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
      const places = stops.map(({ place }) => place);
      expect(places, `${path} is left at the end and not before`).toEqual(places.toSorted((one, other) => one - other));
      expect(stops.length, path).toBeGreaterThan(15);
    }
  });

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

interface Stop {
  name: string;
  isVisible: boolean;
  /** Where it stands in the page as a screen reader reads it. */
  place: number;
}

/** Presses Tab until the page is left, and tells what had the focus. */
async function walkByTab(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  while (stops.length < 250) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
          ? element.labels
          : null;
      const labelled = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const names = [
        element.getAttribute('aria-label'),
        ...labelled.map((id) => document.getElementById(id)?.textContent),
        ...[...(labels ?? [])].map(({ textContent }) => textContent),
        element.textContent,
        element.getAttribute('title'),
      ];
      // The drawing of a choice is its label; the box itself has no size.
      const isVisible = [element, ...(labels ?? [])].some((each) => each.getBoundingClientRect().width > 0);
      return {
        name: (names.find((name) => name != null && name.trim() !== '') ?? '').trim(),
        isVisible,
        place: [...document.querySelectorAll('*')].indexOf(element),
      };
    });
    if (stop === null) break;
    if (stops[0]?.place === stop.place) break;
    stops.push(stop);
  }
  return stops;
}

/** So that the page of a draft has one to show. */
async function beginDraft(page: Page): Promise<void> {
  const head = ['code: PL11', 'title: Hội chợ', 'version: 2026', 'effective_from: 2027-04-01', 'status: signed'];
  const text = ['---', ...head, '---', '## Điều 1. Giờ', '1. Đến 17 giờ.'].join('\n');
  const answer = await page.request.post(`${new URL(page.url()).origin}/api/v1/appendix-drafts`, {
    headers: { origin: new URL(page.url()).origin },
    data: { name: 'PL11.md', contentBase64: Buffer.from(text).toString('base64') },
  });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
}

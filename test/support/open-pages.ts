import type { Page, Request, Response } from 'playwright-core';

export interface OpenedPage {
  /** The heading, or what stands in its place. */
  says: string;
  /** What of our API was asked, the live connection left out, and what of it was refused or not found. */
  asked: string[];
  refused: string[];
  /** Where its menus lead. */
  leadsTo: string[];
}

/** Opens one page after another in the console of whoever is signed in there. */
export function pageOpener(page: Page, consoleUrl: string) {
  let asked: string[] = [];
  let refused: string[] = [];
  const waiting = new Set<Request>();
  page.on('request', (request) => {
    if (!isOurs(request.url())) return;
    asked.push(partOf(request.url()));
    waiting.add(request);
  });
  page.on('response', (response: Response) => {
    if (isOurs(response.url()) && response.status() >= 400)
      refused.push(`${response.status()} ${partOf(response.url())}`);
  });
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));

  /** Waits until the page has asked what it asks and says what it says. */
  async function settled(): Promise<void> {
    await page.locator('#root:not([aria-busy]) main :is(h1, h2, [role=alert])').first().waitFor();
    await page.locator('main :is(.mantine-Loader-root, .mantine-Skeleton-root)').first().waitFor({ state: 'detached' });
    for (let stillFrames = 0; stillFrames < 3; stillFrames = waiting.size > 0 ? 0 : stillFrames + 1)
      await page.evaluate(() => new Promise(requestAnimationFrame));
  }

  return async (address: string, how: 'typed' | 'followed'): Promise<OpenedPage> => {
    [asked, refused] = [[], []];
    if (how === 'typed') await page.goto(consoleUrl + address);
    else await page.evaluate(follow, address);
    await settled();
    const leadsTo = await page
      .locator('nav a[href^="/console/"]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    return {
      says: await page.locator('main :is(h1, h2, [role=alert])').first().innerText(),
      asked,
      refused,
      leadsTo: leadsTo.map((each) => each.replace(/^\/console/u, '')),
    };
  };
}

function isOurs(url: string): boolean {
  return url.includes('/api/v1/') && !url.includes('/api/v1/live');
}

function partOf(url: string): string {
  return new URL(url).pathname.replace('/api/v1/', '');
}

/** As a link does it, within the console that is open: runs there. */
async function follow(address: string): Promise<void> {
  const [to, query] = address.split('?');
  const { __TSR_ROUTER__: router } = window as unknown as {
    __TSR_ROUTER__: { navigate(where: { to: string | undefined; search: object }): Promise<void> };
  };
  await router.navigate({ to, search: Object.fromEntries(new URLSearchParams(query)) });
}

/** The names of the pages that the rail, the palette and, on a telephone, the bar with its menu offer. */
export async function pagesOffered(page: Page) {
  const rail = page.getByRole('navigation', { name: 'Trang', exact: true });
  const inRail = namesIn(await rail.getByRole('link').allInnerTexts());
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByText('Cảnh báo', { exact: true }).waitFor();
  const inPalette = namesIn((await palette.innerText()).split('\n'));
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 390, height: 844 });
  const inBar = namesIn(await rail.getByRole('link').filter({ visible: true }).allInnerTexts());
  const more = rail.getByRole('button', { name: 'Thêm' });
  if (!(await more.isVisible())) return { inRail, inPalette, inBarAndMenu: inBar };
  await more.click();
  await page.getByRole('menuitem').first().waitFor();
  return { inRail, inPalette, inBarAndMenu: [...inBar, ...namesIn(await page.getByRole('menuitem').allInnerTexts())] };
}

/** Without the numbers that stand beside them. */
function namesIn(texts: readonly string[]): string[] {
  return texts.map((text) => text.replaceAll(/\d+\+?/gu, '').trim());
}

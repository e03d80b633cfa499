import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps a picture of the page for a person to look at, where SCREENSHOTS_DIR asks for it. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const { SCREENSHOTS_DIR: directory = '' } = process.env;
  if (directory === '') return;
  await mkdir(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`) });
}

/** A picture such as a telephone takes: a real JPEG with the words on it. */
export async function photographOf(page: Page, words: string): Promise<Uint8Array> {
  await page.setViewportSize({ width: 640, height: 480 });
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:#e8e4d8;font:28px serif">${words}</body>`,
  );
  return page.screenshot({ type: 'jpeg', quality: 80 });
}

import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine; null where there is none. Throws instead where one is required. */
export function findChromium(): string | null {
  const { CHROMIUM_PATH: given = '', REQUIRE_BROWSER: required } = process.env;
  if (given !== '') {
    if (!isProgram(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not a program.`);
    return given;
  }
  const found = usualPlaces.find(isProgram) ?? null;
  if (found === null && required === '1') {
    throw new Error('No Chromium was found: install one or name it in CHROMIUM_PATH.');
  }
  return found;
}

/** What a test says that is skipped for want of a browser. */
export const noChromium = 'no Chromium on this machine: install one or name it in CHROMIUM_PATH';

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(noChromium);
  // Containers run as root and have a small /dev/shm; the pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, devices } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Watch, watchContext } from './watch.ts';

/** Where the operating system puts it; another place can be named. */
const CHROMIUM = process.env.FOYER_TEST_CHROMIUM ?? '/usr/bin/chromium';
const HAS_BROWSER = existsSync(CHROMIUM);

/** A group of tests in a real browser; on a machine without one they are skipped and say so. */
export const inBrowser = (name: string, tests: () => void): void =>
  void describe.skipIf(!HAS_BROWSER)(HAS_BROWSER ? name : `${name} (skipped: no browser at ${CHROMIUM})`, tests);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Whatever is asked for elsewhere than on this machine is not found, and told by the watch.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** One browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser is there inside of tests only.');
    return browser;
  };
}

export interface Screen {
  size?: 'desktop' | 'phone';
  colorScheme?: 'light' | 'dark';
  locale?: 'en-US' | 'es-ES';
  reducedMotion?: 'reduce' | 'no-preference';
  /** For axe, which has to bring its script into pages that allow none. */
  bypassCSP?: boolean;
}

export interface WatchedContext {
  context: BrowserContext;
  watch: Watch;
}

/** A browser profile of its own, with nothing stored, whose every fault is noted. */
export async function openContext(browser: Browser, screen: Screen = {}): Promise<WatchedContext> {
  const { size = 'desktop', colorScheme = 'light', locale = 'en-US', reducedMotion = 'no-preference', bypassCSP = false } = screen;
  const context = await browser.newContext({
    ...(size === 'phone'
      ? { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
      : { viewport: { width: 1280, height: 800 } }),
    colorScheme,
    locale,
    reducedMotion,
    bypassCSP,
    timezoneId: 'Europe/Madrid',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(25_000);
  return { context, watch: await watchContext(context) };
}

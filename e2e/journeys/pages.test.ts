import { expect, test } from 'vitest';
import { axeViolations } from '../axe.ts';
import { inBrowser, openContext, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';

const PAGES = ['/demo', '/demo/embed', '/preview'];

inBrowser('the pages of the installation itself', () => {
  const browser = useBrowser();
  const desk = useFrontDesk();

  test.each(PAGES)('%s keeps its own strict policy, on a desktop and on a phone', async (path) => {
    for (const size of ['desktop', 'phone'] as const) {
      const { context, watch } = await openContext(browser(), { size });
      const page = await context.newPage();
      const answer = await page.goto(desk().wire.url + path);
      expect(answer?.status()).toBe(200);
      expect(answer?.headers()['content-security-policy']).toMatch(/require-trusted-types-for 'script'/);
      await page.waitForLoadState('networkidle');
      const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(width, `nothing is wider than the ${size}`).toBe(0);
      expect(watch.problems).toEqual([]);
      await context.close();
    }
  });

  test.each(PAGES)('%s can be used by everybody: axe finds nothing, light and dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { context } = await openContext(browser(), { colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(desk().wire.url + path);
      await page.waitForLoadState('networkidle');
      expect(await axeViolations(page), colorScheme).toEqual([]);
      await context.close();
    }
  });
});

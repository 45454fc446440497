import { expect, test } from 'vitest';
import { inBrowser, openContext, useBrowser } from './browser.ts';
import { startHostSite } from './host-site.ts';
import { CANARY } from './watch.ts';

inBrowser('the watch over a page', () => {
  const browser = useBrowser();

  test('notes whatever a page must not do, and nothing of one that behaves', async () => {
    const site = await startHostSite();
    const { context, watch } = await openContext(browser());
    const page = await context.newPage();
    await page.goto(site.publish({ foyer: 'http://127.0.0.1:9', policy: 'strict' }));
    expect(watch.problems).toEqual([]);

    const ownScript = `
      console.error('a complaint');
      setTimeout(() => { throw new Error('nobody caught this'); });
      ${CANARY}();
      document.body.setAttribute('style', 'color: red');
      try { document.body.innerHTML = '<b>markup</b>'; } catch {}
      const image = new Image();
      image.src = 'https://example.com/pixel.png';
      setTimeout(() => alert('look here'));
    `;
    await page.goto(site.publish({ foyer: 'http://127.0.0.1:9', policy: 'strict', ownScript }));
    for (const what of [
      /^console: a complaint/,
      /^error: .*nobody caught this/,
      /^canary/,
      /^csp: style-src-attr/,
      /^csp: require-trusted-types-for/,
      /^csp: img-src/,
      /^dialog: look here/,
    ]) {
      await expect.poll(() => watch.problems).toContainEqual(expect.stringMatching(what));
    }
    expect(watch.canaryCalls).toBe(1);

    await page.goto(site.publish({ foyer: 'http://127.0.0.1:9', ownScript: "new Image().src = 'https://example.com/pixel.png'" }));
    await expect.poll(() => watch.problems).toContainEqual('third party: https://example.com/pixel.png');
    await context.close();
    await site.close();
  });
});

import { axeViolations } from '../../axe.ts';
import { openContext } from '../../browser.ts';
import { serveGallery } from '../../gallery/serve-gallery.ts';
import { GALLERY_STATES } from '../../gallery/states.ts';
import { galleryViolations, overflowing, walkGallery } from '../../gallery-walk.ts';
import type { Stage } from './stage.ts';

const SIZES = ['desktop', 'phone'] as const;
const SCHEMES = ['light', 'dark'] as const;
const LOCALES = ['en', 'es'] as const;

/** Every state of the widget on every screen, and the pages of the installation: axe finds nothing, and nothing stands out of its place. */
export async function proveAccessibility({ browser, desk, report }: Stage): Promise<void> {
  const gallery = await serveGallery();
  let looks = 0;
  for (const size of SIZES) {
    for (const scheme of SCHEMES) {
      for (const locale of LOCALES) {
        for (const violation of await galleryViolations(browser, gallery.url, { size, scheme, locale })) report.violate(violation);
        looks += GALLERY_STATES.length;
      }
    }
  }
  // As narrow as phones are, and with text twice as large.
  for (const zoom of ['narrow', 'large text'] as const) {
    await walkGallery(browser, gallery.url, { size: 'phone', scheme: 'light', locale: 'es' }, async (page, state) => {
      await page.setViewportSize(zoom === 'narrow' ? { width: 320, height: 568 } : { width: 640, height: 900 });
      if (zoom === 'large text') await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      for (const violation of await overflowing(page)) report.violate(`${state} (${zoom}): ${violation}`);
      looks += 1;
    });
  }
  await gallery.close();

  for (const path of ['/demo', '/demo/embed', '/preview']) {
    for (const size of SIZES) {
      for (const colorScheme of SCHEMES) {
        const { context } = await openContext(browser, { size, colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(desk.wire.url + path);
        await page.waitForLoadState('networkidle');
        for (const violation of await axeViolations(page)) report.violate(`${path} (${size}, ${colorScheme}): ${violation}`);
        looks += 1;
        await context.close();
      }
    }
  }
  report.say(`accessibility: ${looks} looks at ${GALLERY_STATES.length} states and 3 pages, by axe with the tags of WCAG 2.2 AA`);
}

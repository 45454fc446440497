import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBrowser, useBrowser } from './browser.ts';
import { serveGallery } from './gallery/serve-gallery.ts';
import { type GalleryScreen, galleryViolations, screenName } from './gallery-walk.ts';

/** Each size, scheme and language once; all of their combinations are in the proof. */
const SCREENS: GalleryScreen[] = [
  { size: 'desktop', scheme: 'light', locale: 'en' },
  { size: 'phone', scheme: 'dark', locale: 'es' },
];

inBrowser('every state of the widget', () => {
  const browser = useBrowser();
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  beforeAll(async () => {
    gallery = await serveGallery();
  });
  afterAll(() => gallery.close());

  test.each(SCREENS.map((screen) => [screenName(screen), screen] as const))(
    'can be used by everybody: %s',
    async (_name, screen) => {
      expect(await galleryViolations(browser(), gallery.url, screen)).toEqual([]);
    },
    60_000,
  );
});

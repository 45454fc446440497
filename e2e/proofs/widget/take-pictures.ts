import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openContext } from '../../browser.ts';
import { visitDemo } from '../../demo-visit.ts';
import { serveGallery } from '../../gallery/serve-gallery.ts';
import { screenName, walkGallery } from '../../gallery-walk.ts';
import { WORDS } from '../../words.ts';
import type { Stage } from './stage.ts';

/** The README's. */
const PICTURE = join(import.meta.dirname, '../../../docs/images/demo.png');
const PICTURE_BYTES_AT_MOST = 300_000;

/** Pictures of every state and of the demo, for somebody to look at. */
export async function takeScreenshots({ browser, desk, report }: Stage, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const gallery = await serveGallery();
  let count = 0;
  for (const size of ['desktop', 'phone'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      const screen = { size, scheme, locale: scheme === 'light' ? ('en' as const) : ('es' as const) };
      await walkGallery(browser, gallery.url, screen, async (page, state) => {
        await page.screenshot({ path: join(folder, `${state}-${screenName(screen)}.png`) });
        count += 1;
      });
      await pictureDemo(browser, desk.wire.url, { ...screen, file: join(folder, `demo-${screenName(screen)}.png`) });
      count += 1;
    }
  }
  await gallery.close();
  report.say(`screenshots: ${count} in ${folder}`);
}

/** The picture of the README: the demo in the middle of a conversation, with what the clinic sees beside it. */
export async function takePicture({ browser, desk, report }: Stage): Promise<void> {
  mkdirSync(dirname(PICTURE), { recursive: true });
  await pictureDemo(browser, desk.wire.url, { size: 'desktop', scheme: 'light', locale: 'en', file: PICTURE });
  const { size } = statSync(PICTURE);
  if (size > PICTURE_BYTES_AT_MOST) report.violate(`the README's picture has ${size} bytes, more than ${PICTURE_BYTES_AT_MOST}`);
  report.say(`picture: docs/images/demo.png, ${Math.round(size / 1000)} kB`);
}

interface Picture {
  size: 'desktop' | 'phone';
  scheme: 'light' | 'dark';
  locale: 'en' | 'es';
  file: string;
}

async function pictureDemo(browser: Browser, server: string, { size, scheme, locale, file }: Picture): Promise<void> {
  const { context } = await openContext(browser, {
    size,
    colorScheme: scheme,
    locale: locale === 'es' ? 'es-ES' : 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (size === 'desktop') await page.setViewportSize({ width: 1440, height: 900 });
  await visitDemo({ page, address: `${server}/demo`, words: WORDS[locale], language: locale });
  // Fields are read in a job after the message.
  await page
    .getByRole('button', { name: /^(What we understood|Lo que hemos entendido)/ })
    .filter({ hasText: /^[^0]/ })
    .first()
    .waitFor();
  await page.screenshot({ path: file });
  await context.close();
}

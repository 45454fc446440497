import type { Browser, Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import { openContext, type Screen } from './browser.ts';
import { GALLERY_STATES, type GalleryState } from './gallery/states.ts';

export interface GalleryScreen {
  size: NonNullable<Screen['size']>;
  scheme: 'light' | 'dark';
  locale: 'en' | 'es';
}

export const screenName = ({ size, scheme, locale }: GalleryScreen): string => `${size}-${scheme}-${locale}`;

/** Shows every state of the gallery on this screen, one after the other. */
export async function walkGallery(
  browser: Browser,
  galleryUrl: string,
  screen: GalleryScreen,
  look: (page: Page, state: GalleryState) => Promise<void>,
  states: readonly GalleryState[] = GALLERY_STATES,
): Promise<void> {
  const { context } = await openContext(browser, { size: screen.size, colorScheme: screen.scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const state of states) {
    await page.goto(`${galleryUrl}/?state=${state}&scheme=${screen.scheme}&locale=${screen.locale}`);
    await page.locator('.window').waitFor();
    await look(page, state);
  }
  await context.close();
}

/** What is wrong for people who see, hear or move otherwise, in every state: one line each. */
export async function galleryViolations(browser: Browser, galleryUrl: string, screen: GalleryScreen): Promise<string[]> {
  const violations: string[] = [];
  await walkGallery(browser, galleryUrl, screen, async (page, state) => {
    const found = [...(await axeViolations(page)), ...(await overflowing(page))];
    violations.push(...found.map((violation) => `${state} (${screenName(screen)}): ${violation}`));
  });
  return violations;
}

/** What stands out of the window to the side, where nobody can get at it. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const window = document.querySelector('foyer-widget, #widget')?.shadowRoot?.querySelector('.window');
    if (!window) return ['there is no window'];
    const { left, right } = window.getBoundingClientRect();
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== window &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...window.querySelectorAll<HTMLElement>('*')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen') && !scrolls(element.parentElement),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1))
      .map(
        ({ element, box }) =>
          `<${element.localName} class="${element.getAttribute('class')}"> from ${Math.round(box.left)} to ${Math.round(box.right)} in a window from ${left} to ${right}`,
      );
  });

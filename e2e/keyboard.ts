import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The accessible name, or else the text, of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return '';
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    return element.getAttribute('aria-label') ?? labels[0]?.textContent?.trim() ?? element.textContent?.trim() ?? '';
  });

/** Presses Tab until this has the focus, as somebody does who sees where it is. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    passed.push(now);
    if (typeof name === 'string' ? now === name : name.test(now)) {
      expect(await hasVisibleFocus(page), `“${now}” shows that it has the focus`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never came to ${name}, but to: ${passed.join(' | ')}`);
}

const hasVisibleFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    // A ring may stand around what contains the focus, such as the frame of a text field or the label of a radio button.
    for (let around = element; around; around = around.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(around);
      if (outlineStyle !== 'none' && outlineWidth !== '0px') return true;
      if (around === element && boxShadow !== 'none' && borderColor !== '') return true;
      if (around.matches(':focus-within') && boxShadow !== 'none') return true;
    }
    return [...(element?.parentElement?.querySelectorAll('*') ?? [])].some((sibling) => getComputedStyle(sibling).outlineStyle !== 'none');
  });

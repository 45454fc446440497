import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

export const hasKeyboard = () => matchMedia('(hover: hover) and (pointer: fine)').matches;

/** When the window opens, the visitor can write at once; on a touch screen the keyboard does not jump up unasked. */
export function useOpening(panel: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    // A conversation that is part of a page does not take the focus from it.
    if (!isOpen || !panel.current || panel.current.getAttribute('role') !== 'dialog') return;
    const field = panel.current.querySelector<HTMLElement>('.composer textarea, .pre-chat input');
    (hasKeyboard() && field ? field : panel.current).focus({ preventScroll: true });
  }, [isOpen]);
}

/** What scrolls can be scrolled by keyboard. */
export const SCROLLABLE = { tabIndex: 0 } as const;

/** Tab goes round within a window that covers the page. */
export function keepFocusWithin(panel: HTMLElement, event: KeyboardEvent): void {
  const focusable = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
  const [first, last] = [focusable[0], focusable.at(-1)];
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const goesBack = event.shiftKey;
  if (active !== (goesBack ? first : last) && active !== panel) return;
  event.preventDefault();
  (goesBack ? last : first)?.focus();
}

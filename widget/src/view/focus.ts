import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

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

/** On a phone the window fills the screen, with what that takes. */
export function useWholeScreen(panel: RefObject<HTMLElement | null>, isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole) return;
    let putBack: (() => void) | undefined;
    let isOver = false;
    const fill = ({ fillScreen }: typeof import('./fill-screen.ts')) => {
      if (!isOver && panel.current) putBack = fillScreen(panel.current);
    };
    // Without it the window is there all the same.
    import('./fill-screen.ts').then(fill, () => {});
    return () => {
      isOver = true;
      putBack?.();
    };
  }, [isWhole]);
}

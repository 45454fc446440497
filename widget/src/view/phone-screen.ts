import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** While the window fills the screen of a phone: what is written stays above the keyboard, and the page behind does not scroll. */
export function usePhoneScreen(panel: RefObject<HTMLElement | null>, isActive: boolean): void {
  useLayoutEffect(() => {
    const element = panel.current;
    const viewport = window.visualViewport;
    if (!isActive || !element) return;
    const { style } = document.documentElement;
    const overflow = style.overflow;
    style.overflow = 'hidden';
    const fit = () => {
      if (!viewport) return;
      element.style.height = `${viewport.height}px`;
      element.style.transform = `translateY(${viewport.offsetTop}px)`;
    };
    fit();
    viewport?.addEventListener('resize', fit);
    viewport?.addEventListener('scroll', fit);
    return () => {
      style.overflow = overflow;
      element.style.height = '';
      element.style.transform = '';
      viewport?.removeEventListener('resize', fit);
      viewport?.removeEventListener('scroll', fit);
    };
  }, [isActive]);
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/**
 * While the window fills the screen of a phone: what is written stays above the keyboard, the page behind does not scroll, and the focus
 * stays within.
 * @returns puts everything back
 */
export function fillScreen(panel: HTMLElement): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { style } = document.documentElement;
  const { overflow } = style;
  style.overflow = 'hidden';
  const viewport = window.visualViewport;
  const fit = () => {
    if (!viewport) return;
    panel.style.height = `${viewport.height}px`;
    panel.style.transform = `translateY(${viewport.offsetTop}px)`;
  };
  fit();
  viewport?.addEventListener('resize', fit, { signal });
  viewport?.addEventListener('scroll', fit, { signal });
  panel.addEventListener('keydown', (event) => event.key === 'Tab' && keepFocusWithin(panel, event), { signal });
  return () => {
    stopped.abort();
    style.overflow = overflow;
    panel.style.height = '';
    panel.style.transform = '';
  };
}

/** Tab goes round. */
function keepFocusWithin(panel: HTMLElement, event: KeyboardEvent): void {
  const focusable = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.tabIndex >= 0 && one.checkVisibility());
  const [first, last] = [focusable[0], focusable.at(-1)];
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  const goesBack = event.shiftKey;
  if (active !== (goesBack ? first : last) && active !== panel) return;
  event.preventDefault();
  (goesBack ? last : first)?.focus();
}

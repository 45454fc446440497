import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { hasKeyboard } from '../focus.ts';

/** A part that came after the window was opened takes the focus that waits for it there. */
export function useLateFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const window = part.current?.closest('.window');
    const { activeElement } = (window?.getRootNode() ?? document) as ShadowRoot;
    if (activeElement === window && hasKeyboard()) part.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
}

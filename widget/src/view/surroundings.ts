import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { WidgetSettings } from '../app/parts.ts';

/** Where the widget finds itself: how much room there is, and what the visitor's device prefers. */
export interface Surroundings {
  readonly layout: ReadonlySignal<Layout>;
  readonly scheme: ReadonlySignal<'light' | 'dark'>;
}

/** `phone`: the whole screen. `wide`: the panel of fields stands beside the conversation. */
export type Layout = 'phone' | 'narrow' | 'wide';

const INLINE_WIDE_PX = 720;

/** @param container whose width decides where the widget is part of the page */
export function watchSurroundings(settings: WidgetSettings, container: Element): { surroundings: Surroundings; stop: () => void } {
  const stopped = new AbortController();
  const media = (query: string) => {
    const list = matchMedia(query);
    const matches = signal(list.matches);
    list.addEventListener('change', () => (matches.value = list.matches), { signal: stopped.signal });
    return matches;
  };
  const isDark = media('(prefers-color-scheme: dark)');
  const isSmall = media('(max-width: 479.9px), (max-height: 479.9px)');
  const isWide = media('(min-width: 900px)');
  const containerWidthPx = signal(container.clientWidth);
  const observer = new ResizeObserver(() => (containerWidthPx.value = container.clientWidth));
  if (settings.isInline) observer.observe(container);

  const layout = computed<Layout>(() => {
    if (settings.isInline) return containerWidthPx.value >= INLINE_WIDE_PX ? 'wide' : 'narrow';
    if (isSmall.value) return 'phone';
    return isWide.value ? 'wide' : 'narrow';
  });
  const scheme = computed(() => {
    const wanted = settings.colorScheme.value;
    if (wanted !== 'auto') return wanted;
    return isDark.value ? 'dark' : 'light';
  });
  const stop = () => {
    stopped.abort();
    observer.disconnect();
  };
  return { surroundings: { layout, scheme }, stop };
}

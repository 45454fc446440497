import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ViewParts } from '../app/parts.ts';
import { type Formats, formatsFor } from '../texts/formats.ts';
import { type Words, wordsFor } from '../texts/words.ts';
import type { Surroundings } from './surroundings.ts';

/** What every part of the view can see. */
export interface View extends ViewParts, Surroundings {
  readonly words: ReadonlySignal<Words>;
  readonly formats: ReadonlySignal<Formats>;
  /** Of the window: the theme's title, or the app's. */
  readonly name: ReadonlySignal<string>;
  /** The panel of fields, where the visitor has opened or closed it; otherwise it is there when there is room. */
  readonly isFieldsOpen: Signal<boolean | undefined>;
  /** Whether the panel of fields is to be seen. */
  readonly showsFields: ReadonlySignal<boolean>;
  /** The words that a value rests on, marked in their message. */
  readonly marked: Signal<{ readonly messageId: string; readonly quote: string } | undefined>;
  /** The last thing that was said aloud. */
  readonly announcement: Signal<string>;
}

const ViewContext = createContext<View | undefined>(undefined);
export const ViewProvider = ViewContext.Provider;

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('Outside of the widget');
  return view;
}

export function createView(parts: ViewParts, surroundings: Surroundings): View {
  const { chat, settings } = parts;
  const words = computed(() => wordsFor(settings.locale.value, settings.theme.value.texts?.[settings.locale.value]));
  const isFieldsOpen = signal<boolean | undefined>(undefined);
  return {
    ...parts,
    ...surroundings,
    words,
    formats: computed(() => formatsFor(words.value, navigator.languages)),
    name: computed(() => settings.theme.value.title ?? settings.title.value),
    isFieldsOpen,
    showsFields: computed(
      () => !!chat.form.value && !settings.needsPreChat.value && (isFieldsOpen.value ?? surroundings.layout.value === 'wide'),
    ),
    marked: signal(undefined),
    announcement: signal(''),
  };
}

/** @returns the address of the logo, whole */
export function logoAddress(theme: WidgetTheme, server: string): string | undefined {
  return theme.logoUrl && new URL(theme.logoUrl, server).href;
}

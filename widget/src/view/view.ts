import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { ViewParts } from '../app/parts.ts';
import { type Sentences, type Tongue, type Words, wordsOf } from '../texts/words.ts';
import type { Surroundings } from './surroundings.ts';

/** What the view is drawn with. */
export interface Means extends Surroundings {
  /** Adds the styles of a part that came later. */
  adopt(styles: string): void;
}

/** What every part of the view can see. */
export interface View extends ViewParts, Means {
  readonly tongue: ReadonlySignal<Tongue>;
  readonly words: ReadonlySignal<Words>;
  /** Of the window: the theme's title, or the app's. */
  readonly name: ReadonlySignal<string>;
  /** The panel of fields, where the visitor has opened or closed it; otherwise it is there when there is room. */
  readonly isFieldsOpen: Signal<boolean | undefined>;
  /** Whether the panel of fields is to be seen. */
  readonly showsFields: ReadonlySignal<boolean>;
  /** The words that a value rests on, marked in their message. */
  readonly marked: Signal<{ readonly messageId: string; readonly quote: string } | undefined>;
}

const ViewContext = createContext<View | undefined>(undefined);
export const ViewProvider = ViewContext.Provider;

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('Outside of the widget');
  return view;
}

/** What a part says whose sentences come with it. */
export function useWords<Key extends string>(sentences: Sentences<Key>): Words<Key> {
  const tongue = useView().tongue.value;
  return useMemo(() => wordsOf(tongue, sentences), [tongue, sentences]);
}

export function createView(parts: ViewParts, means: Means): View {
  const { chat, settings } = parts;
  const isFieldsOpen = signal<boolean | undefined>(undefined);
  const tongue = computed(() => {
    const language = settings.locale.value;
    return { language, overrides: settings.theme.value.texts?.[language] ?? {} };
  });
  return {
    ...parts,
    ...means,
    tongue,
    words: computed(() => wordsOf(tongue.value)),
    name: computed(() => settings.theme.value.title ?? settings.title.value),
    isFieldsOpen,
    showsFields: computed(
      () =>
        !!chat.form.value &&
        !settings.needsPreChat.value &&
        (isFieldsOpen.value ?? (means.layout.value === 'wide' && chat.form.value.fields.some(({ known }) => known))),
    ),
    marked: signal(undefined),
  };
}

/** @returns the address of the logo, whole */
export function logoAddress(theme: WidgetTheme, server: string): string | undefined {
  return theme.logoUrl && new URL(theme.logoUrl, server).href;
}

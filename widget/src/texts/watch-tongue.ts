import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { WidgetSettings } from '../app/parts.ts';
import { en } from './en.ts';
import { loadSpanish, type Tongue } from './words.ts';

/** The sentences of the language that the visitor reads; those of the one before, until they are there. */
export function watchTongue({ locale, theme }: WidgetSettings): { tongue: ReadonlySignal<Tongue | undefined>; stop: () => void } {
  const tongue = signal<Tongue | undefined>(undefined);
  const stop = effect(() => {
    const language = locale.value;
    const overrides = theme.value.texts?.[language] ?? {};
    const speak = (dictionary: Tongue['dictionary']) => {
      if (locale.peek() === language) tongue.value = { language, dictionary, overrides };
    };
    if (language === 'en') speak(en);
    // Where the sentences cannot be loaded, English ones are better than none.
    else loadSpanish().then(speak, () => speak(en));
  });
  return { tongue, stop };
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The sentences that journeys look for. */
type WordName =
  | 'attach'
  | 'close'
  | 'composer'
  | 'downloadTranscript'
  | 'emergencyRead'
  | 'end'
  | 'endYes'
  | 'ended'
  | 'error_FILE_TOO_LARGE'
  | 'error_FILE_TYPE_NOT_ACCEPTED'
  | 'fieldConfirmed'
  | 'fieldCorrected'
  | 'fieldRejected'
  | 'menu'
  | 'missingAnswer'
  | 'preChatTitle'
  | 'rate1'
  | 'rate5'
  | 'rateComment'
  | 'rateSend'
  | 'rateThanks'
  | 'removeFile'
  | 'save'
  | 'sources'
  | 'start'
  | 'startOver'
  | 'wrongEmail';
export type Words = Readonly<Record<WordName, string>>;

/** Everything that the widget says, whichever part of it brings the sentence. */
export const WORDS: Readonly<Record<'en' | 'es', Words>> = { en: await sentences('en'), es: await sentences('es') };

async function sentences(language: 'en' | 'es'): Promise<Words> {
  const folder = join(import.meta.dirname, '..', 'widget', 'src', 'texts');
  const found: Record<string, string> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    Object.assign(found, exported[language]);
    for (const value of Object.values(exported)) Object.assign(found, (value as { en?: object; es?: object } | undefined)?.[language]);
  }
  return new Proxy(found, {
    get: (all, name) => {
      const sentence = all[String(name)];
      if (sentence === undefined) throw new Error(`The widget has no sentence “${String(name)}”.`);
      return sentence;
    },
  }) as Words;
}

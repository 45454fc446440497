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

const FOLDER = join(import.meta.dirname, '..', 'widget', 'src', 'texts');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(join(FOLDER, file))));

/** Everything that the widget says, whichever part of it brings the sentence. */
export const WORDS: Readonly<Record<'en' | 'es', Words>> = { en: sentences('en'), es: sentences('es') };

function sentences(language: 'en' | 'es'): Words {
  const found: Record<string, string> = {};
  for (const exported of modules) {
    Object.assign(found, exported[language]);
    for (const value of Object.values(exported)) Object.assign(found, (value as { en?: object; es?: object } | undefined)?.[language]);
  }
  return new Proxy(found as Words, {
    get: (all, name: WordName) => {
      if (!Object.hasOwn(all, name)) throw new Error(`The widget has no sentence “${name}”.`);
      return all[name];
    },
  });
}

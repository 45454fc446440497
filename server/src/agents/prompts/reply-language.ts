/** The languages that our own texts exist in. A model may well answer in others. */
export type ReplyLanguage = 'en' | 'es';

/** @param locale BCP 47; English where we have no texts of our own */
export function replyLanguage(locale: string | undefined): ReplyLanguage {
  return locale?.trim().toLowerCase().split(/[-_]/)[0] === 'es' ? 'es' : 'en';
}

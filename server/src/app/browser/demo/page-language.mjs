// One page, two languages: English stands in the document, Spanish in a dictionary; a switch changes every text in place.

import { keep, readKept } from '../parts/kept.mjs';

/** @typedef {import('./intake-form.mjs').Language} Language */

const KEPT = 'foyer-demo:language';

/** @returns {Language} what the visitor has chosen before, else what the browser prefers */
export function preferredLanguage() {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = asked ?? readKept(KEPT) ?? navigator.language;
  return wanted.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/**
 * @param {Readonly<Record<string, string>>} spanish by the keys in `data-t` and `data-t-label`
 * @param {string} spanishTitle of the document
 * @returns {(language: Language) => void}
 */
export function createTranslator(spanish, spanishTitle) {
  const englishTitle = document.title;
  const texts = [...document.querySelectorAll('[data-t]')].map((node) => ({
    english: node.textContent ?? '',
    key: node.getAttribute('data-t') ?? '',
    /** @param {string} text */
    show: (text) => node.replaceChildren(text),
  }));
  const labels = [...document.querySelectorAll('[data-t-label]')].map((node) => ({
    english: node.getAttribute('aria-label') ?? '',
    key: node.getAttribute('data-t-label') ?? '',
    /** @param {string} text */
    show: (text) => node.setAttribute('aria-label', text),
  }));
  return (language) => {
    document.documentElement.lang = language;
    document.title = language === 'es' ? spanishTitle : englishTitle;
    for (const { english, key, show } of [...texts, ...labels]) show(language === 'es' ? (spanish[key] ?? english) : english);
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-language') === language));
    }
    keep(KEPT, language);
  };
}

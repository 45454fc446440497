// The clinic's page: languages and colours, the questions at its buttons, and the view of what the clinic sees.

import { followColorScheme } from '../parts/color-scheme.mjs';
import { foyer } from '../parts/foyer.mjs';
import { EMPTY, withEntered, withFields, withMessage } from './clinic-state.mjs';
import { createClinicView } from './clinic-view.mjs';
import { FORM_TYPE, intakeForm } from './intake-form.mjs';
import { createTranslator, preferredLanguage } from './page-language.mjs';
import { QUESTIONS } from './questions.mjs';
import { SPANISH, SPANISH_TITLE } from './texts.es.mjs';

/** The view stands beside the page, not over it. */
const WIDE = matchMedia('(min-width: 1200px)');

const clinic = /** @type {HTMLElement} */ (document.getElementById('clinic'));
const toggle = /** @type {HTMLElement} */ (document.getElementById('clinic-toggle'));
const count = /** @type {HTMLElement} */ (document.getElementById('clinic-count'));
const translate = createTranslator(SPANISH, SPANISH_TITLE);

let language = preferredLanguage();
let state = EMPTY;
let hasBeenClosed = false;
let draws = false;

const draw = createClinicView(clinic, {
  onEnter: (name, value) => change(withEntered(state, name, value)),
  onClose: () => {
    hasBeenClosed = true;
    show(false);
    toggle.focus();
  },
});

/** @param {typeof EMPTY} next */
function change(next) {
  state = next;
  if (draws) return;
  // Several events of one moment are drawn once.
  draws = true;
  requestAnimationFrame(() => {
    draws = false;
    draw(state, language);
    const known = Object.keys(state.fields).length;
    count.hidden = known === 0;
    count.textContent = String(known);
  });
}

/** @param {boolean} isShown */
function show(isShown) {
  clinic.hidden = !isShown;
  toggle.setAttribute('aria-expanded', String(isShown));
  document.body.classList.toggle('with-clinic', isShown);
}

/** @param {import('./intake-form.mjs').Language} chosen */
function speak(chosen) {
  language = chosen;
  translate(language);
  draw(state, language);
}

/** @param {unknown} wanted @returns {wanted is import('./intake-form.mjs').Language} */
const isLanguage = (wanted) => wanted === 'en' || wanted === 'es';

speak(language);
followColorScheme(document.getElementById('scheme'), (scheme) => foyer('setColorScheme', scheme));
foyer('boot', { projectId: 'demo', locale: language, form: { type: FORM_TYPE, schema: intakeForm(language) } });

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const chosen = button.getAttribute('data-language');
    if (!isLanguage(chosen) || chosen === language) return;
    speak(chosen);
    foyer('update', { form: { type: FORM_TYPE, schema: intakeForm(chosen) } });
    foyer('setLocale', chosen);
  });
}
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => {
    foyer('show');
    foyer('send', QUESTIONS[button.getAttribute('data-ask') ?? '']?.[language]);
  });
}
for (const button of document.querySelectorAll('[data-show]')) button.addEventListener('click', () => foyer('show'));
toggle.addEventListener('click', () => {
  const isShown = clinic.hidden !== false;
  show(isShown);
  hasBeenClosed = !isShown;
  if (isShown) document.getElementById('clinic-title')?.focus();
});
clinic.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') /** @type {HTMLElement | null} */ (clinic.querySelector('.clinic-close'))?.click();
});

foyer('on', 'message', (/** @type {import('./clinic-state.mjs').SaidMessage} */ message) => {
  if (message.role === 'user' && WIDE.matches && !hasBeenClosed) show(true);
  change(withMessage(state, { ...message, at: Number(new Date(message.at)) }));
});
foyer('on', 'field', (/** @type {{ fields: import('./clinic-state.mjs').KnownField[] }} */ { fields }) =>
  change(withFields(state, fields)),
);
foyer('on', 'status', (/** @type {Record<string, unknown>} */ status) => change(withStatus(status)));

/** @param {Record<string, unknown>} status as the widget tells it */
function withStatus({ connection, holder, hasEnded, emergency }) {
  const who = /** @type {{ kind?: typeof EMPTY.holder, name?: string } | undefined} */ (holder);
  const shown = /** @type {{ text?: string } | undefined} */ (emergency);
  return {
    ...state,
    holder: who?.kind ?? 'agent',
    personName: who?.name,
    hasEnded: hasEnded === true,
    isOnline: connection === 'online',
    // What was an emergency stays one for the team, also when the visitor has put the notice away.
    emergency: shown?.text ?? state.emergency,
  };
}

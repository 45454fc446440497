// Every call of the widget, to be tried, beside a log of what it tells.

import { followColorScheme } from '../parts/color-scheme.mjs';
import { element } from '../parts/element.mjs';
import { foyer } from '../parts/foyer.mjs';

/** @type {readonly (readonly [written: string, meaning: string, command: string, ...args: unknown[]])[]} */
const CALLS = [
  ["foyer('show')", 'opens it', 'show'],
  ["foyer('hide')", 'closes it', 'hide'],
  ["foyer('toggle')", 'the one or the other', 'toggle'],
  ["foyer('send', 'Where can I park?')", 'sends for the visitor', 'send', 'Where can I park?'],
  ["foyer('prefill', 'I would like to …')", 'writes, and leaves the sending to them', 'prefill', 'I would like to …'],
  ["foyer('setLocale', 'es')", 'Spanish', 'setLocale', 'es'],
  ["foyer('setLocale', 'en')", 'English', 'setLocale', 'en'],
  ["foyer('setColorScheme', 'dark')", 'dark, light or auto', 'setColorScheme', 'dark'],
  ["foyer('setAttributes', {plan: 'gold'})", 'facts for the team', 'setAttributes', { plan: 'gold' }],
  ["foyer('update', {theme: {primaryColor: '#7a2e52'}})", 'another colour', 'update', { theme: { primaryColor: '#7a2e52' } }],
  ["foyer('update', {position: 'bottom-left'})", 'the other corner', 'update', { position: 'bottom-left' }],
  ["foyer('reset')", 'forgets this visitor on this device', 'reset'],
  ["foyer('shutdown')", 'takes it away', 'shutdown'],
  ["foyer('boot', {projectId: 'demo'})", 'brings it back', 'boot', { projectId: 'demo' }],
  ["foyer('dance')", 'a wrong call: an event, never an exception', 'dance'],
];
const EVENTS = ['ready', 'opened', 'closed', 'message', 'unread', 'field', 'status', 'error'];
const MOST_ENTRIES = 200;
const COPIED_FOR_MS = 1500;

const log = /** @type {HTMLElement} */ (document.getElementById('log'));
const calls = /** @type {HTMLElement} */ (document.getElementById('calls'));

// It scrolls, so it has to be reached by the keyboard.
log.tabIndex = 0;
fillInOrigin();
followColorScheme(document.getElementById('scheme'), (scheme) => foyer('setColorScheme', scheme));
for (const event of EVENTS) foyer('on', event, (/** @type {unknown} */ data) => note(event, data));
for (const [written, meaning, command, ...args] of CALLS) {
  const button = element('button', { type: 'button', 'aria-label': `Try ${written}` }, ['Try']);
  button.addEventListener('click', () => foyer(command, ...args));
  calls.append(
    element('li', { class: 'call' }, [element('span', {}, [element('code', {}, [written]), element('small', {}, [meaning])]), button]),
  );
}
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.getAttribute('data-copy') ?? '')?.textContent ?? '';
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    button.textContent = isCopied ? 'Copied' : 'Not allowed';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, COPIED_FOR_MS);
  });
}
document.getElementById('log-clear')?.addEventListener('click', () => log.replaceChildren());
foyer('boot', { projectId: 'demo' });

function fillInOrigin() {
  for (const node of document.querySelectorAll('[data-origin]')) {
    const text = node.textContent ?? '';
    node.textContent = text.replaceAll('{origin}', location.origin).replaceAll('{socketOrigin}', location.origin.replace(/^http/, 'ws'));
  }
}

/** @param {string} event @param {unknown} data */
function note(event, data) {
  const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' }).format();
  const detail = data === undefined ? '' : ` ${JSON.stringify(data)}`;
  log.append(element('p', { class: `entry entry-${event}` }, [`${time} `, element('strong', {}, [event]), detail]));
  while (log.childElementCount > MOST_ENTRIES) log.firstElementChild?.remove();
  log.scrollTop = log.scrollHeight;
}

// Stands for a page of the customer's. The page around it says what the widget is to look like.

import { foyer } from '../parts/foyer.mjs';
import { hasLost } from './draft.mjs';

/** @typedef {{ projectId: string, theme: import('./draft.mjs').Json, features: Record<string, boolean>, locale: string, scheme: 'light' | 'dark', isOpen: boolean }} Shown */

/** @type {Shown | undefined} */
let shown;
let isBegun = false;
/** What the widget was begun with: what is missing later cannot be laid over it. */
let begun = /** @type {import('./draft.mjs').Json} */ ({});

// The widget asks the server for its configuration; here it gets the one that is being edited.
const fetchFromServer = window.fetch.bind(window);
window.fetch = async (input, options) => {
  const response = await fetchFromServer(input, options);
  const isConfig = typeof input === 'string' && new URL(input, location.href).pathname === '/api/v1/widget/config';
  if (!isConfig || !response.ok || shown === undefined) return response;
  const { theme, features } = shown;
  return Response.json({ ...(await response.json()), theme, features });
};

// Whoever edits at the side is in the middle of a word: the widget takes the focus only from somebody who uses it.
const { focus } = HTMLElement.prototype;
let isUsed = false;
HTMLElement.prototype.focus = function (options) {
  if (isUsed) focus.call(this, options);
};
for (const event of ['pointerdown', 'keydown']) {
  addEventListener(
    event,
    () => {
      isUsed = true;
    },
    true,
  );
}

addEventListener('message', ({ data, origin, source }) => {
  if (origin !== location.origin || source !== parent) return;
  if (data === 'are you ready?') tellReady();
  else if (data === 'begin anew') begin();
  else show(/** @type {Shown} */ (data));
});
tellReady();

/** Whichever of the two pages is there later hears of the other. */
function tellReady() {
  parent.postMessage('ready', location.origin);
}

/** @param {Shown} next */
function show(next) {
  const before = shown;
  shown = next;
  isUsed = false;
  document.documentElement.dataset.scheme = next.scheme;
  document.documentElement.lang = next.locale;
  const isSame = before?.projectId === next.projectId && JSON.stringify(before.features) === JSON.stringify(next.features);
  if (before === undefined || !isSame || hasLost(begun, next.theme)) {
    begin();
    return;
  }
  foyer('update', { theme: next.theme });
  if (before.locale !== next.locale) foyer('setLocale', next.locale);
  if (before.scheme !== next.scheme) foyer('setColorScheme', next.scheme);
}

/** Questions before the chat are asked of visitors who are not known yet, so nobody is. */
function begin() {
  if (shown === undefined) return;
  const { projectId, locale, scheme, theme, isOpen } = shown;
  if (isBegun) {
    foyer('reset');
    foyer('shutdown');
  }
  isBegun = true;
  begun = theme;
  foyer('boot', { projectId, locale, colorScheme: scheme });
  if (isOpen) foyer('show');
}

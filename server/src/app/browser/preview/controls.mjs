// The controls of a theme: each shows one part of it and changes that part.

import { element } from '../parts/element.mjs';
import { contrastReport, linesFrom, linesOf, valueAt, wordsFrom, wordsOf } from './draft.mjs';
import { preChatControls } from './pre-chat-controls.mjs';

/** @typedef {import('./draft.mjs').Json} Json */
/** @typedef {Parameters<typeof contrastReport>[1]} Colors */
/** @typedef {{ node: HTMLElement, show: (theme: Json) => void }} Control */
/** @typedef {(path: string, value: unknown) => void} Change */

/**
 * @param {Change} change
 * @param {Colors} colors
 * @returns {{ nodes: HTMLElement[], show: (theme: Json) => void }}
 */
export function createControls(change, colors) {
  /** @type {[title: string, controls: Control[]][]} */
  const groups = [
    [
      'Words',
      [
        line('title', 'Title', change),
        line('subtitle', 'Line below the title', change),
        line('logoUrl', 'Address of the logo (https, or a path of this installation)', change),
        line('fontFamily', 'Font, by its CSS names', change),
      ],
    ],
    [
      'Colours and shape',
      [
        color(change, colors),
        choice('colorScheme', 'Light or dark', ['auto', 'light', 'dark'], change),
        range('radius', 'Radius of corners', 28, change),
      ],
    ],
    [
      'Launcher',
      [
        choice('position', 'Corner', ['bottom-right', 'bottom-left'], change),
        choice('launcher.icon', 'Picture', ['chat', 'question', 'heart', 'hand'], change),
        line('launcher.label', 'Words beside it', change),
        choice('launcher.visibility', 'Is it there?', ['shown', 'hidden'], change),
        range('offset.horizontal', 'Distance from the side', 200, change),
        range('offset.vertical', 'Distance from below', 200, change),
      ],
    ],
    [
      'Suggested questions',
      [lines('suggestions.en', 'English, one per line', change), lines('suggestions.es', 'Spanish, one per line', change)],
    ],
    ['Questions before the chat', [preChatControls(change)]],
    ['Own words', [words('texts.en', 'English, as “send = Send it”', change), words('texts.es', 'Spanish', change)]],
    [
      'Behaviour',
      [
        flag('sound', 'Sound for messages while it is closed', false, change),
        flag('satisfaction', 'Ask at the end how it was', true, change),
      ],
    ],
  ];
  const nodes = groups.map(([title, controls], index) =>
    element('details', index < 2 ? { open: '' } : {}, [element('summary', {}, [title]), ...controls.map(({ node }) => node)]),
  );
  const all = groups.flatMap(([, controls]) => controls);
  return { nodes, show: (theme) => all.forEach((control) => void control.show(theme)) };
}

/** What somebody is typing into is left as it is. @param {HTMLInputElement | HTMLTextAreaElement} input @param {string} text */
function put(input, text) {
  if (document.activeElement !== input) input.value = text;
}

/** @param {string} path @param {string} label @param {Change} change @returns {Control} */
function line(path, label, change) {
  const input = element('input', { type: 'text', maxlength: '500' });
  input.addEventListener('input', () => change(path, input.value.trim()));
  return { node: row(label, input), show: (theme) => put(input, String(valueAt(theme, path) ?? '')) };
}

/** @param {string} path @param {string} label @param {Change} change @returns {Control} */
function lines(path, label, change) {
  const input = element('textarea', { rows: '4' });
  input.addEventListener('input', () => change(path, linesOf(input.value)));
  return { node: row(label, input), show: (theme) => put(input, linesFrom(valueAt(theme, path))) };
}

/** @param {string} path @param {string} label @param {Change} change @returns {Control} */
function words(path, label, change) {
  const input = element('textarea', { rows: '4', spellcheck: 'false' });
  const problem = element('p', { class: 'problem', role: 'status' });
  input.addEventListener('input', () => {
    const read = wordsOf(input.value);
    problem.textContent = read.wrong.length > 0 ? `Not “name = words”: ${read.wrong.join('; ')}` : '';
    change(path, read.words);
  });
  return { node: row(label, input, problem), show: (theme) => put(input, wordsFrom(valueAt(theme, path))) };
}

/** @param {string} path @param {string} label @param {readonly string[]} choices the first holds where nothing is chosen @param {Change} change @returns {Control} */
function choice(path, label, choices, change) {
  const select = element(
    'select',
    {},
    choices.map((one) => element('option', { value: one }, [one])),
  );
  select.addEventListener('change', () => change(path, select.value));
  return {
    node: row(label, select),
    show: (theme) => {
      select.value = String(valueAt(theme, path) ?? choices[0]);
    },
  };
}

/** @param {string} path @param {string} label @param {number} maximum @param {Change} change @returns {Control} */
function range(path, label, maximum, change) {
  const input = element('input', { type: 'range', min: '0', max: String(maximum) });
  const told = element('output');
  input.addEventListener('input', () => change(path, Number(input.value)));
  return {
    node: row(label, input, told),
    show: (theme) => {
      const value = valueAt(theme, path);
      if (typeof value === 'number') input.value = String(value);
      told.textContent = typeof value === 'number' ? `${value} px` : 'as it is made';
    },
  };
}

/** @param {string} path @param {string} label @param {boolean} isOnByItself @param {Change} change @returns {Control} */
export function flag(path, label, isOnByItself, change) {
  const input = element('input', { type: 'checkbox' });
  input.addEventListener('change', () => change(path, input.checked));
  return {
    node: element('label', { class: 'row row-check' }, [input, label]),
    show: (theme) => {
      input.checked = (valueAt(theme, path) ?? isOnByItself) === true;
    },
  };
}

/** @param {Change} change @param {Colors} colors @returns {Control} */
function color(change, colors) {
  const picker = element('input', { type: 'color', 'aria-label': 'Pick the colour' });
  const hex = element('input', { type: 'text', maxlength: '7', spellcheck: 'false', 'aria-label': 'The colour as #rrggbb' });
  const swatches = element('div', { class: 'swatches' });
  for (const input of [picker, hex]) input.addEventListener('input', () => change('primaryColor', input.value.trim()));
  return {
    node: element('div', {}, [
      element('div', { class: 'row' }, [element('span', {}, ['Colour']), element('div', { class: 'pair' }, [picker, hex])]),
      swatches,
    ]),
    show: ({ primaryColor }) => {
      const isWhole = typeof primaryColor === 'string' && /^#[\da-f]{6}$/i.test(primaryColor);
      const report = contrastReport(isWhole ? primaryColor : undefined, colors);
      picker.value = isWhole ? primaryColor : (report[0]?.primary ?? '#000000');
      put(hex, String(primaryColor ?? ''));
      swatches.replaceChildren(...report.map(swatch));
    },
  };
}

/** Colours as attributes of a picture: a style in the markup is what the page’s policy forbids. @param {ReturnType<typeof contrastReport>[number]} shown */
function swatch({ scheme, primary, onPrimary, ratio, isAdapted }) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 64 36');
  picture.setAttribute('aria-hidden', 'true');
  const ground = document.createElementNS(picture.namespaceURI, 'rect');
  const letters = document.createElementNS(picture.namespaceURI, 'text');
  for (const [name, value] of Object.entries({ width: '64', height: '36', fill: primary })) ground.setAttribute(name, value);
  for (const [name, value] of Object.entries({ x: '32', y: '24', 'text-anchor': 'middle', fill: onPrimary, 'font-size': '16' }))
    letters.setAttribute(name, value);
  letters.textContent = 'Aa';
  picture.append(ground, letters);
  const adapted = isAdapted ? ` Shown as ${primary}, so that it can be seen.` : '';
  return element('div', { class: 'swatch' }, [picture, element('span', {}, [`${scheme}: contrast ${ratio} : 1.${adapted}`])]);
}

/** @param {string} label @param {readonly HTMLElement[]} inputs */
function row(label, ...inputs) {
  return element('label', { class: 'row' }, [element('span', {}, [label]), ...inputs]);
}

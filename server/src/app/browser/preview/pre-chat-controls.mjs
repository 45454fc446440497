// What visitors are asked before the chat begins: a list of fields to add to and to take from.

import { element } from '../parts/element.mjs';
import { isObject, linesFrom, linesOf, valueAt } from './draft.mjs';

/** @typedef {import('./draft.mjs').Json} Json */

const TYPES = ['text', 'email', 'phone', 'choice'];

/** @param {import('./controls.mjs').Change} change @returns {import('./controls.mjs').Control} */
export function preChatControls(change) {
  const list = element('div');
  const add = element('button', { type: 'button', class: 'quiet' }, ['Add a question']);
  let shown = '';
  /** @type {Json[]} */
  let fields = [];

  /** @param {Json[]} next @param {boolean} [draws] */
  const set = (next, draws = false) => {
    fields = next;
    if (!draws) shown = JSON.stringify(next);
    change('preChat', next.length > 0 ? { fields: next } : undefined);
  };
  /** @param {number} index @param {Json} part */
  const edit = (index, part) =>
    set(
      fields.map((field, at) => (at === index ? { ...field, ...part } : field)),
      'type' in part,
    );
  add.addEventListener('click', () =>
    set([...fields, { name: `question${fields.length + 1}`, label: { en: 'Question', es: 'Pregunta' }, type: 'text' }], true),
  );

  return {
    node: element('div', {}, [list, add]),
    show: (theme) => {
      const given = valueAt(theme, 'preChat.fields');
      fields = Array.isArray(given) ? given.filter(isObject) : [];
      const written = JSON.stringify(fields);
      // While somebody types, the inputs stay.
      if (written === shown) return;
      shown = written;
      list.replaceChildren(
        ...fields.map((field, index) =>
          box(
            field,
            (part) => edit(index, part),
            () => set(fields.toSpliced(index, 1), true),
          ),
        ),
      );
    },
  };
}

/** @param {Json} field @param {(part: Json) => void} edit @param {() => void} remove */
function box(field, edit, remove) {
  const { name, label, type, required, options } = field;
  const label_ = isObject(label) ? label : { en: label, es: label };
  const select = element(
    'select',
    {},
    TYPES.map((one) => element('option', { value: one }, [one])),
  );
  select.value = String(type);
  select.addEventListener('change', () =>
    edit({ type: select.value, ...(select.value === 'choice' && !options && { options: ['A', 'B'] }) }),
  );
  const isRequired = element('input', { type: 'checkbox' });
  isRequired.checked = required === true;
  isRequired.addEventListener('change', () => edit({ required: isRequired.checked }));
  const gone = element('button', { type: 'button', class: 'quiet' }, ['Remove']);
  gone.addEventListener('click', remove);
  /** @param {string} text @param {unknown} value @param {(value: string) => void} onInput */
  const input = (text, value, onInput) => {
    const made = element('input', { type: 'text' });
    made.value = String(value ?? '');
    made.addEventListener('input', () => onInput(made.value.trim()));
    return element('label', { class: 'row' }, [element('span', {}, [text]), made]);
  };
  const choices = element('textarea', { rows: '3' });
  choices.value = linesFrom(options);
  choices.addEventListener('input', () => edit({ options: linesOf(choices.value) }));
  return element('div', { class: 'field-box' }, [
    input('Name (name, email and phone become the contact’s)', name, (value) => edit({ name: value })),
    input('In English', label_.en, (en) => {
      label_.en = en;
      edit({ label: { ...label_ } });
    }),
    input('In Spanish', label_.es, (es) => {
      label_.es = es;
      edit({ label: { ...label_ } });
    }),
    element('label', { class: 'row' }, [element('span', {}, ['Kind']), select]),
    type === 'choice' && element('label', { class: 'row' }, [element('span', {}, ['Choices, one per line']), choices]),
    element('label', { class: 'row row-check' }, [isRequired, 'Has to be answered']),
    gone,
  ]);
}

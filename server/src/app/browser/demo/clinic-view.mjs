// Draws “What the clinic sees”. Every change draws anew only the parts that differ, so that a select keeps its focus.

import { element } from '../parts/element.mjs';
import { factorRows, scoreOf } from './clinic-state.mjs';
import { CLINIC_TEXTS, VALUE_TEXTS } from './clinic-texts.mjs';
import { AGE_RANGE, SOURCE, valuesOf } from './euroscore-ii.mjs';
import { FIELDS } from './intake-form.mjs';

/** @typedef {import('./clinic-state.mjs').ClinicState} ClinicState */
/** @typedef {import('./clinic-state.mjs').FactorRow} FactorRow */
/** @typedef {import('./clinic-texts.mjs').ClinicTexts} ClinicTexts */
/** @typedef {import('./intake-form.mjs').Language} Language */

const LAST_SAID = 4;

/**
 * @param {HTMLElement} place
 * @param {{ onEnter: (name: string, value: unknown) => void, onClose: () => void }} actions
 * @returns {(state: ClinicState, language: Language) => void}
 */
export function createClinicView(place, { onEnter, onClose }) {
  /** @type {Map<string, { key: string, node: HTMLElement }>} */
  const drawn = new Map();

  return (state, language) => {
    const texts = CLINIC_TEXTS[language];
    /** @type {[name: string, key: unknown, draw: () => HTMLElement][]} */
    const parts = [
      ['head', language, () => head(texts, onClose)],
      [
        'conversation',
        [language, state.holder, state.personName, state.hasEnded, state.isOnline, state.messages.length],
        () => conversation(state, texts),
      ],
      ['urgency', [language, state.emergency], () => urgency(state, texts)],
      ['person', [language, state.fields.fullName, state.fields.phone], () => person(state, texts, language)],
      ['risk', language, () => element('h3', { id: 'clinic-risk' }, [texts.risk])],
      ['score', [language, state.fields, state.entered], () => score(state, texts, language)],
      ...group(state, 'visitor', texts, language, onEnter),
      ...group(state, 'team', texts, language, onEnter),
      ['transcript', [language, state.messages], () => transcript(state, texts, language)],
    ];
    for (const [name, key, draw] of parts) {
      const written = JSON.stringify(key);
      const before = drawn.get(name);
      if (before?.key === written) continue;
      const node = draw();
      if (before) before.node.replaceWith(node);
      else place.append(node);
      drawn.set(name, { key: written, node });
    }
  };
}

/** @param {ClinicTexts} texts @param {() => void} onClose */
function head(texts, onClose) {
  const close = element('button', { type: 'button', class: 'clinic-close', 'aria-label': texts.close }, ['×']);
  close.addEventListener('click', onClose);
  return element('header', { class: 'clinic-head' }, [
    element('h2', { id: 'clinic-title', tabindex: '-1' }, [texts.title]),
    close,
    element('p', {}, [texts.intro]),
  ]);
}

/** @param {ClinicState} state @param {ClinicTexts} texts */
function conversation(state, texts) {
  const isBegun = state.messages.length > 0;
  const who = state.hasEnded ? texts.ended : state.holder === 'person' ? texts.person(state.personName) : texts[state.holder];
  const kind = !isBegun ? 'idle' : state.hasEnded ? 'ended' : state.holder;
  return element('p', { class: `state state-${kind}`, role: 'status' }, [
    element('span', { class: 'dot', 'aria-hidden': 'true' }),
    element('strong', {}, [isBegun ? who : texts.none]),
    isBegun && element('span', {}, [state.isOnline || state.hasEnded ? texts.count(state.messages.length) : texts.offline]),
  ]);
}

/** @param {ClinicState} state @param {ClinicTexts} texts */
function urgency({ emergency }, texts) {
  if (emergency === undefined) return element('p', { class: 'routine' }, [texts.routine]);
  return element('div', { class: 'urgency', role: 'alert' }, [
    element('strong', {}, [texts.urgency]),
    element('blockquote', {}, [emergency]),
    element('p', {}, [texts.urgencyNote]),
  ]);
}

/** @param {ClinicState} state @param {ClinicTexts} texts @param {Language} language */
function person({ fields }, texts, language) {
  const rows = ['fullName', 'phone'].flatMap((name) => {
    const known = fields[name];
    return [
      element('dt', {}, [FIELDS[name]?.label[language] ?? name]),
      element('dd', known ? {} : { class: 'unknown' }, [known ? String(known.value) : texts.notTold]),
    ];
  });
  return element('section', { class: 'person', 'aria-label': texts.patient }, [element('dl', {}, rows)]);
}

/**
 * @param {ClinicState} state @param {'visitor' | 'team'} askedOf @param {ClinicTexts} texts @param {Language} language
 * @param {(name: string, value: unknown) => void} onEnter
 * @returns {[name: string, key: unknown, draw: () => HTMLElement][]}
 */
function group(state, askedOf, texts, language, onEnter) {
  const rows = factorRows(state).filter((row) => row.askedOf === askedOf);
  const known = rows.filter(({ value }) => value !== undefined).length;
  const title = askedOf === 'visitor' ? texts.patientFactors : texts.clinicianFactors;
  return [
    [
      `group-${askedOf}`,
      [language, known],
      () => element('h4', { class: 'group' }, [title, ' ', element('small', {}, [texts.progress(known, rows.length)])]),
    ],
    ...rows.map(
      (row) =>
        /** @type {[string, unknown, () => HTMLElement]} */ ([row.name, [language, row], () => factor(row, texts, language, onEnter)]),
    ),
  ];
}

/** @param {FactorRow} row @param {ClinicTexts} texts @param {Language} language @param {(name: string, value: unknown) => void} onEnter */
function factor(row, texts, language, onEnter) {
  const { name, value, origin, confidence, isChecked, quote } = row;
  const label = FIELDS[name]?.label[language] ?? name;
  const id = `factor-${name}`;
  const control = origin === 'told' ? undefined : input(row, id, texts, language, onEnter);
  return element('div', { class: `factor${value === undefined ? ' factor-open' : ''}` }, [
    control ? element('label', { for: id }, [label]) : element('span', { class: 'factor-label' }, [label]),
    control ?? element('strong', { class: 'factor-value' }, [valueText(value, texts, language)]),
    confidence &&
      element('div', { class: 'why' }, [
        element('span', { class: `sure sure-${isChecked ? 'checked' : confidence}` }, [isChecked ? texts.checked : texts[confidence]]),
        quote !== undefined && quote !== '' && element('q', {}, [quote]),
      ]),
  ]);
}

/** @param {FactorRow} row @param {string} id @param {ClinicTexts} texts @param {Language} language @param {(name: string, value: unknown) => void} onEnter */
function input({ name, value }, id, texts, language, onEnter) {
  if (name === 'age') {
    const { minimum, maximum } = AGE_RANGE;
    const field = element('input', {
      id,
      type: 'number',
      inputmode: 'numeric',
      min: String(minimum),
      max: String(maximum),
      placeholder: texts.unknown,
    });
    field.value = value === undefined ? '' : String(value);
    field.addEventListener('change', () => onEnter(name, field.value === '' ? undefined : Number(field.value)));
    return field;
  }
  const choices = valuesOf(name);
  const options = choices.map((choice, index) => element('option', { value: String(index) }, [valueText(choice, texts, language)]));
  const select = element('select', { id }, [element('option', { value: '' }, [texts.unknown]), ...options]);
  select.value = value === undefined ? '' : String(choices.indexOf(/** @type {string | boolean} */ (value)));
  select.addEventListener('change', () => onEnter(name, select.value === '' ? undefined : choices[Number(select.value)]));
  return select;
}

/** @param {ClinicState} state @param {ClinicTexts} texts @param {Language} language */
function score(state, texts, language) {
  const result = scoreOf(state);
  if (!result.isComplete) {
    const text = result.missing.length > 0 ? texts.incomplete(result.missing.length) : texts.outOfRange;
    return element('div', { class: 'score score-open' }, [element('strong', {}, [texts.score]), element('p', {}, [text])]);
  }
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return element('div', { class: 'score', role: 'status' }, [
    element('strong', {}, [texts.score]),
    element('p', { class: 'score-number' }, [percent.format(result.mortality), ' ', element('small', {}, [texts.mortality])]),
    result.uncheckedCount > 0 && element('p', { class: 'score-warning' }, [texts.unchecked(result.uncheckedCount)]),
    element('p', {}, [texts.caution]),
    element('p', { class: 'score-source' }, [
      `${texts.source}: `,
      element('a', { href: SOURCE.url, target: '_blank', rel: 'noopener noreferrer' }, [SOURCE.citation]),
    ]),
  ]);
}

/** @param {ClinicState} state @param {ClinicTexts} texts @param {Language} language */
function transcript({ messages }, texts, language) {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const who = { user: texts.user, assistant: texts.assistant, agent: texts.team, system: texts.assistant };
  const items = messages
    .slice(-LAST_SAID)
    .map(({ role, content, at }) =>
      element('li', { class: `said said-${role}` }, [
        element('span', { class: 'said-by' }, [`${who[role]} · ${time.format(at)}`]),
        element('p', {}, [content]),
      ]),
    );
  return element('section', { class: 'transcript', 'aria-labelledby': 'clinic-transcript' }, [
    items.length > 0 && element('h3', { id: 'clinic-transcript' }, [texts.transcript]),
    element('ol', {}, items),
  ]);
}

/** @param {unknown} value @param {ClinicTexts} texts @param {Language} language */
function valueText(value, texts, language) {
  if (value === true) return texts.yes;
  if (value === false) return texts.no;
  if (typeof value === 'number') return `${value} ${texts.years}`;
  return VALUE_TEXTS[String(value)]?.[language] ?? String(value);
}

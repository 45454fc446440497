// What the clinic knows of the conversation on this page: put together from the widget's events and from what is entered at the side.

import { FACTORS, scoreEuroscoreII } from './euroscore-ii.mjs';
import { FIELDS } from './intake-form.mjs';

/**
 * @typedef {object} KnownField
 * @property {string} name
 * @property {unknown} value
 * @property {number} confidence from 0 to 1
 * @property {'suggested' | 'confirmed' | 'corrected' | 'rejected'} status
 * @property {readonly { messageId: string, quote: string }[]} evidence
 */

/** @typedef {{ messageId: string, role: 'user' | 'assistant' | 'agent' | 'system', content: string, at: number }} SaidMessage */

/**
 * @typedef {object} ClinicState
 * @property {readonly SaidMessage[]} messages
 * @property {Readonly<Record<string, KnownField>>} fields by their names, what the conversation told
 * @property {Readonly<Record<string, unknown>>} entered by the clinician, by the names of the factors; wins over what was told
 * @property {'agent' | 'waiting' | 'person'} holder
 * @property {string | undefined} personName
 * @property {boolean} hasEnded
 * @property {boolean} isOnline
 * @property {string | undefined} emergency the text that the visitor was shown
 */

/** @type {ClinicState} */
export const EMPTY = {
  messages: [],
  fields: {},
  entered: {},
  holder: 'agent',
  personName: undefined,
  hasEnded: false,
  isOnline: false,
  emergency: undefined,
};

/**
 * A message that was heard of before takes the place of the earlier one: after a reload the widget tells again what there is.
 * @param {ClinicState} state @param {SaidMessage} message @returns {ClinicState}
 */
export function withMessage(state, message) {
  const others = state.messages.filter(({ messageId }) => messageId !== message.messageId);
  return { ...state, messages: [...others, message].sort((one, other) => one.at - other.at) };
}

/** @param {ClinicState} state @param {readonly KnownField[]} known all that is known so far @returns {ClinicState} */
export function withFields(state, known) {
  const usable = known.filter(({ name, value, status }) => Object.hasOwn(FIELDS, name) && value !== null && status !== 'rejected');
  return { ...state, fields: Object.fromEntries(usable.map((field) => [field.name, field])) };
}

/** @param {ClinicState} state @param {string} name @param {unknown} value undefined takes it back @returns {ClinicState} */
export function withEntered(state, name, value) {
  const { [name]: _, ...others } = state.entered;
  return { ...state, entered: value === undefined ? others : { ...others, [name]: value } };
}

/**
 * @typedef {object} FactorRow
 * @property {string} name
 * @property {'visitor' | 'team'} askedOf
 * @property {unknown} value undefined where nobody has told
 * @property {'entered' | 'told' | undefined} origin
 * @property {'high' | 'medium' | 'low' | undefined} confidence of what was told
 * @property {boolean} isChecked somebody has confirmed, corrected or entered it
 * @property {string | undefined} quote the visitor's words
 */

/** @param {ClinicState} state @returns {FactorRow[]} the patient's factors first */
export function factorRows(state) {
  const rows = FACTORS.map((name) => rowOf(state, name));
  return [...rows.filter(({ askedOf }) => askedOf === 'visitor'), ...rows.filter(({ askedOf }) => askedOf === 'team')];
}

/** @param {ClinicState} state @param {string} name @returns {FactorRow} */
export function rowOf({ messages, fields, entered }, name) {
  const askedOf = FIELDS[name]?.askedOf ?? 'team';
  if (Object.hasOwn(entered, name)) {
    return { name, askedOf, value: entered[name], origin: 'entered', confidence: undefined, isChecked: true, quote: undefined };
  }
  const told = fields[name];
  if (told === undefined) {
    return { name, askedOf, value: undefined, origin: undefined, confidence: undefined, isChecked: false, quote: undefined };
  }
  return {
    name,
    askedOf,
    value: told.value,
    origin: 'told',
    confidence: confidenceOf(told.confidence),
    isChecked: told.status !== 'suggested',
    // A short answer has the question as its evidence, too.
    quote: told.evidence.findLast(({ messageId }) => messages.some((one) => one.messageId === messageId && one.role === 'user'))?.quote,
  };
}

/** By the limits that the API has for `confidenceLevel`. @param {number} confidence @returns {'high' | 'medium' | 'low'} */
const confidenceOf = (confidence) => (confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'medium' : 'low');

/**
 * @param {ClinicState} state
 * @returns {ReturnType<typeof scoreEuroscoreII> & { uncheckedCount: number }} how many of the values nobody has looked at yet
 */
export function scoreOf(state) {
  const rows = factorRows(state).filter(({ value }) => value !== undefined);
  const score = scoreEuroscoreII(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
  return { ...score, uncheckedCount: rows.filter(({ isChecked }) => !isChecked).length };
}

import type { FormField } from '../forms/form-field.ts';
import type { FieldScalar, FieldValue } from '../forms/known-field.ts';
import { checkScalar, type ValueReason, within, withoutRepetition } from './checks/check-value.ts';
import { type Conversation, findGround, type Ground, type GroundFault } from './checks/grounding.ts';
import { hasDenial } from './checks/negation.ts';
import { spokenFor } from './checks/relatives.ts';
import type { Support, SupportContext } from './checks/support.ts';
import { supportBoolean } from './checks/support-boolean.ts';
import { supportChoice } from './checks/support-choice.ts';
import { supportNumber } from './checks/support-number.ts';
import { supportText } from './checks/support-text.ts';
import { confidenceOf } from './confidence.ts';
import type { ExtractionRequest, ProposedField } from './extraction-engine.ts';

export type RefusalReason = 'unknown-field' | 'twice' | ValueReason | GroundFault | (Support & { kind: 'refused' })['reason'];

/** Why something that was proposed is not taken. The message goes to the model and into the team's notes, and nowhere else. */
export interface Refusal {
  fieldName: string;
  reason: RefusalReason;
  message: string;
}

export interface CheckedProposal {
  accepted: ProposedField[];
  refused: Refusal[];
}

/**
 * Looks through what an engine proposes, whichever it is: each value has to fit its field, stand in the visitor's own words where they
 * are quoted, speak of the patient or customer, and not be denied there. What is left is to the letter what the messages say.
 */
export function checkProposal(
  request: Pick<ExtractionRequest, 'form' | 'messages' | 'now' | 'timeZone'>,
  proposed: readonly ProposedField[],
): CheckedProposal {
  const { form, messages, now, timeZone } = request;
  const conversation: Conversation = {
    messages,
    spokenFor: spokenFor(messages.flatMap(({ role, content }) => (role === 'user' ? [content] : []))),
  };
  const accepted: ProposedField[] = [];
  const refused: Refusal[] = [];
  for (const one of proposed) {
    const field = form.fields.find(({ name }) => name === one.fieldName);
    const refuse = (reason: RefusalReason, message: string) => void refused.push({ fieldName: one.fieldName, reason, message });
    if (!field) refuse('unknown-field', 'The form has no such field');
    else if (accepted.some(({ fieldName }) => fieldName === one.fieldName)) refuse('twice', 'Has a value already');
    else {
      const ground = findGround(field, one.evidence, conversation);
      if (typeof ground === 'string') refuse(ground, GROUND_FAULTS[ground]);
      else {
        const checked = checkGrounded(field, one, { ground, today: { now, timeZone } }, refuse);
        if (checked) accepted.push(checked);
      }
    }
  }
  return { accepted, refused };
}

function checkGrounded(
  field: FormField,
  proposed: ProposedField,
  context: SupportContext,
  refuse: (reason: RefusalReason, message: string) => void,
): ProposedField | undefined {
  const items: readonly unknown[] = field.isList ? (Array.isArray(proposed.value) ? proposed.value : [proposed.value]) : [proposed.value];
  if (!field.isList && Array.isArray(proposed.value)) return void refuse('wrong-type', 'Must be one value, not a list');
  const values: FieldScalar[] = [];
  let isSupported = true;
  let isChanged = false;
  for (const item of items) {
    const checked = checkOne(field, item, context);
    if (!checked.ok) refuse(checked.reason, checked.message);
    else {
      values.push(checked.value);
      isSupported &&= checked.isSupported;
      isChanged ||= checked.isChanged;
    }
  }
  if (items.length > 0 && values.length === 0) return undefined;
  // “No allergies” is an answer; a list that is empty without a word is none.
  if (items.length === 0 && !saysNone(context.ground)) return void refuse('not-supported', SUPPORT_FAULTS['not-supported']);
  const [first] = values;
  const value: FieldValue | undefined = field.isList ? withoutRepetition(values) : first;
  if (value === undefined) return undefined;
  const { isExact, evidence } = context.ground;
  const confidence = confidenceOf({ isExact, isSupported, isChanged, selfReport: proposed.confidence });
  return { fieldName: field.name, value, confidence, evidence };
}

type One =
  | { ok: true; value: FieldScalar; isSupported: boolean; isChanged: boolean }
  | { ok: false; reason: RefusalReason; message: string };

function checkOne(field: FormField, item: unknown, context: SupportContext): One {
  const checked = checkScalar(field, item);
  if (!checked.ok) return checked;
  const support = supportOf(field, checked.value, context);
  if (support.kind === 'refused') return { ok: false, reason: support.reason, message: SUPPORT_FAULTS[support.reason] };
  const isConverted = support.kind === 'supported' && support.isConverted === true;
  const limited = within(field, { ok: true, value: support.value, isChanged: checked.isChanged || isConverted });
  return limited.ok ? { ...limited, isSupported: support.kind === 'supported' } : limited;
}

function supportOf(field: FormField, value: FieldScalar, context: SupportContext): Support {
  if (field.enum && typeof value === 'string') return supportChoice(field, value, context);
  if (typeof value === 'boolean') return supportBoolean(field, value, context);
  return typeof value === 'number' ? supportNumber(field, value, context) : supportText(field, value, context);
}

const saysNone = ({ clauses, exchanges }: Ground): boolean =>
  exchanges.some(({ reply }) => reply === 'no') || clauses.some(({ words }) => hasDenial(words));

const GROUND_FAULTS: Record<GroundFault, string> = {
  'no-evidence': 'Quotes nothing',
  'quote-not-found': 'The message does not say what is quoted',
  'not-said-by-visitor': 'Rests on no words of the visitor',
  'other-person': 'The quote speaks of somebody else than the patient or customer',
  'only-supposed': 'The quote only asks or supposes it',
};

const SUPPORT_FAULTS: Record<(Support & { kind: 'refused' })['reason'], string> = {
  'not-supported': 'The quote does not say this value',
  denied: 'The quote denies it',
  contradicted: 'The quote says something else',
};

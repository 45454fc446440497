import { fold } from '../../form-filling/text/fold.ts';
import { isVisitorQuestion } from '../../form-filling/text/visitor-questions.ts';
import { plainWords, wordCount } from './plain.ts';

const BEGINS_QUESTION =
  /^(?:what|what's|whats|when|when's|where|where's|wheres|who|who's|whose|which|why|how|how's|do (?:you|i|we|they|the)|does|did (?:you|i)|is (?:it|there|the|this|that|my|your|parking)|are (?:you|there|the|your|we|my)|can (?:i|you|we|my|someone|somebody|the)|could (?:i|you|we|my)|would (?:you|it|i)|will (?:i|you|it|the|my)|should i|may i|must i|have you|has the|any chance|tell me (?:about|what|when|where|how|if|more)|i (?:want|wanted|would like|'d like|need) to (?:know|ask)|i'm wondering|i was wondering|cual(?:es)?|cuando|donde|adonde|quien(?:es)?|cuant[oa]s?|por que|tienen|hay|puedo|pueden|puede|podria[ns]?|podemos|podrian|ofrecen|aceptan|atienden|hacen|trabajan|abren|cierran|venden|necesito (?:traer|llevar|cita|saber|una orden)|tengo que|debo|hace falta|se (?:puede|necesita|paga)|quisiera saber|quiero saber|queria saber|me (?:puede|pueden|podria|podrian) (?:decir|informar|explicar)|digame (?:si|cuando|donde|que|como|cuanto)|sabe (?:si|cuando|donde)|saben si)\b/;
const BEGINS_WITH_ACCENT = /^¿?\s*(?:qué|cómo|a qué|en qué|de qué|para qué|con qué|a cuánto|desde qué|hasta qué)(?![\p{L}])/iu;
const UNACCENTED_ES =
  /^(?:que (?:horario|hora|dias|servicios|precio|costo|documentos|seguros?|pasa|necesito|tengo que|debo|incluye|hago|tan|es|son|tipo|metodos|formas)|como (?:puedo|hago|llego|se|funciona|es|pago|saco|agendo|pido)|a que hora|en que|de que|para que|hasta que hora|desde que hora)\b/;
const FOLLOWS_UP = /^(?:and|y|e|what about|how about|but|pero|or|o|also|tambien|que hay de|que tal)\b/;
/** A follow-up is short; a longer text says itself what it is about. */
const SHORT_WORDS = 6;

/** The sentences of a text, as they were written. A point inside a number or an abbreviation like “Dr.” ends none. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])(?<!\b(?:dr|dra|mr|mrs|ms|sr|sra|st|av|no|p|m|a)\.)\s+|\n+|(?<=\S)\s*(?=¿)/i)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Whether a sentence begins as questions do, with a question mark or without. */
export function beginsAsQuestion(sentence: string): boolean {
  const folded = fold(sentence)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:and|but|so|also|please|y|pero|oiga|disculpe|perdon|excuse me|sorry|por favor|una pregunta|quick question)[\s,:]+/, '');
  return BEGINS_QUESTION.test(folded) || UNACCENTED_ES.test(folded) || BEGINS_WITH_ACCENT.test(sentence.replace(/^(?:y|pero)\s+/i, ''));
}

export const hasQuestionMark = (sentence: string): boolean => /[?¿]/.test(sentence);

export const asksSomething = (sentence: string): boolean =>
  hasQuestionMark(sentence) || beginsAsQuestion(sentence) || isVisitorQuestion(sentence);

/** “And on Saturdays?”: it is about what was asked before. */
export const followsUp = (text: string): boolean => wordCount(text) <= SHORT_WORDS && FOLLOWS_UP.test(plainWords(text));

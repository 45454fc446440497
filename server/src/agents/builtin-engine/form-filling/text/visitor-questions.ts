import { fold } from './fold.ts';

/** However it is written, these begin a question of the visitor. */
const STRONG =
  /^(?:what(?:'s|s)?|where(?:'s|s)?|which|why|who(?:'s|se)?|how (?:much|many|long|do|does|can|late|early|far|often|should|is|are)|what time|do you(?! know (?:that )?i\b)|does (?:the|your|it|my)|are you|is there|are there|can you|could you|will you|have you|donde|adonde|cuant[oa]s? (?:cuesta|cuestan|vale|valen|cobran|cobra|es|son|sale|dura|tarda|tiempo (?:dura|tarda|hay))|a que hora|hasta que hora|desde que hora|que (?:horario|documentos|servicios|seguros|incluye|necesito|tengo que|debo)|como (?:llego|puedo|hago|pago|saco|agendo)|por que|es usted|eres|usted es|con quien (?:hablo|tengo|estoy))\b/;
/** These do where a question mark says so as well. */
const WEAK =
  /^(?:when|how|is|am|was|can i|could i|may i|should i|must i|do i|will i|will it|would it|any|cuando|cual(?:es)?|que|como|quien(?:es)?|cuant[oa]s?|tienen?|hay|puedo|pueden?|podria\w*|ofrecen|aceptan|atienden|hacen|trabajan|abren|cierran|venden|debo|necesito|tengo que|hace falta|se (?:puede|necesita|paga)|sabe[ns]?|esta[ns]?|son)\b/;
/** “Can I come on Monday?”, “¿puede ser a las diez?” tell what is wanted. */
const PROPOSES =
  /\b(?:how about|what about|que tal|puede ser|podria ser|seria posible|can (?:i|we|it|you) (?:come|be|do|get)|could (?:i|we|it|you) (?:come|be|do|get)|would (?:\w+ ){1,3}(?:work|be)|is (?:\w+ ){1,4}(?:ok|okay|possible|available|free|fine)|puedo (?:ir|pasar|venir)|(?:puede|pueden|podrian) (?:venir|pasar) (?:el|la|manana|hoy|a las)|podria (?:ir|pasar|venir)|esta bien|le parece|estaria bien)\b/;
const SENTENCE = /[^.!?\n]*(?:[.!?]+|\n|$)/g;

/** Whether a sentence of the visitor asks for something and tells nothing. */
export function isVisitorQuestion(sentence: string): boolean {
  const folded = fold(sentence)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:y|and|but|pero|oiga|disculpe|perdon|excuse me|por cierto|by the way)[\s,]+/, '');
  if (PROPOSES.test(folded)) return false;
  return STRONG.test(folded) || (/[?¿]/.test(sentence) && WEAK.test(folded));
}

/** Without the sentences that ask, every other character at its place. */
export const withoutQuestions = (content: string): string =>
  content.replace(SENTENCE, (sentence) => (isVisitorQuestion(sentence) ? ' '.repeat(sentence.length) : sentence));

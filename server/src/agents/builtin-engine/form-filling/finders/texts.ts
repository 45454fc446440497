import { type Exchange, type Finder, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { fold } from '../text/fold.ts';
import { readWords, type Span } from '../text/utterance.ts';
import { readEmails, readPhones, type TextMention } from '../values/contact-details.ts';
import { readFreeText } from '../values/free-text.ts';
import { readAnsweredName, readContactName, readIntroducedNames, readSignature, readTitledName } from '../values/names.ts';
import { isDontKnow, readYesNo } from '../values/yes-no.ts';
import { findAddress } from './addresses.ts';
import { findAllergens } from './allergens.ts';
import { chooseSaid } from './choose-said.ts';
import { findInsurer } from './insurers.ts';
import { findBrand } from './labels.ts';
import { findOccupation } from './occupations.ts';
import { findReason } from './reasons.ts';

/** Texts by what they are; what a form only describes in words is taken as it is answered. */
export const findText: Finder = (meaning, exchange, scene) => {
  const id =
    meaning.field.format === 'email'
      ? 'email'
      : meaning.field.format === 'phone' || meaning.field.format === 'tel'
        ? 'phone'
        : meaning.topic?.id;
  if (id === 'email') {
    const told = asFindings(readEmails(exchange.reply.content), exchange, 0.95).slice(-1);
    return told.length > 0 ? told : confirmed(exchange, readEmails);
  }
  if (id === 'phone') return findPhone(meaning, exchange);
  if (id === 'name') return findName(meaning, exchange, scene);
  if (id === 'address') return findAddress(meaning, exchange);
  if (id === 'reason') return findReason(meaning, exchange, scene);
  if (id === 'insurer') return findInsurer(meaning, exchange, scene);
  if (id === 'brand') return findBrand(meaning, exchange);
  if (id === 'occupation') return findOccupation(meaning, exchange, scene);
  if (id === 'allergens') return findAllergens(meaning, exchange, scene);
  return findAnswer(meaning, exchange);
};

const asFindings = (mentions: readonly TextMention[], { reply }: Exchange, confidence: number): Finding[] =>
  mentions.map(({ value, start, end }) => finding(value, reply, { start, end }, confidence));

function findPhone(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  const phones = readPhones(reply.content, readWords(reply.folded));
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const fitting = phones.filter(
    ({ value, start }) =>
      matches(meaning, value) &&
      (isAsked ||
        value.replace(/\D/g, '').length >= 8 ||
        /tel|cel|movil|number|phone/.test(reply.folded.slice(Math.max(0, start - 25), start))),
  );
  const chosen = chooseSaid(fitting, reply, { isOfPlan: false, isSame: (one, other) => one.value === other.value });
  return chosen
    ? asFindings([chosen.said], exchange, chosen.isContested ? 0.5 : 0.95)
    : confirmed(exchange, (text) => readPhones(text, readWords(fold(text))));
}

/** “Is your number still 622 555 010?” – “Yes, that one.” */
function confirmed(exchange: Exchange, read: (text: string) => TextMention[]): Finding[] {
  const { question, reply } = exchange;
  const answer = readYesNo(reply.folded);
  const [only, ...more] = question ? read(question.content) : [];
  if (answer?.value !== true || !only || more.length > 0 || !question?.sentences.some((one) => one.isQuestion)) return [];
  return [withQuestion(finding(only.value, reply, answer, 0.85), exchange, only)];
}

function matches({ field }: FieldMeaning, value: string): boolean {
  if (field.pattern === undefined || field.pattern.length > 200) return true;
  try {
    return new RegExp(field.pattern, 'u').test(value);
  } catch {
    return true;
  }
}

function findName(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const beside = readContactName(reply.content);
  const isOfContact = beside !== undefined && (isAsked || exchange.asked.some((one) => one.meaning.topic?.id === 'phone'));
  if (beside && isOfContact && isNotASelfOf(beside, reply.folded, scene)) return asFindings([beside], exchange, 0.9);
  const answered = isAsked ? (readAnsweredName(reply.content) ?? nameApartFromNumber(exchange)) : undefined;
  if (answered && isNotASelfOf(answered, reply.folded, scene)) return asFindings([answered], exchange, 0.9);
  const introduced = readIntroducedNames(reply.content, scene.carer !== undefined);
  return introduced.length > 0
    ? asFindings(introduced, exchange, 0.85).slice(-1)
    : asFindings([...readSignature(reply.content), ...(scene.carer ? [] : readTitledName(reply.content))], exchange, 0.6).slice(0, 1);
}

/** “… five five five, segundo guaman”: in small letters, but asked for, and nothing else is left of the reply. */
function nameApartFromNumber({ reply }: Exchange): TextMention | undefined {
  const [phone] = readPhones(reply.content, readWords(reply.folded));
  if (!phone) return undefined;
  const rest = ' '.repeat(phone.end) + reply.content.slice(phone.end);
  return readAnsweredName(rest);
}

/** A carer who says “yo soy Ana” does not name the patient. */
const isNotASelfOf = ({ start }: Span, folded: string, { carer }: Scene): boolean =>
  carer === undefined || !/\b(?:yo soy|i'm|i am|me llamo|my name is)\s+(?:la |el )?$/.test(folded.slice(0, start));

/** The words of an answer, where the form asks for words. */
function findAnswer(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  if (!isAsked || isDontKnow(reply.folded) || reply.sentences[0]?.isQuestion) return [];
  const yesNo = readYesNo(reply.folded);
  if (yesNo?.value === false) return [];
  const answer = readFreeText(reply.content);
  if (!answer || (yesNo && answer.start <= yesNo.start)) return [];
  return matches(meaning, answer.value) && isLongEnough(meaning, answer.value) ? asFindings([answer], exchange, 0.6) : [];
}

const isLongEnough = ({ field }: FieldMeaning, value: string): boolean =>
  value.length >= (field.minimum ?? 1) && value.length <= (field.maximum ?? 500);

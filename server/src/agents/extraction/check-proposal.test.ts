import { describe, expect, test } from 'vitest';
import { readFormSchema } from '../forms/form-schema.ts';
import type { FieldValue } from '../forms/known-field.ts';
import { checkProposal } from './check-proposal.ts';
import type { ExtractionMessage } from './extraction-engine.ts';

const NOW = new Date('2026-11-20T12:00:00Z');

/** What the checks make of one value for one field, said in the last message or in the words of `quote`. */
function check(schema: object, dialogue: string[], value: unknown, quote?: string) {
  const reading = readFormSchema({ type: 'object', properties: { field: schema } }, 'form');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const messages = dialogue.map((line, index): ExtractionMessage => {
    const [, who = 'V', content = ''] = /^([AV]): (.*)$/s.exec(line) ?? [];
    return { id: `m${index}`, role: who === 'A' ? 'assistant' : 'user', content };
  });
  const last = messages.at(-1);
  const evidence = [{ messageId: last?.id ?? '', quote: quote ?? last?.content ?? '' }];
  const { accepted, refused } = checkProposal({ form: reading.form, messages, now: NOW, timeZone: 'UTC' }, [
    { fieldName: 'field', value: value as FieldValue, confidence: 0.9, evidence },
  ]);
  return { value: accepted[0]?.value, confidence: accepted[0]?.confidence, evidence: accepted[0]?.evidence, reason: refused[0]?.reason };
}

const accepted = (...args: Parameters<typeof check>) => check(...args).value;
const reason = (...args: Parameters<typeof check>) => check(...args).reason;

const AGE = { type: 'integer', title: 'Age', description: 'In years', minimum: 0, maximum: 120 };
const WEIGHT = { type: 'number', title: 'Weight (kg)', minimum: 1, maximum: 350 };
const HEIGHT = { type: 'number', title: 'Estatura', description: 'En centímetros' };
const FEVER = { type: 'number', title: 'Temperature', description: 'In degrees Celsius', minimum: 30, maximum: 45 };
const DIABETES = { type: 'boolean', title: 'Diabetes', medicalTerms: ['diabetic', 'high blood sugar'] };
const DAY = { type: 'string', title: 'Day', format: 'date' };

describe('numbers', () => {
  test.each([
    ['in figures', AGE, 'I am 45 years old', 45, 45],
    ['in words', AGE, 'I am seventy-six years old', 76, 76],
    ['en palabras', AGE, 'tengo setenta y seis años de edad, age', 76, 76],
    ['as a text', AGE, 'my age is 45', '45', 45],
    ['in pounds', WEIGHT, 'I weigh 180 pounds', 180, 81.6],
    ['in pounds, converted by the engine', WEIGHT, 'I weigh 180 lb', 81.65, 81.65],
    ['in stone', WEIGHT, '11 stone 4', 71.7, 71.7],
    ['y medio', WEIGHT, 'peso 26 kilos y medio', 26.5, 26.5],
    ['in feet and inches', HEIGHT, "I'm 5'11", 180.3, 180.3],
    ['uno setenta', HEIGHT, 'mido uno setenta', 170, 170],
    ['1 metro 62', HEIGHT, 'mido 1 metro 62', 162, 162],
    ['in Fahrenheit', FEVER, 'my temperature was 102 °F', 102, 38.9],
    ['con decimales hablados', FEVER, 'treinta y ocho con siete de temperatura', 38.7, 38.7],
  ])('%s', (_how, field, said, value, kept) => {
    expect(accepted(field, [`V: ${said}`], value)).toBe(kept);
  });

  test.each([
    ['another one', AGE, 'my age is 45', 46, 'not-supported'],
    ['out of range', AGE, 'my age is 450', 450, 'out-of-range'],
    ['out of range once it is converted', WEIGHT, 'I weigh 900 lb', 900, 'out-of-range'],
    ['of something else', WEIGHT, 'I am 180 cm tall', 180, 'not-supported'],
    ['half a year', AGE, 'my age is 45 and a half', 45.5, 'wrong-type'],
    ['in words that are none', AGE, 'old enough', 'old', 'wrong-type'],
  ])('%s is refused', (_how, field, said, value, why) => {
    expect(reason(field, [`V: ${said}`], value)).toBe(why);
  });

  test('a bare number is surer where it was asked for', () => {
    const asked = check(AGE, ['A: What is your age?', 'V: 45'], 45);
    const unasked = check(AGE, ['A: Where do you live?', 'V: 45'], 45);
    expect(asked.confidence).toBeGreaterThan(unasked.confidence ?? 1);
  });
});

describe('yes and no', () => {
  test.each([
    ['Noted: no. Do you have diabetes?', 'yes', true],
    ['Noted: no. Do you have diabetes?', 'no', false],
    ['Anotado: no. ¿Tiene diabetes?', 'sí', true],
  ])('“%s” – “%s” is as sure as after any other word', (question, answer, value) => {
    const after = check(DIABETES, [`A: ${question}`, `V: ${answer}`], value);
    const plain = check(DIABETES, ['A: Do you have diabetes?', `V: ${answer}`], value);
    expect(after).toMatchObject({ value, confidence: plain.confidence });
  });

  test.each([
    ['a plain yes', ['A: Do you have diabetes?', 'V: Yes'], true],
    ['a plain no', ['A: Do you have diabetes?', 'V: no'], false],
    ['a statement', ['V: I am diabetic'], true],
    ['a denial', ["V: I don't have diabetes"], false],
    ['one behind', ['V: diabetes no, asma sí'], false],
    ['by another word', ['A: Any high blood sugar?', 'V: never'], false],
  ])('%s', (_how, dialogue, value) => {
    expect(accepted(DIABETES, dialogue, value)).toBe(value);
  });

  test.each([
    ['a yes for a no', ['A: Do you have diabetes?', 'V: no'], true, 'denied'],
    ['a no for a yes', ['A: Do you have diabetes?', 'V: yes'], false, 'contradicted'],
    ['a yes for a denial', ['V: I have never had diabetes'], true, 'denied'],
    ['a no for a statement', ['V: I am diabetic'], false, 'contradicted'],
    ['silence', ['V: my knee hurts'], false, 'not-supported'],
    ['silence, as a yes', ['V: my knee hurts'], true, 'not-supported'],
    ['a question', ['V: Do I have diabetes?'], true, 'only-supposed'],
    ['a supposition', ['V: what if I have diabetes'], true, 'only-supposed'],
    ['a relative', ['V: my mother has diabetes'], true, 'other-person'],
    ['a relative in the question', ['A: Does your mother have diabetes?', 'V: yes'], true, 'other-person'],
    ['a relative in the sentence before', ['V: My father is old. He has diabetes.'], true, 'other-person'],
  ])('%s is refused', (_how, dialogue, value, why) => {
    const quote = dialogue.at(-1)?.includes('He has') ? 'He has diabetes' : undefined;
    expect(reason(DIABETES, dialogue, value, quote)).toBe(why);
  });

  test('what is said of oneself beside a relative counts', () => {
    expect(accepted(DIABETES, ['V: My sister has asthma, but I have diabetes'], true)).toBe(true);
    expect(accepted(DIABETES, ['V: diabetes no, gracias a dios, mi hermana sí'], false)).toBe(false);
  });

  test('whoever speaks for a relative speaks of the patient', () => {
    expect(accepted(DIABETES, ['V: I am writing for my son. My son has diabetes'], true)).toBe(true);
    expect(accepted(DIABETES, ['V: Es para mi madre', 'V: mi madre tiene diabetes'], true)).toBe(true);
    expect(accepted(AGE, ['V: My son is 5 and has a fever', 'A: What is his age again?', 'V: My son is 5'], 5)).toBe(5);
  });

  test('a field about relatives is about relatives', () => {
    const family = { type: 'boolean', title: 'Family history of diabetes' };
    expect(accepted(family, ['V: my mother has diabetes'], true)).toBe(true);
  });
});

describe('choices', () => {
  const smoking = { type: 'string', title: 'Smoking', description: 'current, former, never', enum: ['current', 'former', 'never'] };
  const sex = { type: 'string', title: 'Sexo', description: 'female (mujer), male (hombre)', enum: ['female', 'male'] };

  test('are brought into the spelling of the form', () => {
    expect(accepted(smoking, ['V: I am a former smoker'], 'Former')).toBe('former');
    expect(accepted(sex, ['A: ¿Sexo?', 'V: mujer'], 'mujer')).toBe('female');
  });

  test('that the words do not name are refused', () => {
    expect(reason(smoking, ['V: I am a former smoker'], 'sometimes')).toBe('not-a-choice');
    expect(reason(smoking, ['V: I am a former smoker'], 'current')).toBe('contradicted');
    expect(reason(sex, ['A: ¿Sexo?', 'V: hombre'], 'female')).toBe('contradicted');
    expect(reason(sex, ['V: me duele la rodilla'], 'female')).toBe('not-supported');
  });

  test('of a list stand by themselves, each once', () => {
    const allergies = { type: 'array', title: 'Allergies', items: { type: 'string', enum: ['penicillin', 'latex', 'eggs'] } };
    const said = ['A: Any allergies?', 'V: Penicillin. Latex no'];
    expect(accepted(allergies, said, ['penicillin', 'Penicillin', 'latex'])).toEqual(['penicillin']);
    expect(accepted(allergies, ['A: Any allergies?', 'V: no'], [])).toEqual([]);
    expect(reason(allergies, ['V: my knee hurts'], [])).toBe('not-supported');
  });
});

describe('days and times', () => {
  test.each([
    ['the 3rd of December', '2026-12-03'],
    ['December 3', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['tomorrow', '2026-11-21'],
    ['pasado mañana', '2026-11-22'],
    ['el jueves que viene', '2026-11-26'],
    ['hace dos semanas', '2026-11-06'],
    ['in three days', '2026-11-23'],
    ['el 15', '2026-12-15'],
    ['born on March 15, 1980', '1980-03-15'],
    ['nací el quince de marzo de 1980', '1980-03-15'],
  ])('“%s” is %s', (said, day) => {
    expect(accepted(DAY, [`V: ${said}`], day)).toBe(day);
  });

  test.each([
    ['in March', '2026-03-01'],
    ['in 1998', '1998-01-01'],
    ['tomorrow', '2026-11-22'],
    ['next Thursday', '2026-11-27'],
    ['December 3', '2026-12-04'],
    ['March 15', '1980-03-15'],
    ['some day', '2026-12-01'],
  ])('“%s” is not %s', (said, day) => {
    expect(reason(DAY, [`V: ${said}`], day)).toBe('not-supported');
  });

  test('that do not exist are refused', () => {
    expect(reason(DAY, ['V: the 30th of February'], '2026-02-30')).toBe('wrong-format');
  });

  test.each([
    ['at half past three', '15:30'],
    ['at 9 am', '09:00'],
    ['a las tres y media de la tarde', '15:30'],
    ['a quarter to five', '16:45'],
    ['17.30', '17:30'],
    ['noon', '12:00'],
  ])('“%s” is %s', (said, time) => {
    expect(accepted({ type: 'string', title: 'Time', format: 'time' }, [`V: ${said}`], time)).toBe(time);
  });

  test('the other half of the day is refused', () => {
    expect(reason({ type: 'string', title: 'Time', format: 'time' }, ['V: 9 am'], '21:00')).toBe('not-supported');
  });
});

describe('texts', () => {
  const name = { type: 'string', title: 'Full name' };

  test('are the visitor’s own words', () => {
    expect(accepted(name, ['V: My name is Ana Lopez'], 'Ana Lopez')).toBe('Ana Lopez');
    expect(reason(name, ['V: My name is Ana'], 'Ana Lopez')).toBe('not-supported');
    expect(reason(name, ['V: My name is Ana'], 'unknown')).toBe('empty');
    expect(accepted({ type: 'string', title: 'Reason' }, ['V: it is my knee, it hurts a lot'], 'Knee hurts')).toBe('Knee hurts');
  });

  test('a number of a person may be spoken', () => {
    const phone = { type: 'string', title: 'Phone', format: 'phone' };
    expect(accepted(phone, ['V: call 415-555-0132'], '+1 415 555 0132')).toBe('+1 415 555 0132');
    expect(reason(phone, ['V: call 415-555-0132'], '+1 415 555 0133')).toBe('not-supported');
    const email = { type: 'string', title: 'E-mail', format: 'email' };
    expect(accepted(email, ['V: ana punto lopez arroba example punto com'], 'ana.lopez@example.com')).toBe('ana.lopez@example.com');
  });

  test('a pattern of a page cannot hold anybody up', () => {
    const evil = { type: 'string', title: 'Code', pattern: '^(a+)+$' };
    expect(reason(evil, [`V: ${'a'.repeat(60)}!`], `${'a'.repeat(60)}!`)).toBe('wrong-pattern');
  });
});

describe('evidence', () => {
  test('is kept in the message’s own words', () => {
    const { evidence } = check(AGE, ['V: Well, my AGE is — 45 years, I think'], 45, 'my age is 45 years');
    expect(evidence).toEqual([{ messageId: 'm0', quote: 'my AGE is — 45 years' }]);
  });

  test('of which three quarters stand there in order is evidence, and less sure', () => {
    const loose = check(AGE, ['V: my age is now, as it happens, 45 years'], 45, 'my age is 45 years old');
    expect(loose.value).toBe(45);
    expect(loose.confidence).toBeLessThan(0.9);
    expect(reason(AGE, ['V: my age is 45'], 45, 'I told you that this is how old I am')).toBe('quote-not-found');
  });

  test('that quotes the question alone takes the answer along', () => {
    const reading = readFormSchema({ type: 'object', properties: { field: DIABETES } }, 'form');
    if (!reading.ok) throw new Error('no form');
    const messages: ExtractionMessage[] = [
      { id: 'q', role: 'assistant', content: 'Do you have diabetes?' },
      { id: 'a', role: 'user', content: 'Yes, for years' },
    ];
    const evidence = [{ messageId: 'q', quote: 'Do you have diabetes?' }];
    const propose = (value: boolean) =>
      checkProposal({ form: reading.form, messages, now: NOW, timeZone: 'UTC' }, [{ fieldName: 'field', value, confidence: 1, evidence }]);
    expect(propose(true).accepted[0]?.evidence).toEqual([...evidence, { messageId: 'a', quote: 'Yes, for years' }]);
    expect(propose(false).refused[0]?.reason).toBe('contradicted');
  });
});

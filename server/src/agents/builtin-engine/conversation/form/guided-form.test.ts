import { describe, expect, test } from 'vitest';
import { CLINIC, hold, intakeWith } from '../conversation.testing.ts';

const text = (title: string) => ({ type: 'string', title });
const date = (title: string) => ({ type: 'string', format: 'date', title });
const en = () =>
  intakeWith({ nickname: text('Nickname'), fullName: text('Full name'), birthDate: date('Date of birth'), phone: text('Phone number') }, [
    'fullName',
    'phone',
    'birthDate',
  ]);
const last = ({ answers }: { answers: string[] }) => answers.at(-1) ?? '';

describe('a form, question by question', () => {
  test('required things come first, name and phone in a row, then the others, then a summary', async () => {
    const { answers } = await hold(['hi', 'Ana López', '212 555 0142', '15 March 1980', 'Anita', 'yes'], { intake: en() });

    expect(answers[0]).toMatch(/I will ask you a few short questions.* What is your full name\?$/);
    expect(answers[1]).toBe('Thank you, Ana. What phone number can we reach you on?');
    expect(answers[2]).toBe('Noted: 212 555 0142. What is your date of birth?');
    expect(answers[3]).toMatch(/^Noted: 15 March 1980\. Those were the most important ones\. .*“nickname”\?$/);
    expect(answers[4]).toContain('- Full name: Ana López\n- Date of birth: 15 March 1980\n- Phone number: 212 555 0142');
    expect(answers[4]).toMatch(/Is all of this right\?$/);
    expect(answers[5]).toMatch(/^Thank you! The team sees this .* nothing is booked or confirmed/);
  });

  test('what was told unasked is not asked for again', async () => {
    const { answers } = await hold(['My name is Ana López and I was born on March 15, 1980'], { intake: en() });
    expect(last({ answers })).toContain('I have noted: full name: Ana López; date of birth: 15 March 1980.');
    expect(last({ answers })).toMatch(/What phone number can we reach you on\?$/);
  });

  test('what cannot be read is asked for again with an example, then may be skipped, then is given up', async () => {
    const { answers } = await hold(['hi', 'Ana López', 'blue', 'green', 'red'], { intake: en() });

    expect(answers[2]).toBe(
      'Sorry, I did not understand that. Please write it like this: (212) 555-0142. What phone number can we reach you on?',
    );
    expect(answers[3]).toMatch(/write “skip” and we go on without it\. What phone number/);
    expect(answers[4]).toMatch(/^Let us leave “Phone number” for now\..* What is your date of birth\?$/);
  });

  test.each(['skip', 'I’d rather not say', "I don't know", 'none', 'prefiero no decirlo'])('“%s” leaves a question out', async (words) => {
    const { answers } = await hold(['hi', 'Ana López', words], { intake: en() });
    expect(last({ answers })).toMatch(/(?:leave that out|leave that empty)\. What is your date of birth\?$/);
  });

  test('what was left out does not come back by itself', async () => {
    const { answers } = await hold(['hi', 'Ana López', 'skip', '15 March 1980', 'Anita'], { intake: en() });
    expect(answers[3]).toMatch(/“nickname”\?$/);
    expect(answers[4]).toMatch(/Is all of this right\?$/);
  });

  test('a question in between is answered, and the form goes on where it was', async () => {
    const { answers } = await hold(['hi', 'Ana López', 'are you open now?', '212 555 0142'], { intake: en(), organisation: CLINIC });

    expect(answers[2]).toMatch(/^We are open now, until 17:00\.[\s\S]*Back to the questions: What phone number can we reach you on\?$/);
    expect(answers[3]).toMatch(/^Noted: 212 555 0142\./);
  });

  test('a correction of the answer before is taken for what it is', async () => {
    const { answers } = await hold(['hi', 'Jon Smith', 'sorry, John Smith'], { intake: en() });
    expect(last({ answers })).toBe('I have changed “Full name” to John Smith. What phone number can we reach you on?');
  });

  test('after the summary a named mistake is asked for anew', async () => {
    const lines = ['hi', 'Ana López', '212 555 0142', '15 March 1980', 'skip', 'the phone is wrong', '212 555 0143', 'yes'];
    const { answers } = await hold(lines, { intake: en() });

    expect(answers[5]).toBe('Of course, let us correct that. What phone number can we reach you on?');
    expect(answers[6]).toMatch(/^I have changed “Phone number” to 212 555 0143\.[\s\S]*Is all of this right\?$/);
    expect(answers[7]).toMatch(/^Thank you!/);
  });

  test('“no” to the summary asks what to change', async () => {
    const { answers } = await hold(['hi', 'Ana López', '212 555 0142', '15 March 1980', 'skip', 'no'], { intake: en() });
    expect(last({ answers })).toMatch(/^What should I change\?/);
  });

  test('“not now” stops the questions, “continue” takes them up', async () => {
    const { answers } = await hold(['hi', 'Ana López', 'not now', 'thanks', 'continue'], { intake: en() });

    expect(answers[2]).toMatch(/^All right, no more questions\./);
    expect(answers[3]).toBe('You are welcome!');
    expect(answers[4]).toBe('Good, let us go on. What phone number can we reach you on?');
  });

  test('“that’s all” ends it with what there is', async () => {
    const { answers } = await hold(['hi', 'Ana López', "that's all"], { intake: en() });
    expect(last({ answers })).toContain('- Full name: Ana López\n\nIs all of this right?');
  });

  test('what a person has confirmed holds, and what was rejected is not asked for', async () => {
    const intake = en();
    const fields = [
      { fieldName: 'fullName', value: 'Ana María López', confidence: 1, status: 'confirmed' as const, evidence: [] },
      { fieldName: 'phone', value: null, confidence: 0, status: 'rejected' as const, evidence: [] },
    ];
    const { answers } = await hold(['My name is Ana López', '15 March 1980', "that's all"], { intake: { ...intake, fields } });

    expect(answers[0]).toMatch(/What is your date of birth\?$/);
    expect(answers[2]).toContain('- Full name: Ana María López');
  });

  test.each([
    ['en', ['Do you smoke?', 'Do you have asthma?'], 'yes', 'Do you have asthma: yes'],
    ['es', ['¿Fuma?', '¿Tiene asma?'], 'sí', 'Tiene asma: sí'],
  ])('%s: a yes after a no is a yes', async (language, [first, second], yes, noted) => {
    const properties = { first: { type: 'boolean', title: first }, second: { type: 'boolean', title: second } };
    const { answers } = await hold(['hola', 'no', yes], { intake: intakeWith(properties), language });
    expect(last({ answers })).toContain(noted);
  });

  test.each([
    ['en', 'I would like to answer the questions before my operation.', /^What is your full name\?$/],
    ['es', 'Quiero responder las preguntas antes de mi operación.', /^¿Cuál es su nombre completo\?$/],
  ])('%s: who wants to answer the questions is asked the one that is open', async (language, words, question) => {
    const { answers } = await hold(['hola', words], { intake: intakeWith({ name: text('Full name') }), language });
    expect(last({ answers })).toMatch(question);
  });

  test('what the team is to be asked is not asked of the visitor, and is noted where it is said', async () => {
    const properties = {
      creatinine: { type: 'number', title: 'Creatinine', askedOf: 'team' },
      nickname: text('Nickname'),
      dialysis: { type: 'boolean', title: 'Dialysis', askedOf: 'team' },
    };
    const { answers } = await hold(['hi', 'Anita. I am on dialysis.'], { intake: intakeWith(properties, ['creatinine']) });
    expect(answers[0]).toMatch(/“nickname”\?$/);
    expect(answers[1]).toMatch(/Dialysis: yes\n\nIs all of this right\?$/);
  });

  test('a question that an answer has made pointless is left out', async () => {
    const form = intakeWith({
      insured: { type: 'boolean', title: 'Do you have insurance?' },
      insurer: text('Insurance company'),
      nickname: text('Nickname'),
    });
    const { answers } = await hold(['hi', 'no'], { intake: form });
    expect(last({ answers })).toMatch(/“nickname”\?$/);
  });

  test('somebody who asks for a person half-way gets one', async () => {
    const { calls } = await hold(['hi', 'Ana López', 'let me talk to a person'], { intake: en() });
    expect(calls.map(({ tool }) => tool)).toEqual(['transfer_to_person']);
  });

  test('who writes for somebody else is not called by the name of the patient', async () => {
    const { answers } = await hold(['I want an appointment for my mother', 'Rosa Jiménez'], { intake: en() });
    expect(answers[0]).toContain('Please answer for the person that you are writing for.');
    expect(answers[1]).toMatch(/^Noted: Rosa Jiménez\./);
  });

  test('a question that was not understood comes once more, and one that is resented is explained', async () => {
    const { answers, calls } = await hold(['hi', 'what?', 'why do you need my name?'], { intake: en(), finds: () => [] });
    expect(calls).toEqual([]);
    expect(answers[1]).toBe('Let me ask once more: What is your full name?');
    expect(answers[2]).toMatch(/^The form of this page asks for it\..* What is your full name\?$/);
  });

  test.each([
    ['en', 'First visit', 'perhaps', 'yes', 'First visit: yes'],
    ['en', 'First visit', 'perhaps', 'no', 'First visit: no'],
    ['es', '¿Tiene seguro?', 'azul', 'sí', 'Tiene seguro: sí'],
    ['es', '¿Tiene seguro?', 'azul', 'no', 'Tiene seguro: no'],
  ])('%s: after “%s” was not answered, a plain word is enough', async (language, title, unclear, plain, noted) => {
    const form = intakeWith({ only: { type: 'boolean', title } });
    const { answers } = await hold(['hola', unclear, plain], { intake: form, language });
    expect(answers[1]).toMatch(/^(?:Sorry|Disculpe)/);
    expect(answers[2]).toContain(noted);
  });

  test('in Spanish', async () => {
    const form = intakeWith({
      nombre: text('Nombre completo'),
      telefono: text('Teléfono'),
      tieneSeguro: { type: 'boolean', title: '¿Tiene seguro?' },
    });
    const { answers } = await hold(['hola', 'Ana López', 'mmm', '55 1234 5678', 'sí', 'sí, todo bien'], { intake: form, language: 'es' });

    expect(answers.slice(1, 4)).toEqual([
      'Gracias, Ana. ¿A qué número de teléfono le podemos llamar?',
      'Disculpe, no lo entendí. Escríbalo así, por favor: 55 1234 5678. ¿A qué número de teléfono le podemos llamar?',
      'Anotado: 55 1234 5678. ¿Tiene seguro?',
    ]);
    expect(answers[4]).toContain('- Nombre completo: Ana López\n- Teléfono: 55 1234 5678\n- Tiene seguro: sí\n\n¿Está todo bien así?');
    expect(answers[5]).toMatch(/^¡Gracias! El equipo verá estos datos/);
  });
});

import { describe, expect, test } from 'vitest';
import { CLINIC, hold, intakeWith } from './conversation.testing.ts';

const parking = { title: 'Parking', text: 'There is a car park behind the building.', score: 0.8, confidence: 'confident' } as const;

describe('a visitor without a form', () => {
  test('is told once what answers, and not with every message', async () => {
    const { answers } = await hold(['hello', 'thank you', 'bye'], { organisation: CLINIC });

    expect(answers[0]).toMatch(/^Hello! I am the automatic assistant of Riverside Clinic: not a person, and no language model\. I can /);
    expect(answers[0]).toMatch(/How can I help you\?$/);
    expect(answers.slice(1)).toEqual(['You are welcome!', 'Goodbye, and take care! You can write again at any time.']);
  });

  test.each([
    ['en', 'are you a robot?', 'I am a program, not a person'],
    ['en', 'who are you', 'I am a program, not a person'],
    ['en', 'this is useless, you stupid machine', 'I am sorry that this is not going well'],
    ['en', '🙃', 'I can only read words'],
    ['en', 'how are you?', 'I am a program, so I am always well'],
    ['en', '[Attachment: rash.png, 12 kB]', 'I cannot open files'],
    ['en', 'never mind', 'All right.'],
    ['en', 'haha', 'All right.'],
    ['es', '¿usted es un robot?', 'Soy un programa, no una persona'],
    ['es', '¿con quién hablo?', 'Soy un programa, no una persona'],
    ['es', 'no me sirve para nada', 'Lamento que esto no vaya bien'],
    ['es', 'muchas gracias', '¡Con mucho gusto!'],
    ['es', 'hasta luego', '¡Hasta pronto, y cuídese!'],
  ])('%s: “%s” is answered kindly', async (language, said, words) => {
    const { answers } = await hold([language === 'en' ? 'hello' : 'hola', said], { language });
    expect(answers[1]).toContain(words);
  });

  test('is offered a person after a complaint, and “yes” takes the offer', async () => {
    const { answers, calls } = await hold(['hello', 'this is useless', 'yes please']);

    expect(answers[1]).toMatch(/Would you like me to pass you to a person\?$/);
    expect(calls).toEqual([{ tool: 'transfer_to_person', arguments: { reason: 'The visitor asked for a person.' } }]);
    expect(answers[2]).toContain('the team has our conversation now');
  });

  test('who wants a person where none can come is told so', async () => {
    const { answers, calls } = await hold(['I want to talk to a person'], { tools: [] });
    expect(calls).toEqual([]);
    expect(answers[0]).toContain('I cannot connect you with a person');
  });

  test('in an emergency reads of the emergency number first, and of nothing else', async () => {
    const form = intakeWith({ name: { type: 'string', title: 'Name' } });
    const { answers } = await hold(['chest pain, what are your hours?'], { urgency: 'emergency', organisation: CLINIC, intake: form });

    expect(answers[0]).toMatch(/^This may be an emergency\. Please get help right now: call the emergency number/);
    expect(answers[0]).not.toMatch(/What is your name|opening hours/);
  });

  test('with something urgent is told so before anything else', async () => {
    const { answers } = await hold(['hello', 'I have had a fever for a week'], { urgency: 'urgent' });
    expect(answers[1]).toMatch(/^What you describe may need medical attention today/);
  });

  test('who writes in the other language repeatedly is answered in it, and stays there', async () => {
    const { answers } = await hold([
      'hello',
      'quisiera saber si atienden los sábados por la mañana',
      'es que no puedo ir entre semana por el trabajo',
      'gracias',
    ]);

    expect(answers[1]).toMatch(/I do not know/);
    expect(answers[2]).toMatch(/[¿áéíóú]/);
    expect(answers[3]).toBe('¡Con mucho gusto!');
  });

  test('whose first message is clearly Spanish is answered in Spanish, whatever the browser says', async () => {
    const { answers } = await hold(['Hola, quisiera saber si atienden los sábados']);
    expect(answers[0]).toContain('Soy el asistente automático');
  });

  test('of the last resort hears that the usual assistant is away, once', async () => {
    const { answers } = await hold(['hello', 'thanks'], { role: 'last-resort' });
    expect(answers[0]).toContain('The assistant that usually answers here is not available right now.');
    expect(answers[1]).toBe('You are welcome!');
  });
});

describe('a question', () => {
  test('is looked up as it was asked, and answered in the words of the document, with its title', async () => {
    const { answers, calls } = await hold(['Hi! Is there parking? Thanks!'], { finds: () => [parking] });

    expect(calls).toEqual([{ tool: 'search_knowledge', arguments: { query: 'Is there parking?' } }]);
    expect(answers[0]).toContain('This is what our information says:\n\n**Parking**\n> There is a car park behind the building.');
  });

  test('with several answers shows up to three, and says that it is not sure', async () => {
    const close = [0.66, 0.64, 0.62, 0.6].map((score, index) => ({ ...parking, title: `Place ${index + 1}`, score }));
    const { answers } = await hold(['Is there parking?'], { finds: () => close });

    expect(answers[0]).toContain('I am not sure which one fits');
    expect(answers[0]).toContain('**Place 3**');
    expect(answers[0]).not.toContain('**Place 4**');
  });

  test('whose best answer is only near says so', async () => {
    const { answers } = await hold(['Is there parking?'], { finds: () => [{ ...parking, score: 0.5, confidence: 'related' }] });
    expect(answers[0]).toContain('I am not sure that it answers it');
  });

  test('with nothing but doubtful passages has no answer, and a person is offered', async () => {
    const { answers } = await hold(['Do you sell glasses?'], { finds: () => [{ ...parking, score: 0.2, confidence: 'doubtful' }] });

    expect(answers[0]).toContain('I do not know the answer to that');
    expect(answers[0]).toMatch(/Would you like me to pass you to a person\?$/);
    expect(answers[0]).not.toContain('car park');
  });

  test('that goes on from the one before is looked up with it', async () => {
    const { calls } = await hold(['How much is a check-up?', 'and for children?'], { finds: () => [parking] });
    expect(calls[1]?.arguments.query).toBe('How much is a check-up? and for children?');
  });

  test('of a few words is one too, and a statement is not', async () => {
    const { calls, answers } = await hold(['parking', 'I am a patient of yours'], { finds: () => [parking] });
    expect(calls.map((call) => call.arguments.query)).toEqual(['parking']);
    expect(answers[1]).toContain('It is kept for the team.');
  });

  test('about the business is answered from what it says about itself, without a search', async () => {
    const lines = ['are you open now?', 'and on Saturdays?', 'where are you?', 'what is your phone number?', 'what services do you offer?'];
    const { answers, calls } = await hold(lines, { organisation: CLINIC, finds: () => [parking] });

    expect(calls).toEqual([]);
    expect(answers[0]).toContain('We are open now, until 17:00.');
    expect(answers[1]).toBe('On Saturday, December 5 we are open 09:00–12:00.');
    expect(answers.slice(2)).toEqual([
      'Our address is: 12 Main Street, Springfield.',
      'You can call us on +1 212 555 0100.',
      'We offer: Check-ups; Blood tests.',
    ]);
  });

  test('two things asked in one sentence are both told', async () => {
    const { answers } = await hold(['what is your address and are you open on saturday?'], { organisation: CLINIC });
    expect(answers[0]).toContain('On Saturday, December 5 we are open 09:00–12:00. Our address is: 12 Main Street, Springfield.');
  });

  test('two questions in one message are both answered', async () => {
    const { answers, calls } = await hold(['Where are you? Is there parking?'], { organisation: CLINIC, finds: () => [parking] });
    expect(calls).toHaveLength(1);
    expect(answers[0]).toContain('12 Main Street');
    expect(answers[0]).toContain('car park');
  });

  test('that the search failed to answer is not asked for ever', async () => {
    const { answers, calls } = await hold(['Is there parking?'], { finds: () => [] });
    expect(calls).toHaveLength(1);
    expect(answers[0]).toContain('I do not know');
  });
});

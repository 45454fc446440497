import { describe, expect, test } from 'vitest';
import { readCourtesies } from './courtesies.ts';
import { asksSomething, followsUp, sentencesOf } from './questions-asked.ts';
import { spokenLanguage } from './spoken-language.ts';
import { readTalk } from './talk.ts';

describe('courtesies', () => {
  test.each([
    ['Good morning! Is there parking? Thank you!', 'Is there parking?', ['greeting', 'thanks']],
    ['hola buenas tardes, ¿cuánto cuesta?', '¿cuánto cuesta?', ['greeting']],
    ['ok thanks, bye', '', ['thanks', 'goodbye']],
    ['Muchas gracias, que tenga buen día', '', ['thanks', 'goodbye']],
    ['Ana López', 'Ana López', []],
  ])('are told from what is said: %s', (text, rest, courtesies) => {
    const heard = readCourtesies(text);
    expect(heard.rest).toBe(rest);
    expect([...heard.courtesies].sort()).toEqual([...courtesies].sort());
  });
});

describe('a question', () => {
  test.each([
    'Is there parking?',
    'how much is it',
    'do you take cash',
    'cuanto cuesta la consulta',
    '¿Qué traigo?',
    'aceptan tarjeta',
    'que horario tienen',
  ])('is heard with a question mark or without: %s', (text) => expect(asksSomething(text)).toBe(true));
  test.each(['Ana López', 'back pain', 'I was born in May', 'me duele la espalda', 'no sé', 'mañana por la tarde'])(
    'is no answer: %s',
    (text) => expect(asksSomething(text)).toBe(false),
  );
  test('goes on from the one before when it is short and begins so', () => {
    expect(followsUp('and on Saturdays?')).toBe(true);
    expect(followsUp('¿y los sábados?')).toBe(true);
    expect(followsUp('How much is a blood test?')).toBe(false);
  });
  test('ends where its sentence does, and not in an abbreviation', () => {
    expect(sentencesOf('I saw Dr. Lee. Is he in? ¿Y mañana?')).toEqual(['I saw Dr. Lee.', 'Is he in?', '¿Y mañana?']);
  });
});

describe('the language of the answers', () => {
  test('stays with short texts, names and single slips', () => {
    expect(spokenLanguage('en', ['hello there', 'Ana María de la Cruz', 'sí', 'no gracias'])).toBe('en');
    expect(spokenLanguage('en', ['what are your hours please', 'me duele la espalda desde ayer'])).toBe('en');
  });
  test('follows who writes in the other one twice, and back', () => {
    const spanish = ['es que me duele la espalda', 'y no puedo ir por la mañana'];
    expect(spokenLanguage('en', ['what are your hours please', ...spanish])).toBe('es');
    expect(
      spokenLanguage('en', ['what are your hours please', ...spanish, 'sorry what was the price again', 'and can I pay with a card']),
    ).toBe('en');
  });
});

describe('a conversation', () => {
  test('keeps apart what the assistant, the team and the system said, and what was not answered yet', () => {
    const talk = readTalk([
      { role: 'system', content: 'Instructions.' },
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello!' },
      { role: 'assistant', content: '[Ada, a person of the team] What is your name?' },
      { role: 'user', content: '[Attachment: card.pdf, 3 kB]\nAna' },
      { role: 'assistant', content: '[Notice of the system] Somebody joined.' },
      { role: 'user', content: 'López' },
    ]);
    expect(talk.said.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Hi'],
      ['assistant', 'Hello!'],
      ['agent', 'What is your name?'],
      ['user', 'Ana'],
      ['user', 'López'],
    ]);
    expect(talk).toMatchObject({ latest: ['Ana', 'López'], hasFiles: true, lastAnswer: 'Hello!' });
  });
});

import { describe, expect, test } from 'vitest';
import { asksForPerson } from './asks-for-person.ts';

describe('a wish for a person is noticed', () => {
  test.each([
    'I want to talk to a person',
    'Can I speak with a human?',
    'can i please speak to someone',
    'Talk to a real person please.',
    'Please transfer me to your receptionist',
    'put me through to an operator',
    'I need a human',
    'Human, please!',
    'I would like a real person',
    'get me a representative',
    'This is useless. I want to speak directly with a manager!',
    "I don't understand you, let me talk to somebody",
    'Could you connect me with a nurse?',
  ])('in English: %s', (text) => expect(asksForPerson(text)).toBe(true));

  test.each([
    'Quiero hablar con una persona',
    '¿Puedo hablar con alguien?',
    'Páseme con un operador, por favor',
    'Necesito una persona real',
    '¿Me puede comunicar con la recepcionista?',
    'persona por favor',
    'Quisiera que me atienda una persona',
    'No entiendo nada, quiero hablar con un humano',
    'hablar con el médico',
  ])('in Spanish: %s', (text) => expect(asksForPerson(text)).toBe(true));
});

describe('other talk of people is left alone', () => {
  test.each([
    'Are you a real person?',
    "I don't want to talk to a person",
    'I do not need a human, just the opening hours',
    'Is the price per person?',
    'A person I know had this last year',
    'I am a person with diabetes',
    'The nurse told me to come back on Monday',
    'I need a doctor for my knee',
    'I was talking to my sister about it',
    'What are your hours?',
    '',
  ])('in English: %s', (text) => expect(asksForPerson(text)).toBe(false));

  test.each([
    '¿Es usted una persona?',
    'No quiero hablar con una persona',
    'No hace falta hablar con nadie',
    '¿Cuánto cuesta por persona?',
    'La persona que me atendió fue amable',
    'Mi médico me dijo que viniera',
    '¿Qué pasa con una persona alérgica?',
  ])('in Spanish: %s', (text) => expect(asksForPerson(text)).toBe(false));
});

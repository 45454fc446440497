import { describe, expect, test } from 'vitest';
import { spokenPart } from './spoken-part.ts';

const said = (content: string) => spokenPart({ role: 'user', content });

describe('what a visitor states', () => {
  test('is without the greeting, and every word stays at its place', () => {
    expect(said('Good morning! In the morning, please')).toBe('              In the morning, please');
  });
  test.each(['eres una persona?', 'donde me puedo estacionar', 'Is there parking?', '¿A qué hora abren mañana?'])(
    'is not a question: %s',
    (text) => expect(said(text).trim()).toBe(''),
  );
  test.each(['Can I come on Monday?', '¿Puede ser el jueves?', 'How about ten?', 'puedo el viernes', 'cuando pueda', 'Tomorrow at 5?'])(
    'is what it proposes: %s',
    (text) => expect(said(text)).toBe(text),
  );
  test('is the rest of a message with a question', () => {
    expect(said('Me llamo Ana. ¿Cuánto cuesta? Tengo 45 años').replace(/ +/g, ' ')).toBe('Me llamo Ana. Tengo 45 años');
  });
});

test('of the assistant, quotations and the lines of a summary ask nothing', () => {
  const content = 'Found:\n> Do you have diabetes?\n\n- Any allergies: no\n- What is your name?\n\nIs this right?';
  const spoken = spokenPart({ role: 'assistant', content });
  expect(spoken).toHaveLength(content.length);
  expect(spoken.split('\n').map((line) => line.trim())).toEqual(['Found:', '', '', '', '- What is your name?', '', 'Is this right?']);
});

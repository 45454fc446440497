import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { readYesNo } from './yes-no.ts';

const read = (text: string) => readYesNo(fold(text))?.value;

describe('plain answers', () => {
  test.each([
    'Yes',
    'Um, yeah.',
    "That's correct",
    'Absolutely',
    'I do.',
    'Sí, claro',
    'pues sí',
    'así es',
    'Oh yes I am',
    'No, you are right',
    'Aquí sí',
  ])('%s means yes', (text) => {
    expect(read(text)).toBe(true);
  });

  test.each([
    'No',
    'Nope.',
    'Not that I know of',
    'never',
    "I don't, no",
    'Yeah, no',
    'que yo sepa no',
    'para nada',
    'ninguna',
    'No no, imposible',
    'A mí no, tengo otro',
    'Nop',
  ])('%s means no', (text) => {
    expect(read(text)).toBe(false);
  });

  test.each(["I don't know", 'Not sure', 'no sé', 'no problem', 'Right now it hurts', "I don't think he has", 'maybe', 'Tuesday'])(
    '%s means neither',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

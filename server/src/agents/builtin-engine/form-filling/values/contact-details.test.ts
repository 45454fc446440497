import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { readWords } from '../text/utterance.ts';
import { readEmails, readPhones } from './contact-details.ts';
import { readAnsweredName, readIntroducedNames } from './names.ts';

const phones = (text: string) => readPhones(text, readWords(fold(text))).map(({ value }) => value);

describe('how to reach somebody', () => {
  test('a number is kept as it is written, a spelled one as its digits', () => {
    expect(phones('el 655 10 27 38, gracias')).toEqual(['655 10 27 38']);
    expect(phones('call +1 305-555-0176')).toEqual(['+1 305-555-0176']);
    expect(phones('cincuenta y cinco treinta y dos dieciocho cuarenta y siete noventa y uno')).toEqual(['5532184791']);
  });

  test('dates and small numbers are nobody’s', () => {
    expect(phones('08/05/1990')).toEqual([]);
    expect(phones('2026-11-20 at 9:15, floor 3')).toEqual([]);
  });

  test('addresses of mail are found, and spelled ones are put together', () => {
    expect(readEmails('write to ana.p+x@clinic.example please').map(({ value }) => value)).toEqual(['ana.p+x@clinic.example']);
    expect(readEmails('john at mail dot example').map(({ value }) => value)).toEqual(['john@mail.example']);
  });
});

describe('names', () => {
  test.each([
    ['Rodrigo Aravena, yo soy la Paola', 'Rodrigo Aravena'],
    ['ernesto villaseñor y mi número es el 55', 'ernesto villaseñor'],
    ['My name is Ana María de la Cruz.', 'Ana María de la Cruz'],
    ['Jesús Arredondo. Soy el encargado', 'Jesús Arredondo'],
  ])('%s', (text, name) => {
    expect(readAnsweredName(text)?.value).toBe(name);
  });

  test('what is no name is not taken for one', () => {
    expect(readAnsweredName('why do you need that')).toBeUndefined();
    expect(readAnsweredName('I have pain')).toBeUndefined();
  });

  test('somebody who comes for another does not introduce the patient', () => {
    expect(readIntroducedNames('Soy Paola y él es Rodrigo Aravena', true).map(({ value }) => value)).toEqual(['Rodrigo Aravena']);
    expect(readIntroducedNames('Hi, I’m Ana Gil', false).map(({ value }) => value)).toEqual([]);
    expect(readIntroducedNames("Hi, I'm Ana Gil", false).map(({ value }) => value)).toEqual(['Ana Gil']);
  });
});

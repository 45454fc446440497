import { expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';
import { spokenFor } from './relatives.ts';

const partsOf = (text: string, who: string[] = []) =>
  clausesOf(text, new Set(who)).map(({ start, end, isOfOthers }) => `${isOfOthers ? '–' : '+'}${text.slice(start, end).trim()}`);

test.each([
  ['I have asthma and my sister has epilepsy', ['+I have asthma', '+and', '–my sister has epilepsy']],
  ['My mother, who is 80, has diabetes', ['–My mother', '–who is 80', '–has diabetes']],
  ['My mother has it. She takes pills. I take none.', ['–My mother has it', '–She takes pills', '+I take none']],
  ['azúcar no, gracias a dios, mi hermana sí', ['+azúcar no', '+gracias a dios', '–mi hermana sí']],
  ['Mi padre es diabético. Tiene 80 años. Yo tengo 50', ['–Mi padre es diabético', '–Tiene 80 años', '+Yo tengo 50']],
  ['my wife says I snore', ['+my wife says I snore']],
  ['I live with my husband', ['+I live with', '–my husband']],
  ['My doctor gave me 20 mg', ['+My doctor gave me 20 mg']],
])('of whom “%s” speaks', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test('a relative for whom the visitor speaks is the patient', () => {
  expect(partsOf('my son has a fever', ['son'])).toEqual(['+my son has a fever']);
});

test.each([
  [['I am writing for my daughter'], ['daughter']],
  [['Quiero una cita para mi marido Rodrigo'], ['marido']],
  [['My son is 5 and has a fever'], ['son']],
  [['My mother needs an appointment'], ['mother']],
  [['hi', 'my daughter'], ['daughter']],
  [['My mother has diabetes'], []],
  [['I have a cough, like my son'], []],
  [['I care for my mother and I have a cough'], []],
])('%j come for %j', (messages, who) => {
  expect([...spokenFor(messages)]).toEqual(who);
});

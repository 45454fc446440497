import { describe, expect, test } from 'vitest';
import { readFormSchema } from '../../forms/form-schema.ts';
import { createBuiltinExtraction } from './builtin-extraction.ts';

const FORM = {
  type: 'object',
  properties: {
    age: { type: 'integer', title: 'Age', description: 'In years', minimum: 0, maximum: 120 },
    weight: { type: 'number', title: 'Weight', description: 'In kilograms', minimum: 1, maximum: 350 },
    fever: { type: 'boolean', title: 'Fever' },
    nausea: { type: 'boolean', title: 'Nausea' },
    diabetes: { type: 'boolean', title: 'Diabetes' },
    smoking: { type: 'string', title: 'Smoking', enum: ['never', 'former', 'current'] },
    familyHeartDisease: { type: 'boolean', title: 'Heart disease in the family' },
  },
};

/** “?” begins a line of the assistant, “>” one of the visitor. */
async function read(language: string, ...lines: string[]) {
  const reading = readFormSchema(FORM, 'form');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const messages = lines.map((line, index) => ({
    id: `m${index}`,
    role: line.startsWith('?') ? ('assistant' as const) : ('user' as const),
    content: line.slice(2),
  }));
  const request = { formType: 'intake', form: reading.form, messages, language, now: new Date('2026-11-20T12:00:00Z'), timeZone: 'UTC' };
  const { fields } = await createBuiltinExtraction().extract(request, new AbortController().signal);
  for (const { evidence } of fields) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { messageId, quote } of evidence) expect(messages.find(({ id }) => id === messageId)?.content).toContain(quote);
  }
  return Object.fromEntries(fields.map(({ fieldName, value }) => [fieldName, value]));
}

describe('filling in a form from a conversation', () => {
  test('a short answer belongs to the question before it', async () => {
    expect(await read('en', '? How old are you?', '> 45')).toEqual({ age: 45 });
    expect(await read('es', '? ¿Qué edad tiene?', '> setenta y seis cumplidos')).toEqual({ age: 76 });
  });

  test('one “no” answers everything that was asked in one question', async () => {
    expect(await read('en', '? Any fever, nausea or chills?', '> No')).toEqual({ fever: false, nausea: false });
  });

  test('one “yes” to several things says nothing about any of them', async () => {
    expect(await read('en', '? Any fever or nausea?', '> Yes')).toEqual({});
    expect(await read('en', '? Any fever or nausea?', '> Yes, some nausea')).toEqual({ nausea: true });
  });

  test('“yes” to a question that states a value gives that value', async () => {
    expect(await read('en', "? You're forty one, correct?", '> Yes, that is right')).toEqual({ age: 41 });
  });

  test('what a relative has is not the patient’s, unless the field is about the family', async () => {
    expect(await read('en', '> My mother has diabetes and my father had a heart attack')).toEqual({ familyHeartDisease: true });
    expect(await read('es', '> mi hermana es diabética')).toEqual({});
  });

  test('who comes for another speaks of that one', async () => {
    expect(
      await read('en', '> My son is 5 and has a fever', '? How long has he had it?', "> I'm not sure, I'm 34 and new to this"),
    ).toEqual({
      age: 5,
      fever: true,
    });
  });

  test('a denied thing is denied, and the denial ends at “but”', async () => {
    expect(await read('en', "> I don't have diabetes but I have a fever")).toEqual({ diabetes: false, fever: true });
    expect(await read('es', '> no tengo fiebre pero sí náuseas')).toEqual({ fever: false, nausea: true });
  });

  test('a relative who is named behind the thing has it, not the patient', async () => {
    expect(await read('es', '? ¿Diabetes?', '> la diabética es mi hermana')).toEqual({});
    expect(await read('en', '? Does your husband smoke?', '> Yes, outside')).toEqual({});
  });

  test('of two numbers that nothing tells apart neither is taken', async () => {
    expect(await read('es', '? ¿Cuánto pesa?', '> 70 kilos, 80 kilos')).toEqual({});
    expect(await read('es', '? ¿Cuánto pesa?', '> antes 80, ahora 70')).toEqual({ weight: 70 });
  });

  test('later words correct earlier ones', async () => {
    expect(await read('en', '? How old are you?', '> 45', '? Thanks.', "> no, sorry, I'm 46")).toEqual({ age: 46 });
  });

  test('a weight is told in the unit of the form', async () => {
    expect(await read('en', '? How much do you weigh?', '> about 150 pounds')).toEqual({ weight: 68 });
  });

  test('who has stopped is a former smoker', async () => {
    expect(await read('en', '? Do you smoke?', '> I quit ten years ago')).toEqual({ smoking: 'former' });
    expect(await read('es', '? ¿Fuma?', '> no, nunca')).toEqual({ smoking: 'never' });
  });

  test('a question of the visitor and an “if” state nothing', async () => {
    expect(await read('en', '> What if I have a fever? Is diabetes dangerous?')).toEqual({});
  });
});

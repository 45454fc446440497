import type { FieldValue } from '#agents/forms/known-field.ts';

/** What a model says: a call of the tool, as an object or as it wrote it, or a text instead. */
export interface ModelAnswer {
  call?: object | string;
  text?: string;
}

export interface WrongAnswer {
  kind: string;
  what: string;
  conversation: 'en' | 'es';
  answer: ModelAnswer;
  /** What the server is to make of it all the same, such as another unit. */
  kept?: Record<string, FieldValue>;
  /** A second answer from which something is to be taken. */
  repaired?: ModelAnswer;
  /** Nothing can be read from it. */
  isUnreadable?: true;
}

interface Conversation {
  form: object;
  language: string;
  today: string;
  messages: ['user' | 'assistant' | 'agent', string][];
  /** All that it says. */
  truth: Record<string, FieldValue>;
}

export const CONVERSATIONS: Record<'en' | 'es', Conversation> = {
  en: {
    language: 'en',
    today: '2026-11-20',
    form: {
      type: 'object',
      properties: {
        fullName: { type: 'string', title: 'Full name' },
        age: { type: 'integer', title: 'Age', description: 'In years', minimum: 0, maximum: 120 },
        weight: { type: 'number', title: 'Weight', description: 'In kilograms', minimum: 20, maximum: 350 },
        height: { type: 'number', title: 'Height', description: 'In centimeters', minimum: 50, maximum: 250 },
        diabetes: { type: 'boolean', title: 'Diabetes', description: 'Whether the patient has diabetes' },
        asthma: { type: 'boolean', title: 'Asthma', description: 'Whether the patient has asthma' },
        smoking: {
          type: 'string',
          title: 'Smoking',
          description: 'current (smokes), former (quit, used to smoke), never',
          enum: ['current', 'former', 'never'],
        },
        allergies: { type: 'array', title: 'Allergies', items: { type: 'string' } },
        email: { type: 'string', title: 'E-mail address', format: 'email' },
        phone: { type: 'string', title: 'Phone number', format: 'phone' },
        preferredDay: { type: 'string', title: 'Preferred day', format: 'date' },
        preferredTime: { type: 'string', title: 'Preferred time', format: 'time' },
        policyNumber: { type: 'string', title: 'Policy number', pattern: '^[A-Z]{2}-\\d{4}$' },
      },
    },
    messages: [
      ['assistant', 'Hello! What can I do for you?'],
      ['user', 'Hi, my name is Ana Lopez and I am 45. I would like to come next Thursday at 3 pm.'],
      ['assistant', 'Sure. How tall are you, and how much do you weigh?'],
      ['user', "5 ft 6, and I weigh 180 lb. My husband weighs 95 kg, he's 52."],
      ['assistant', 'Do you have diabetes or asthma?'],
      ['user', 'My mother has diabetes. I do not have asthma, but what if I have diabetes too?'],
      ['assistant', 'Do you smoke? Any allergies?'],
      ['user', 'I quit two years ago, so I am a former smoker. I am allergic to penicillin, not to latex.'],
      ['agent', 'Our nurse Rose will call you at 555-0100. Her e-mail is rose@clinic.example.'],
      ['user', 'Thanks. Write to ana@example.com. My policy is AB-1234.'],
    ],
    truth: {
      fullName: 'Ana Lopez',
      age: 45,
      weight: 81.6,
      height: 167.6,
      asthma: false,
      smoking: 'former',
      allergies: ['penicillin'],
      email: 'ana@example.com',
      preferredDay: '2026-11-26',
      preferredTime: '15:00',
      policyNumber: 'AB-1234',
    },
  },
  es: {
    language: 'es',
    today: '2026-11-20',
    form: {
      type: 'object',
      properties: {
        nombre: { type: 'string', title: 'Nombre' },
        edad: { type: 'integer', title: 'Edad', description: 'En años', minimum: 0, maximum: 120 },
        temperatura: { type: 'number', title: 'Temperatura', description: 'En grados Celsius', minimum: 30, maximum: 45 },
        diabetes: { type: 'boolean', title: '¿Tiene diabetes?', medicalTerms: ['diabético', 'azúcar'] },
        sexo: { type: 'string', title: 'Sexo', description: 'female (mujer), male (hombre)', enum: ['female', 'male'] },
        alergias: { type: 'array', title: 'Alergias', items: { type: 'string', enum: ['penicilina', 'aspirina', 'latex'] } },
        inicio: { type: 'string', title: 'Inicio de las molestias', format: 'date' },
      },
    },
    messages: [
      ['assistant', 'Buenas tardes, ¿en qué le puedo ayudar?'],
      ['user', 'Buenas, soy Marta, tengo setenta y seis años y desde ayer tengo 38 y medio de temperatura.'],
      ['assistant', '¿Padece diabetes?'],
      ['user', 'No, diabetes no. Mi hermana sí es diabética, ella tiene 70 años.'],
      ['assistant', '¿Tiene alguna alergia, por ejemplo a la penicilina o a la aspirina?'],
      ['user', 'A la aspirina sí; a la penicilina no.'],
    ],
    truth: { nombre: 'Marta', edad: 76, temperatura: 38.5, diabetes: false, alergias: ['aspirina'], inicio: '2026-11-19' },
  },
};

type Said = [value: unknown, message: number, quote: string];

/** A call with these values, each with its message (by its number from 1) and its quote. */
function call(values: Record<string, Said>, more: object = {}): ModelAnswer {
  const each = <T>(of: (said: Said) => T) => Object.fromEntries(Object.entries(values).map(([name, said]) => [name, of(said)]));
  return {
    call: {
      extracted_fields: each(([value]) => value),
      confidence_scores: each(() => 0.97),
      evidence: each(([, message, quote]) => [{ message_id: `m${message}`, quote }]),
      extraction_notes: '',
      ...more,
    },
  };
}

const wrong = (
  kind: string,
  what: string,
  answer: ModelAnswer,
  more: Partial<Omit<WrongAnswer, 'kind' | 'what' | 'answer'>> = {},
): WrongAnswer => ({ kind, what, conversation: 'en', answer, ...more });
const enEspanol = { conversation: 'es' } as const;

const rightAge = call({ age: [45, 2, 'I am 45'] });
const fenced = (answer: ModelAnswer): ModelAnswer => ({ text: `Here it is:\n\`\`\`json\n${JSON.stringify(answer.call)}\n\`\`\`` });

export const WRONG_ANSWERS: readonly WrongAnswer[] = [
  wrong('invented quote', 'words that nobody said', call({ diabetes: [true, 6, 'I have had diabetes for years'] })),
  wrong('invented quote', 'a number that the message does not have', call({ weight: [70, 4, 'I weigh 70 kg'] })),
  wrong('invented quote', 'words of another message', call({ age: [45, 4, 'my name is Ana Lopez and I am 45'] }), { repaired: rightAge }),
  wrong('invented quote', 'a message that does not exist', call({ age: [45, 40, 'I am 45'] }), { repaired: rightAge }),
  wrong('invented quote', 'the number in the quote changed', call({ age: [54, 2, 'my name is Ana Lopez and I am 54'] }), {
    repaired: rightAge,
  }),
  wrong('invented quote', 'a denial left out of the quote', call({ asthma: [true, 6, 'I do have asthma'] })),
  wrong('invented quote', 'en español', call({ edad: [67, 2, 'tengo sesenta y siete años'] }), enEspanol),
  wrong(
    'no evidence',
    'no quote at all',
    { call: { extracted_fields: { age: 45 }, confidence_scores: { age: 1 }, evidence: {} } },
    { repaired: rightAge },
  ),
  wrong('no evidence', 'an empty quote', call({ age: [45, 2, ''] })),
  wrong('no evidence', 'punctuation for a quote', call({ age: [45, 2, '…'] })),
  wrong('not the visitor', 'the phone number of the nurse', call({ phone: ['555-0100', 9, 'will call you at 555-0100'] })),
  wrong(
    'not the visitor',
    'the e-mail address of the nurse',
    call({ email: ['rose@clinic.example', 9, 'Her e-mail is rose@clinic.example'] }),
  ),
  wrong('not the visitor', 'what the assistant offered', call({ alergias: [['penicilina'], 5, 'por ejemplo a la penicilina'] }), enEspanol),
  wrong('another value than the quote', 'an age', call({ age: [44, 2, 'I am 45'] }), { repaired: rightAge }),
  wrong('another value than the quote', 'a surname that was not said', call({ fullName: ['Ana Lopez Garcia', 2, 'my name is Ana Lopez'] })),
  wrong('another value than the quote', 'a name for a greeting', call({ fullName: ['John Smith', 2, 'my name is Ana Lopez'] })),
  wrong('another value than the quote', 'a day', call({ preferredDay: ['2026-11-27', 2, 'next Thursday at 3 pm'] })),
  wrong('another value than the quote', 'a time', call({ preferredTime: ['03:00', 2, 'next Thursday at 3 pm'] })),
  wrong('another value than the quote', 'an e-mail address', call({ email: ['anna@example.com', 10, 'Write to ana@example.com'] })),
  wrong('another value than the quote', 'a number in words', call({ edad: [66, 2, 'tengo setenta y seis años'] }), enEspanol),
  wrong('another value than the quote', 'a day counted wrongly', call({ inicio: ['2026-11-18', 2, 'desde ayer'] }), enEspanol),
  wrong('another value than the quote', 'unrelated words for a yes', call({ diabetes: [true, 2, 'I would like to come next Thursday'] })),
  wrong('another value than the quote', 'unrelated words for a no', call({ diabetes: [false, 2, 'my name is Ana Lopez'] })),
  wrong('wrong unit', 'pounds as kilograms', call({ weight: [180, 4, 'I weigh 180 lb'] }), { kept: { weight: 81.6 } }),
  wrong('wrong unit', 'a text with pounds', call({ weight: ['180 lb', 4, 'I weigh 180 lb'] }), { kept: { weight: 81.65 } }),
  wrong('wrong unit', 'feet and inches as they stand', call({ height: ['5 ft 6', 4, '5 ft 6'] }), { kept: { height: 167.64 } }),
  wrong('wrong unit', 'the wrong conversion', call({ weight: [90, 4, 'I weigh 180 lb'] })),
  wrong('wrong unit', 'kilograms for a height', call({ height: [180, 4, 'I weigh 180 lb'] })),
  wrong('wrong unit', 'Fahrenheit that nobody said', call({ temperatura: [101.3, 2, 'tengo 38 y medio de temperatura'] }), enEspanol),
  wrong('out of range', 'an age', call({ age: [450, 2, 'I am 45'] })),
  wrong('out of range', 'a height in feet', call({ height: [5, 4, '5 ft 6'] })),
  wrong('out of range', 'a day that no calendar has', call({ preferredDay: ['2026-11-31', 2, 'next Thursday'] })),
  wrong('out of range', 'an hour that no day has', call({ preferredTime: ['25:00', 2, 'at 3 pm'] })),
  wrong('wrong choice', 'none of the list', call({ smoking: ['ex-smoker', 8, 'I am a former smoker'] }), {
    repaired: call({ smoking: ['former', 8, 'I am a former smoker'] }),
  }),
  wrong('wrong choice', 'another one than the words name', call({ smoking: ['current', 8, 'I am a former smoker'] })),
  wrong('wrong choice', 'concluded from nothing', call({ sexo: ['male', 2, 'tengo setenta y seis años'] }), enEspanol),
  wrong('wrong choice', 'only another spelling', call({ smoking: ['FORMER', 8, 'I am a former smoker'] }), { kept: { smoking: 'former' } }),
  wrong('wrong type', 'a text for a number', call({ age: ['grown up', 2, 'I am 45'] })),
  wrong('wrong type', 'a list for one value', call({ age: [[45], 2, 'I am 45'] })),
  wrong('wrong type', 'an object', call({ fullName: [{ first: 'Ana' }, 2, 'my name is Ana Lopez'] })),
  wrong('wrong type', 'a pattern that it does not match', call({ policyNumber: ['1234', 10, 'My policy is AB-1234'] })),
  wrong('wrong type', 'the word “unknown”', call({ fullName: ['unknown', 2, 'my name is Ana Lopez'] })),
  wrong('another person', 'the weight of the husband', call({ weight: [95, 4, 'My husband weighs 95 kg'] })),
  wrong('another person', 'his weight, without him in the quote', call({ weight: [95, 4, 'weighs 95 kg'] })),
  wrong('another person', 'his age', call({ age: [52, 4, "he's 52"] })),
  wrong('another person', 'the diabetes of the mother', call({ diabetes: [true, 6, 'My mother has diabetes'] })),
  wrong('another person', 'the same, shortened', call({ diabetes: [true, 6, 'has diabetes'] })),
  wrong('another person', 'the diabetes of the sister', call({ diabetes: [true, 4, 'Mi hermana sí es diabética'] }), enEspanol),
  wrong('another person', 'the age of the sister', call({ edad: [70, 4, 'ella tiene 70 años'] }), enEspanol),
  wrong('denied', 'a yes for a no', call({ asthma: [true, 6, 'I do not have asthma'] })),
  wrong(
    'denied',
    'an allergy that was ruled out',
    call({ allergies: [['penicillin', 'latex'], 8, 'I am allergic to penicillin, not to latex'] }),
    {
      kept: { allergies: ['penicillin'] },
    },
  ),
  wrong('denied', 'una alergia descartada', call({ alergias: [['aspirina', 'penicilina'], 6, 'A la aspirina sí; a la penicilina no'] }), {
    ...enEspanol,
    kept: { alergias: ['aspirina'] },
  }),
  wrong('denied', 'un no por un sí', call({ diabetes: [true, 4, 'No, diabetes no'] }), enEspanol),
  wrong('only supposed', '“what if”', call({ diabetes: [true, 6, 'what if I have diabetes too'] })),
  wrong('unknown field', 'one that the form does not have', call({ shoeSize: [38, 2, 'I am 45'], age: [45, 2, 'I am 45'] }), {
    kept: { age: 45 },
  }),
  wrong('not JSON', 'words instead of arguments', { call: 'age is 45' }, { isUnreadable: true, repaired: rightAge }),
  wrong(
    'not JSON',
    'arguments that were cut',
    { call: '{"extracted_fields":{"age":45},"confidence_sc' },
    { isUnreadable: true, repaired: rightAge },
  ),
  wrong('not JSON', 'a list', { call: '[45]' }, { isUnreadable: true }),
  wrong('not JSON', 'an object of another shape', { call: { age: 45 } }, { isUnreadable: true, repaired: rightAge }),
  wrong('code fence', 'right values', fenced(rightAge), { kept: { age: 45 } }),
  wrong('code fence', 'wrong values', fenced(call({ age: [46, 2, 'I am 45'] }))),
  wrong('code fence', 'never closed', { text: '```json\n{"extracted_fields":{"age":45}' }, { isUnreadable: true }),
  wrong('missing call', 'a sentence', { text: 'The visitor is 45 years old.' }, { isUnreadable: true, repaired: rightAge }),
  wrong('missing call', 'nothing at all', {}, { isUnreadable: true, repaired: rightAge }),
  wrong('missing call', 'bare JSON', { text: JSON.stringify(rightAge.call) }, { kept: { age: 45 } }),
  wrong('sure of itself', 'a confidence above one', call({ age: [45, 2, 'I am 45'] }, { confidence_scores: { age: 7 } }), {
    kept: { age: 45 },
  }),
  wrong('sure of itself', 'a confidence in words', call({ age: [45, 2, 'I am 45'] }, { confidence_scores: { age: 'very' } }), {
    kept: { age: 45 },
  }),
];

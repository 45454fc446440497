import type { ToolDescription } from '#messaging/tool.ts';
import type { FormField } from '../forms/form-field.ts';
import type { FormSchema } from '../forms/form-schema.ts';

const MAX_NAME_LENGTH = 64;
const MAX_TEXT_LENGTH = 500;

/** `extract_<formType>_fields`, in letters that every provider takes. */
export function toolNameOf(formType: string): string {
  const room = MAX_NAME_LENGTH - 'extract__fields'.length;
  const safe = formType
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, room);
  return `extract_${safe || 'form'}_fields`;
}

/** What every provider takes as the name of a property. */
const PLAIN_KEY = /^[A-Za-z0-9_.-]{1,64}$/;

/** The names of the fields as the model sees them: their own where every provider takes it. */
export function keysOf({ fields }: FormSchema): ReadonlyMap<string, string> {
  const plain = new Set(fields.flatMap(({ name }) => (PLAIN_KEY.test(name) ? [name] : [])));
  return new Map(
    fields.map(({ name }, index) => {
      if (plain.has(name)) return [name, name];
      const key = `field_${index + 1}`;
      return [name, plain.has(key) ? `${key}_` : key];
    }),
  );
}

/** The form as the one tool that the model has to call: what each field is, how sure it is, and the words that it rests on. */
export function extractionTool(formType: string, form: FormSchema): ToolDescription {
  const keys = keysOf(form);
  const properties = (of: (field: FormField) => object) =>
    Object.fromEntries(form.fields.map((field) => [keys.get(field.name) ?? field.name, of(field)]));
  const object = (of: (field: FormField) => object, description: string) => ({
    type: 'object',
    description,
    properties: properties(of),
    additionalProperties: false,
  });
  return {
    name: toolNameOf(formType),
    description: 'Records what the messages say about the fields of the form.',
    parameters: {
      type: 'object',
      properties: {
        extracted_fields: object(valueSchema, 'A value for each field that the messages say; null or left out for every other.'),
        confidence_scores: object(() => ({ type: 'number', minimum: 0, maximum: 1 }), 'How sure each value is, from 0 to 1.'),
        evidence: object(() => EVIDENCE, 'For each value, the words that say it.'),
        extraction_notes: { type: 'string', description: 'What was contradictory or unclear; empty when nothing was.' },
      },
      required: ['extracted_fields', 'confidence_scores', 'evidence'],
      additionalProperties: false,
    },
  };
}

const EVIDENCE = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      message_id: { type: 'string', description: 'Such as m3.' },
      quote: { type: 'string', description: 'Copied from that message letter by letter.' },
    },
    required: ['message_id', 'quote'],
    additionalProperties: false,
  },
};

function valueSchema(field: FormField): object {
  const { type, enum: choices, minimum, maximum, format } = field;
  const limits =
    type === 'string'
      ? { ...(minimum !== undefined && { minLength: minimum }), ...(maximum !== undefined && { maxLength: maximum }) }
      : { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
  // A number may come in the unit that the visitor named; the server converts it.
  const scalar = choices ? { enum: choices } : { ...(format !== undefined && { format }), ...limits };
  const words = { title: shortened(field.title ?? field.name), ...described(field) };
  if (field.isList) return { type: ['array', 'null'], items: { type, ...scalar }, ...words };
  return choices ? { type: [type, 'null'], enum: [...choices, null], ...words } : { type: [type, 'null'], ...scalar, ...words };
}

function described({ description, medicalTerms }: FormField): { description?: string } {
  const terms = medicalTerms.length > 0 ? `Also called: ${medicalTerms.join(', ')}.` : '';
  const text = [description ?? '', terms].filter((part) => part !== '').join(' ');
  return text === '' ? {} : { description: shortened(text) };
}

const shortened = (text: string): string => (text.length <= MAX_TEXT_LENGTH ? text : `${text.slice(0, MAX_TEXT_LENGTH).toWellFormed()}…`);

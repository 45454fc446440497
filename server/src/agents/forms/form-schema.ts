import type { FieldProblem } from '#platform/errors.ts';
import { type FormField, readFormField } from './form-field.ts';
import { isObject, schemaFault } from './schema-fault.ts';

/** What a conversation is to find out: the fields of a form, as the page that opens it describes them in JSON Schema. */
export interface FormSchema {
  title: string | undefined;
  description: string | undefined;
  fields: FormField[];
}

export type FormSchemaReading = { ok: true; form: FormSchema } | { ok: false; problems: FieldProblem[] };

/** More than any form that a conversation can fill in. */
const MAX_FIELDS = 100;
const MAX_PROBLEMS = 20;

/**
 * Reads a form: an object whose properties are texts, numbers, truth values or lists of them. What cannot be used is named with its
 * path below `at` and the reason; nothing is passed over that would make a value right or wrong.
 */
export function readFormSchema(schema: unknown, at: string): FormSchemaReading {
  const read = readFields(schema, at);
  // Only when each part makes sense by itself is the whole asked about: its complaints are harder to read.
  const fault = read.ok && isObject(schema) ? schemaFault(schema) : undefined;
  return fault ? { ok: false, problems: [{ path: [at, ...fault.path].join('.'), message: fault.message }] } : read;
}

/** A form that was read before it was stored. @throws {Error} for anything else */
export function storedForm(schema: unknown): FormSchema {
  const read = readFields(schema, 'formSchema');
  if (!read.ok) throw new Error('A stored form cannot be read.');
  return read.form;
}

function readFields(schema: unknown, at: string): FormSchemaReading {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, message: string) => void problems.push({ path, message });
  const done = (form?: FormSchema): FormSchemaReading =>
    form && problems.length === 0 ? { ok: true, form } : { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };

  if (!isObject(schema)) {
    refuse(at, 'Must be a JSON Schema: an object');
    return done();
  }
  const { type = 'object', properties, required = [], title, description } = schema;
  if (type !== 'object') refuse(`${at}.type`, 'Must be “object”: a form is an object with the fields as its properties');
  if (!isObject(properties) || Object.keys(properties).length === 0) {
    refuse(`${at}.properties`, 'Must be an object with at least one field');
    return done();
  }
  const names = Object.keys(properties);
  if (names.length > MAX_FIELDS) {
    refuse(`${at}.properties`, `Must have at most ${MAX_FIELDS} fields, and has ${names.length}`);
    return done();
  }
  const asked = new Set(Array.isArray(required) ? required : []);
  if (!Array.isArray(required)) refuse(`${at}.required`, 'Must be a list of field names');
  for (const name of asked) {
    if (!names.includes(String(name))) refuse(`${at}.required`, `Names ${JSON.stringify(name)}, which is no field of this form`);
  }

  const fields = names.flatMap((name) => {
    const field = readFormField(name, properties[name], { at: `${at}.properties.${name}`, isRequired: asked.has(name), refuse });
    return field ? [field] : [];
  });
  return done({ title: textOr(title), description: textOr(description), fields });
}

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

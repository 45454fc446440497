import type { FieldUpdate } from '@foyer/contracts/extractions.ts';
import type { FormField, FormState } from './chat.ts';

type Schema = Readonly<Record<string, unknown>>;

export interface KnownFields {
  readonly formType: string;
  readonly fields: readonly FieldUpdate[];
  readonly extractionStatus: FormState['status'];
}

/** The form of a page with what is known of it. What the team is to be asked shows up once it is known. Without the page's schema there are only the fields of which something is known. */
export function formState(form: { type?: string; schema: Schema } | undefined, known: KnownFields | undefined): FormState | undefined {
  if (!form && !known) return undefined;
  const properties = objectOf(form?.schema.properties);
  const required = Array.isArray(form?.schema.required) ? form.schema.required : [];
  const knownNames = (known?.fields ?? []).map(({ fieldName }) => fieldName);
  const asked = Object.keys(properties).filter((name) => knownNames.includes(name) || objectOf(properties[name]).askedOf !== 'team');
  const names = new Set([...asked, ...knownNames]);
  return {
    formType: known?.formType ?? form?.type ?? 'form',
    title: textOf(form?.schema.title),
    status: known?.extractionStatus,
    fields: [...names].map((name) => ({
      ...fieldOf(name, objectOf(Object.hasOwn(properties, name) ? properties[name] : undefined)),
      isRequired: required.includes(name),
      known: known?.fields.find(({ fieldName }) => fieldName === name),
    })),
  };
}

const TYPES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'array'];

function fieldOf(name: string, schema: Schema): Omit<FormField, 'isRequired' | 'known'> {
  const named = [schema.type].flat().find((type) => TYPES.includes(type)) as FormField['type'] | undefined;
  const choices = named === 'array' ? objectOf(schema.items) : schema;
  const options = Array.isArray(choices.enum)
    ? choices.enum.filter((option): option is string | number => typeof option === 'string' || typeof option === 'number')
    : [];
  return {
    name,
    title: textOf(schema.title) ?? name,
    description: textOf(schema.description),
    type: named ?? (typeof options[0] === 'number' ? 'number' : 'string'),
    options: options.length > 0 ? options : undefined,
    format: textOf(schema.format),
  };
}

const objectOf = (value: unknown): Schema => (typeof value === 'object' && value !== null ? (value as Schema) : {});
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

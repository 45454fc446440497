import type { JsonSchema } from './openapi-components.ts';

/** What a text of this name looks like where its schema gives no example. */
const TEXTS: Record<string, string> = {
  email: 'ana@example.com',
  password: 'a long enough password',
  currentPassword: 'a long enough password',
  newPassword: 'another long password',
  name: 'Front desk',
  subject: 'Call back about the appointment',
  title: 'Front desk',
  phone: '+34 910 000 000',
};
const MOMENT = '2026-03-02T09:00:00.000Z';

/** A value that a schema describes; examples that the schema gives come first. The same schema gives the same value every time. */
export function exampleOf(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>, name = ''): unknown {
  const [given] = Array.isArray(schema.examples) ? schema.examples : [];
  if (given !== undefined) return given;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.$ref === 'string') return exampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, name);
  const [choice] = choicesOf(schema);
  if (choice !== undefined) return exampleOf(choice, schemas, name);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, schemas);
    case 'array':
      return [exampleOf((schema.items ?? {}) as JsonSchema, schemas, name.replace(/s$/, ''))];
    case 'integer':
    case 'number':
      return typeof schema.default === 'number' ? schema.default : Math.max(1, Number(schema.minimum ?? 1));
    case 'boolean':
      return schema.default ?? true;
    case 'string':
      return textOf(schema, name);
    default:
      return 'anything';
  }
}

/** Null only where nothing else is possible. */
function choicesOf({ anyOf, oneOf, allOf }: JsonSchema): JsonSchema[] {
  const choices = (anyOf ?? oneOf ?? allOf ?? []) as JsonSchema[];
  return choices.toSorted((one, other) => Number(one.type === 'null') - Number(other.type === 'null'));
}

function objectOf({ properties = {}, default: byDefault }: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): unknown {
  const parts = Object.entries(properties as Record<string, JsonSchema>);
  if (parts.length === 0) return byDefault ?? {};
  return Object.fromEntries(parts.map(([name, part]) => [name, exampleOf(part, schemas, name)]));
}

function textOf({ format, minLength, default: byDefault }: JsonSchema, name: string): unknown {
  if (byDefault !== undefined) return byDefault;
  if (format === 'uuid' || format === 'guid') return idFor(name);
  if (format === 'date-time') return MOMENT;
  if (format === 'date') return MOMENT.slice(0, 10);
  if (format === 'uri') return 'https://www.example.com/';
  const known = TEXTS[name] ?? 'Example text';
  return known.length < Number(minLength ?? 0) ? known.padEnd(Number(minLength), '.') : known;
}

/** An id of our form; things of different names have different ones. */
function idFor(name: string): string {
  const digits = [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 0xffffffff, 1);
  return `0190a3f0-7c3a-7000-8000-${digits.toString(16).padStart(12, '0')}`;
}

interface Described {
  schema?: JsonSchema;
  example?: unknown;
}
interface Operation {
  parameters: Described[];
  requestBody?: { content: Record<string, Described> };
  responses: Record<string, { content?: Record<string, Described> }>;
}

/** Gives every JSON body and every parameter of the document an example. */
export function addExamples(paths: Record<string, Record<string, unknown>>, schemas: Readonly<Record<string, JsonSchema>>): void {
  const add = (described: Described | undefined, name = '') => {
    if (described?.schema !== undefined) described.example = exampleOf(described.schema, schemas, name);
  };
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path) as Operation[])) {
    for (const parameter of operation.parameters) add(parameter, (parameter as { name?: string }).name);
    add(operation.requestBody?.content['application/json']);
    for (const { content } of Object.values(operation.responses)) add(content?.['application/json']);
  }
}

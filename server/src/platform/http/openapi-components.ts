import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

export interface Components {
  /** The JSON Schema of one schema; those with an id (`.meta({ id })`) become references to components. */
  schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema;
  all(): Record<string, JsonSchema>;
}

/** Collects named schemas. The same name may stand for two shapes (what is sent may leave out what has a default): the second gets a number. */
export function createComponents(): Components {
  const shapes = new Map<string, string>();
  const components: Record<string, JsonSchema> = {};

  const nameFor = (id: string, definition: string): string => {
    for (let attempt = 1; ; attempt += 1) {
      const name = attempt === 1 ? id : `${id}${attempt}`;
      const known = shapes.get(name);
      if (known === undefined || known === definition) return name;
    }
  };

  return {
    schemaOf: (schema, io) => {
      const { $schema: _, $defs = {}, ...main } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
      const definitions = Object.entries($defs as Record<string, JsonSchema>);
      const names = new Map<string, string>();
      for (const [id, definition] of definitions) {
        const text = JSON.stringify(definition);
        const name = nameFor(id, text);
        names.set(id, name);
        shapes.set(name, text);
      }
      for (const [id, { id: _id, ...definition }] of definitions) components[names.get(id) ?? id] = withReferences(definition, names);
      return withReferences(main, names);
    },
    all: () => components,
  };
}

/** Points references into a schema's own definitions at the document's components instead. */
function withReferences(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? reference(inner, names) : replace(inner),
      ]),
    );
  };
  return replace(schema) as JsonSchema;
}

function reference(target: string, names: ReadonlyMap<string, string>): string {
  const id = /^#\/\$defs\/(.+)$/.exec(target)?.[1];
  return id === undefined ? target : `#/components/schemas/${names.get(id) ?? id}`;
}
